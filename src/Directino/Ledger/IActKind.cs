using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Persistence;

namespace Directino.Ledger;

/// <summary>
/// How one kind of act is done at Instagram. Features bring their kinds; only the <see cref="Dispatcher"/> calls them.
/// </summary>
public interface IActKind
{
    /// <summary>The name kept in the ledger, never reused for something else.</summary>
    string Name { get; }

    /// <summary>Makes the call. Errors come as <see cref="InstagramException"/>; the dispatcher knows what each means.</summary>
    Task<ActResult> Send(Act act, InstagramAccess access, CancellationToken ct);

    /// <summary>What the kind makes of an error that it knows better than the general rule; null leaves it to the rule.</summary>
    ActVerdict? Judge(Act act, InstagramException error, DateTimeOffset now) => null;

    /// <summary>Looks at Instagram whether an act whose outcome is unknown did happen.</summary>
    Task<ActSighting> LookUp(Act act, InstagramAccess access, CancellationToken ct);

    /// <summary>Rules of the feature's own that may refuse the act, beside those every act meets.</summary>
    Task<Refusal?> Check(Act act, ConnectedAccount account, DirectinoContext db, CancellationToken ct) => Task.FromResult<Refusal?>(null);

    /// <summary>Follows the act with what the feature keeps (the post is published, the reply has its id), in the transaction that ends or delays it.</summary>
    Task Settle(Act act, ActResult? result, DirectinoContext db, CancellationToken ct);
}

/// <summary>What Instagram answered: the id of what was made, and what else the kind needs to settle.</summary>
public sealed record ActResult(string? InstagramId, object? Extra = null);

/// <summary>What a look at Instagram found.</summary>
public abstract record ActSighting
{
    private ActSighting() { }

    /// <summary>It happened.</summary>
    public sealed record Found(ActResult Result) : ActSighting;

    /// <summary>It is certainly not there now.</summary>
    public sealed record Absent : ActSighting;

    /// <summary>Instagram could not be asked, or its answer decides nothing; look again later.</summary>
    public sealed record Unclear(string Reason) : ActSighting;
}

/// <summary>A refusal names its rule; the words for people come from resources by that name.</summary>
public sealed record Refusal(string Rule);

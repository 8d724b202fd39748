using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Instagram.Publishing;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Planning;
using Microsoft.EntityFrameworkCore;

namespace Directino.Publishing;

/// <summary>How the poll of a published post stands, asked of Instagram at that moment (API reference, publishing section 13). Nothing of it is kept.</summary>
public sealed class PollReading(Database database, InstagramClient instagram, AccountAccess access, Gate gate, TimeProvider clock)
{
    public async Task<PollOutcome> Read(WorkspaceId workspace, PostId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<Post>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) is not { State: PostState.Published, InstagramId: { } media, Options.Poll: not null } post)
            return new PollOutcome.NotThere();
        if (post.DeletedAt is not null)
            return new PollOutcome.Refused(PublishingReasons.Deleted);
        if (await db.Set<ConnectedAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == post.AccountId, ct) is not { } account)
            return new PollOutcome.Refused(GateRules.Disconnected);
        // Connected with the other login by now: what Facebook's could read, Instagram's cannot.
        if (PublishingOptions.Of(PublishingOption.Poll, ContainerKind.Image, account.Login).Denial is { } denial)
            return new PollOutcome.Refused(PostCheck.RuleOf(denial)!);
        if (gate.MayRead(account, Capability.Publish) is { } refusal)
            return new PollOutcome.Refused(refusal.Rule);
        if (await access.For(account, ct) is not { } token)
            return new PollOutcome.Refused(GateRules.Disconnected);
        try
        {
            return await instagram.Media.Poll(token, media, ct) is { } poll
                ? new PollOutcome.Known(poll, clock.GetUtcNow())
                : new PollOutcome.Refused(PublishingReasons.PollGone);
        }
        catch (InstagramException error)
        {
            return new PollOutcome.Refused(PublishingReasons.Of(error));
        }
    }
}

/// <summary>What became of a look at a poll.</summary>
public abstract record PollOutcome
{
    private PollOutcome() { }

    /// <param name="At">When Instagram said so.</param>
    public sealed record Known(PollResult Poll, DateTimeOffset At) : PollOutcome;

    /// <summary>Instagram could not be asked, or said no.</summary>
    public sealed record Refused(string Rule) : PollOutcome;

    /// <summary>There is no such post, it is not out, or it has no poll.</summary>
    public sealed record NotThere : PollOutcome;
}

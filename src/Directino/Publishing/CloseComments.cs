using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Planning;

namespace Directino.Publishing;

/// <summary>What is asked of Instagram: no comments under this post.</summary>
internal sealed record CloseCommentsRequest(string Media);

/// <summary>Switches comments off right after publishing (API reference, publishing section 9.3). Doing it again changes nothing.</summary>
internal sealed class CloseComments(InstagramClient instagram) : IActKind
{
    public string Name => PostWork.CloseComments;

    public async Task<ActResult> Send(Act act, InstagramAccess access, CancellationToken ct)
    {
        var media = LedgerJson.Read<CloseCommentsRequest>(act).Media;
        await instagram.Media.AllowComments(access, media, allowed: false, ct);
        return new ActResult(media);
    }

    public ActVerdict? Judge(Act act, InstagramException error, DateTimeOffset now) =>
        error is ObjectGoneException && act.Attempts < 4 ? new ActVerdict.Retry(Backoff.After(act.Attempts), PublishingReasons.Processing) : null;

    public Task<ActSighting> LookUp(Act act, InstagramAccess access, CancellationToken ct) =>
        Task.FromResult<ActSighting>(new ActSighting.Absent());

    public Task Settle(Act act, ActResult? result, DirectinoContext db, CancellationToken ct) => Task.CompletedTask;
}

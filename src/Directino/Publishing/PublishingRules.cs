using Directino.Accounts;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Planning;
using Directino.Planning.Approvals;
using Microsoft.EntityFrameworkCore;

namespace Directino.Publishing;

/// <summary>What is asked again right before each step, because time has passed since the step was intended.</summary>
internal sealed class PublishingRules(ApprovalWatch approvals, TimeProvider clock)
{
    /// <summary>Null when the publication may go on; otherwise the rule that stops it.</summary>
    public async Task<Refusal?> MayGoOn(PublicationId id, DirectinoContext db, CancellationToken ct)
    {
        // Read without tracking: the post is read again after the call, as it is then.
        var publication = await db.Set<Publication>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct);
        var post = publication is null ? null : await db.Set<Post>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == publication.PostId, ct);
        if (publication is null || post is null || post.Revision != publication.Revision || publication.IsOver)
            return new Refusal(PostRules.OldVersion);
        if (!post.IsOnItsWay && post.State != PostState.Unknown)
            return new Refusal(PostRules.OldVersion);
        if (await IsTooLate(post, db, ct))
            return new Refusal(PostRules.TooLate);
        if (await IsUnapproved(post, db, ct))
            return new Refusal(ApprovalRules.Missing);
        return await PausedUntil(publication.AccountId, db, ct) is null ? null : new Refusal(Paused);
    }

    /// <summary>Late by more than the workspace's grace: the author is asked.</summary>
    public async Task<bool> IsTooLate(Post post, DirectinoContext db, CancellationToken ct)
    {
        var grace = await db.Set<Workspace>().Where(w => w.Id == post.WorkspaceId).Select(w => w.Grace).FirstAsync(ct);
        return post.Slot is { } slot && clock.GetUtcNow() > slot + grace;
    }

    /// <summary>It needs somebody's word and has none: it waits for it, up to the grace.</summary>
    public Task<bool> IsUnapproved(Post post, DirectinoContext db, CancellationToken ct) => approvals.IsMissing(post, db, ct);

    public async Task<PublishingPause?> PausedUntil(AccountId account, DirectinoContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db.Set<PublishingPause>().AsNoTracking().FirstOrDefaultAsync(p => p.AccountId == account && p.Until > now, ct);
    }

    /// <summary>The account's publishing rests (<see cref="PublishingPause"/>).</summary>
    public const string Paused = "publishing-paused";
}

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
        var now = clock.GetUtcNow();
        // All in one question, and nothing of it kept: the post is read again after the call, as it is then.
        var found = await (
            from attempt in db.Set<Publication>()
            where attempt.Id == id
            join post in db.Set<Post>() on attempt.PostId equals post.Id
            join workspace in db.Set<Workspace>() on post.WorkspaceId equals workspace.Id
            select new
            {
                attempt.PostId,
                IsOld = attempt.IsOver || attempt.Revision != post.Revision || post.IsByHand,
                post.State,
                post.Slot,
                workspace.Grace,
                NeedsWord = db.Set<ApprovalRule>().Any(r => r.WorkspaceId == workspace.Id && r.Kind != ApprovalKind.None),
                IsPaused = db.Set<PublishingPause>().Any(p => p.AccountId == attempt.AccountId && p.Until > now),
            }).FirstOrDefaultAsync(ct);
        if (found is null || found.IsOld || found.State is not (PostState.Scheduled or PostState.Publishing or PostState.Unknown))
            return new Refusal(PostRules.OldVersion);
        if (found.Slot + found.Grace < now)
            return new Refusal(PostRules.TooLate);
        if (found.NeedsWord && await IsUnapproved(await db.Set<Post>().AsNoTracking().FirstAsync(p => p.Id == found.PostId, ct), db, ct))
            return new Refusal(ApprovalRules.Missing);
        return found.IsPaused ? new Refusal(Paused) : null;
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

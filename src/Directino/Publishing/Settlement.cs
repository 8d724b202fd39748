using Directino.Accounts;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Planning;
using Directino.Planning.Approvals;
using Microsoft.EntityFrameworkCore;

namespace Directino.Publishing;

/// <summary>What the post learns when one of its acts was refused, failed or waits.</summary>
internal sealed class Settlement(Attempts attempts, AuthorNews news, DueBook due, TimeProvider clock)
{
    private static readonly TimeSpan SpamRest = TimeSpan.FromHours(6);
    private static readonly TimeSpan RestrictedRest = TimeSpan.FromHours(1);

    /// <summary>The publication of an act and, when it still is about the post as it is now, the post.</summary>
    public static async Task<Settled?> Find(PublicationId id, DirectinoContext db, CancellationToken ct)
    {
        if (await db.Set<Publication>().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } publication)
            return null;
        var post = await db.Set<Post>().FirstOrDefaultAsync(p => p.Id == publication.PostId, ct);
        return new Settled(publication, post?.Revision == publication.Revision ? post : null, post);
    }

    /// <param name="item">Position of the item that the act is about; null when it is about the post.</param>
    public async Task Follow(Act act, Settled settled, DirectinoContext db, CancellationToken ct, int? item = null)
    {
        var now = clock.GetUtcNow();
        if (settled.Post is not { } post)
            return; // The post was changed or withdrawn since; its new self is on its own way.
        switch (act.State)
        {
            case ActState.Intended:
                post.GoOn(now);
                post.WaitFor(act.Reason, act.ErrorDetail, now);
                break;
            case ActState.Refused:
                await Refused(act, post, db, ct);
                break;
            case ActState.Failed:
                await Failed(act, settled.Publication, post, item, db, ct);
                break;
        }
    }

    private async Task Refused(Act act, Post post, DirectinoContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        switch (act.Reason)
        {
            case PostRules.TooLate:
                await news.Miss(post, db, ct);
                break;
            case PostRules.OldVersion or PostRules.Withdrawn:
                break;
            case PublishingRules.Paused or ApprovalRules.Missing:
                // Prepared anew when the rest is over, or somebody has approved it: the container may be too old then.
                post.GoOn(now);
                await due.Set(db, post.WorkspaceId, PostWork.Prepare, post.Id.Value, now, post.AccountId, ct);
                break;
            default:
                await news.Fail(post, act.Reason!, null, db, ct);
                break;
        }
    }

    private async Task Failed(Act act, Publication publication, Post post, int? item, DirectinoContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        switch (act.Reason)
        {
            case PublishingReasons.ContainerGone or PublishingReasons.UploadFailed:
                publication.Told(act.Reason, act.ErrorDetail);
                post.GoOn(now);
                await attempts.BeginAgain(publication, post, db, ct);
                return;
            case PublishingReasons.TakenForSpam or PublishingReasons.Restricted:
                var account = await db.Set<ConnectedAccount>().SingleAsync(a => a.Id == act.AccountId, ct);
                var rest = act.Reason == PublishingReasons.TakenForSpam ? SpamRest : RestrictedRest;
                await Attempts.Pause(account, act.Reason, now + rest, db, ct);
                break;
        }

        publication.End();
        await news.Fail(post, act.Reason!, act.ErrorDetail, db, ct, item);
        await CallOffTheRest(act, db, ct);
    }

    /// <summary>Where one item of a carousel failed, the others need not be made.</summary>
    private async Task CallOffTheRest(Act act, DirectinoContext db, CancellationToken ct)
    {
        var rest = await db.Set<Act>()
            .Where(a => a.SubjectId == act.SubjectId && a.Kind == PostWork.CreateContainer && a.State == ActState.Intended && a.Id != act.Id).ToListAsync(ct);
        foreach (var other in rest)
            other.End(ActState.Refused, clock.GetUtcNow(), reason: PostRules.OldVersion);
    }
}

/// <param name="Post">Null when the post is no longer what the publication was made for.</param>
/// <param name="Any">The post as it is now, whatever has become of it; null when it was deleted.</param>
internal sealed record Settled(Publication Publication, Post? Post, Post? Any);

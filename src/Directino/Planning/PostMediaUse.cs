using Directino.Media;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Planning.Approvals;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning;

/// <summary>A picture or video is in use as long as a post shows it.</summary>
internal sealed class PostMediaUse(DueBook due, ApprovalWatch approvals, TimeProvider clock) : IMediaUse
{
    public async Task<IReadOnlySet<MediaItemId>> Used(IReadOnlyCollection<MediaItemId> items, DirectinoContext db, CancellationToken ct)
    {
        var wanted = items.Select(i => (MediaItemId?)i).ToList();
        var shown = db.Set<Post>().SelectMany(p => p.Items).Where(i => items.Contains(i.MediaId)).Select(i => (MediaItemId?)i.MediaId);
        var covers = db.Set<Post>().Where(p => wanted.Contains(p.CoverId)).Select(p => p.CoverId);
        return (await shown.Union(covers).ToListAsync(ct)).OfType<MediaItemId>().ToHashSet();
    }

    /// <summary>Posts that wait with the old picture are prepared again, and what was approved with it waits again.</summary>
    public async Task Changed(MediaItem item, DirectinoContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var posts = await db.Set<Post>()
            .Where(p => p.State == PostState.Scheduled || (p.Approval != ApprovalState.NotAsked && (p.State == PostState.Draft || p.State == PostState.Failed || p.State == PostState.Missed)))
            .Where(p => p.CoverId == item.Id || p.Items.Any(i => i.MediaId == item.Id)).ToListAsync(ct);
        foreach (var post in posts)
        {
            var edition = post.Edition;
            post.PictureChanged(now);
            await approvals.Reckon(post, edition, null, db, ct);
            if (post.State != PostState.Scheduled)
                continue;
            var prepare = post.Slot!.Value - await PostWay.Ahead(post, db, ct);
            await due.Set(db, post.WorkspaceId, PostWork.Prepare, post.Id.Value, prepare < now ? now : prepare, post.AccountId, ct);
        }
    }
}

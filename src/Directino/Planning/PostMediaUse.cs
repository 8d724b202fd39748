using Directino.Media;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning;

/// <summary>A picture is in use as long as a post shows it.</summary>
internal sealed class PostMediaUse(DueBook due, TimeProvider clock) : IMediaUse
{
    public async Task<IReadOnlySet<MediaItemId>> Used(IReadOnlyCollection<MediaItemId> items, DirectinoContext db, CancellationToken ct)
    {
        var wanted = items.Select(i => (MediaItemId?)i).ToList();
        var used = await db.Set<Post>().Where(p => wanted.Contains(p.PictureId)).Select(p => p.PictureId).Distinct().ToListAsync(ct);
        return used.OfType<MediaItemId>().ToHashSet();
    }

    /// <summary>Posts that wait with the old picture are prepared again.</summary>
    public async Task Changed(MediaItem item, DirectinoContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var posts = await db.Set<Post>().Where(p => p.PictureId == item.Id && p.State == PostState.Scheduled).ToListAsync(ct);
        foreach (var post in posts)
        {
            post.PictureChanged(now);
            var prepare = post.Slot!.Value - PostWork.Ahead;
            await due.Set(db, post.WorkspaceId, PostWork.Prepare, post.Id.Value, prepare < now ? now : prepare, post.AccountId, ct);
        }
    }
}

using Directino.Ledger;
using Directino.Media;
using Directino.Media.Library;
using Directino.Persistence;
using Directino.Planning.Approvals;
using Directino.Planning.Evergreen;
using Directino.Planning.Series;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning;

/// <summary>A picture or video is in use as long as a post shows it, what a member is writing does, a series that has not ended, or one that may come again.</summary>
internal sealed class PostMediaUse(DueBook due, ApprovalWatch approvals, TimeProvider clock) : IMediaUse
{
    public async Task<IReadOnlyDictionary<MediaItemId, MediaUses>> Count(IReadOnlyCollection<MediaItemId> items, DirectinoContext db, CancellationToken ct)
    {
        var wanted = items.Select(i => (MediaItemId?)i).ToList();
        var shown = db.Set<Post>().SelectMany(p => p.Items, (p, i) => new { p.Id, p.State, Media = (MediaItemId?)i.MediaId }).Where(u => wanted.Contains(u.Media));
        var covers = db.Set<Post>().Where(p => wanted.Contains(p.CoverId)).Select(p => new { p.Id, p.State, Media = p.CoverId });
        // A post that shows it twice is one.
        var posts = await shown.Union(covers).GroupBy(u => new { u.Media, u.State }).Select(g => new { g.Key.Media, g.Key.State, Count = g.Count() }).ToListAsync(ct);
        var copies = (await Written(db, ct)).SelectMany(c => c.Distinct()).Where(items.Contains).Select(id => (Id: id, Uses: new MediaUses(Unsaved: 1)));
        var repeated = (await Repeated(db, ct)).SelectMany(s => s).Where(items.Contains).Select(id => (Id: id, Uses: new MediaUses(Scheduled: 1)));
        return posts.Select(p => (Id: p.Media!.Value, Uses: Of(p.State, p.Count))).Concat(copies).Concat(repeated)
            .GroupBy(u => u.Id, u => u.Uses).ToDictionary(g => g.Key, g => g.Aggregate((a, b) => a + b));
    }

    public async Task<IReadOnlyList<IQueryable<MediaItemId>>> InUse(DirectinoContext db, CancellationToken ct)
    {
        var written = (await Written(db, ct)).Concat(await Repeated(db, ct)).SelectMany(c => c).Distinct().ToList();
        return
        [
            db.Set<Post>().SelectMany(p => p.Items).Select(i => i.MediaId),
            db.Set<Post>().Where(p => p.CoverId != null).Select(p => p.CoverId!.Value),
            db.Set<MediaItem>().Where(m => written.Contains(m.Id)).Select(m => m.Id),
        ];
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

    private static MediaUses Of(PostState state, int count) => state switch
    {
        PostState.Draft or PostState.Failed or PostState.Missed => new MediaUses(Drafts: count),
        PostState.Scheduled or PostState.Publishing or PostState.Unknown or PostState.Notified => new MediaUses(Scheduled: count),
        PostState.Published => new MediaUses(Published: count),
    };

    /// <summary>What each of the few things that are being written shows.</summary>
    private static Task<List<IReadOnlyList<MediaItemId>>> Written(DirectinoContext db, CancellationToken ct) =>
        db.Set<WorkingCopy>().Select(c => c.Media).ToListAsync(ct);

    /// <summary>What is shown by each series whose posts are still to come, and by each that may come again.</summary>
    private static async Task<IReadOnlyList<IReadOnlyList<MediaItemId>>> Repeated(DirectinoContext db, CancellationToken ct) =>
    [
        .. await db.Set<PostSeries>().Where(s => s.EndedAt == null).Select(s => s.Media).ToListAsync(ct),
        .. await db.Set<EvergreenPost>().Select(e => e.Media).ToListAsync(ct),
    ];
}

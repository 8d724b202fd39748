using Directino.Accounts;
using Directino.Insights;
using Directino.Media;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Profile;

/// <summary>
/// The profile of an account as it will look: what is out, whoever published it, and what is planned, the last first. Stories, trial reels and reels that are
/// kept out of the feed are not on it. Which posts are pinned Instagram does not tell.
/// </summary>
public sealed class ProfileReader(Database database, TimeProvider clock)
{
    private const int Most = 60;

    /// <summary>So many that come after a post are counted for its column.</summary>
    private const int Far = 300;

    /// <summary>So many may stand at one instant without one of them being lost between two pages.</summary>
    private const int AtOnce = 4;

    /// <summary>The cells before an instant, the last first; null: from the farthest plan on.</summary>
    public async Task<ProfilePage> Read(WorkspaceId workspace, AccountId account, DateTimeOffset? before, int count, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return before is { } end
            ? await Cells(workspace, account, p => p.Where(x => x.At < end), p => p.Where(x => x.PublishedAt < end), Math.Clamp(count, 1, Most), true, db, ct)
            : await Cells(workspace, account, p => p, p => p, Math.Clamp(count, 1, Most), true, db, ct);
    }

    /// <summary>What would stand around a post at an instant: in its row as on the profile, with what comes after it above and what came before below.</summary>
    /// <param name="without">The post itself, where it is planned already.</param>
    public async Task<ProfileView> Around(WorkspaceId workspace, AccountId account, PostId? without, DateTimeOffset at, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var above = (await Cells(workspace, account, p => p.Where(x => x.At > at), p => p.Where(x => x.PublishedAt > at), Far, false, db, ct)).Cells.Where(IsAnother).ToList();
        var below = (await Cells(workspace, account, p => p.Where(x => x.At <= at), p => p.Where(x => x.PublishedAt <= at), ProfileView.MostBelow + 1, true, db, ct)).Cells.Where(IsAnother);
        return ProfileView.Of(above, [.. below]);

        bool IsAnother(ProfileCell cell) => without is null || cell.Post != without;
    }

    /// <summary>From both sources as many as are wanted, then the nearest of all.</summary>
    private async Task<ProfilePage> Cells(
        WorkspaceId workspace, AccountId account, Func<IQueryable<Post>, IQueryable<Post>> posts, Func<IQueryable<InsightPost>, IQueryable<InsightPost>> listed, int count, bool lastFirst,
        DirectinoContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var planned = posts(db.Set<Post>().Where(p => p.WorkspaceId == workspace && p.AccountId == account && p.Kind != PostKind.Story && p.At != null && p.DeletedAt == null
            && p.State != PostState.Failed && p.State != PostState.Missed && (p.State != PostState.Draft || p.At > now)));
        var others = listed(db.Set<InsightPost>().Where(i => i.AccountId == account && i.GoneAt == null && i.ProductType != "STORY"));
        var ours = await Planned(lastFirst ? planned.OrderByDescending(p => p.At) : planned.OrderBy(p => p.At), account, count + AtOnce, db, ct);
        var theirs = await Listed(lastFirst ? others.OrderByDescending(i => i.PublishedAt) : others.OrderBy(i => i.PublishedAt), account, count + AtOnce, db, ct);
        List<ProfileCell> all = [.. lastFirst ? ours.Concat(theirs).OrderByDescending(c => c.At) : ours.Concat(theirs).OrderBy(c => c.At)];
        var cells = all.Count <= count ? all : [.. all.Take(count), .. all.Skip(count).TakeWhile(c => c.At == all[count - 1].At)];
        return new ProfilePage([.. cells.Where(c => c.IsShown)], cells.Count < all.Count ? cells[^1].At : null);
    }

    private static async Task<List<ProfileCell>> Planned(IQueryable<Post> posts, AccountId account, int count, DirectinoContext db, CancellationToken ct)
    {
        // What was deleted at Instagram is off the profile.
        var there = posts.Where(p => p.InstagramId == null || !db.Set<InsightPost>().Any(i => i.AccountId == account && i.MediaId == p.InstagramId && i.GoneAt != null)).Take(count);
        var rows = await (
            from post in there
            join picture in db.Set<MediaItem>() on post.CoverId ?? post.Items.Where(i => i.Position == 0).Select(i => (MediaItemId?)i.MediaId).FirstOrDefault() equals (MediaItemId?)picture.Id into pictures
            from picture in pictures.DefaultIfEmpty()
            select new { post.Id, post.Version, post.State, post.At, post.Kind, post.Caption, post.Options, Items = post.Items.Count, Picture = picture == null ? (MediaItemId?)null : picture.Id, Key = picture == null ? null : picture.ThumbnailKey }).ToListAsync(ct);
        return [.. rows.Select(r => new ProfileCell(r.At!.Value, r.Kind, r.Items > 1, PostNames.FirstWords(r.Caption))
        {
            Post = r.Id, Version = r.Version, State = r.State, Picture = r.Picture, PictureKey = r.Key, IsShown = r.Options is { Graduation: null } and not { ShareToFeed: false },
        })];
    }

    /// <summary>What somebody published elsewhere.</summary>
    private static async Task<List<ProfileCell>> Listed(IQueryable<InsightPost> posts, AccountId account, int count, DirectinoContext db, CancellationToken ct)
    {
        var rows = await posts.Where(i => !db.Set<Post>().Any(p => p.AccountId == account && p.InstagramId == i.MediaId)).Take(count)
            .Select(i => new { i.Id, i.PublishedAt, i.ProductType, i.MediaType, i.Caption, i.PictureUrl }).ToListAsync(ct);
        return [.. rows.Select(r => new ProfileCell(r.PublishedAt, r.ProductType == "REELS" ? PostKind.Reel : PostKind.Post, r.MediaType == "CAROUSEL_ALBUM", PostNames.FirstWords(r.Caption ?? ""))
        {
            Listed = r.Id, State = PostState.Published, PictureUrl = r.PictureUrl,
        })];
    }
}

using Directino.Accounts;
using Directino.Media;
using Directino.Persistence;
using Directino.Planning.Series;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Neighbours;

/// <summary>Reads the posts that one may repeat or crowd: two queries, however many there are.</summary>
public sealed class NeighbourReader(Database database, TimeProvider clock)
{
    /// <summary>So many posts are looked at, the latest first. Instagram takes no more in a week.</summary>
    private const int Most = 700;

    /// <summary>What a picture or video is by its content, however it was cropped or cut since it was uploaded.</summary>
    public static string Origin(MediaItem item) => item.UncroppedKey ?? item.SourceKey ?? item.Key;

    /// <summary>The neighbours of a post in its account, by the time it is to go out (null: about now).</summary>
    public async Task<IReadOnlyList<PostNeighbour>> Around(WorkspaceId workspace, AccountId account, DateTimeOffset? slot, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var at = slot ?? clock.GetUtcNow();
        return await Read(workspace, [account], at, at, db, ct);
    }

    /// <summary>What is good to know about a post as it would be.</summary>
    public async Task<IReadOnlyList<PostWarning>> Warnings(WorkspaceId workspace, PostId? id, PostContent content, DateTimeOffset? slot, CancellationToken ct)
    {
        if (content.Account is not { } account)
            return [];
        await using var db = database.Open(workspace);
        var now = clock.GetUtcNow();
        var media = (await PlanReader.Media(content, db, ct)).ToDictionary(m => m.Id);
        var pictures = content.Items.Where(i => media.ContainsKey(i.Media)).Select(i => Origin(media[i.Media])).ToList();
        var post = new ComposedPost(id, content.Kind, slot, pictures, CaptionTrace.Of(content.Caption));
        return Neighbourhood.Warnings(post, await Read(workspace, [account], slot ?? now, slot ?? now, db, ct), now);
    }

    /// <param name="from">Of the earliest post whose neighbours they are.</param>
    /// <param name="until">Of the latest.</param>
    internal static async Task<IReadOnlyList<PostNeighbour>> Read(
        WorkspaceId workspace, IReadOnlyCollection<AccountId> accounts, DateTimeOffset from, DateTimeOffset until, DirectinoContext db, CancellationToken ct)
    {
        var (first, last) = (from - Neighbourhood.Memory, until + Neighbourhood.Memory);
        var wanted = accounts.Select(a => (AccountId?)a).ToList();
        var posts = db.Set<Post>()
            .Where(p => p.WorkspaceId == workspace && wanted.Contains(p.AccountId) && p.At >= first && p.At <= last && p.State != PostState.Failed && p.State != PostState.Missed)
            .OrderByDescending(p => p.At).Take(Most);
        var days = db.Set<SeriesDay>();
        var lines = await posts.Select(p => new { p.Id, p.AccountId, p.State, p.Kind, p.At, p.Caption, Series = days.Where(d => d.PostId == p.Id).Select(d => (SeriesId?)d.SeriesId).FirstOrDefault() }).ToListAsync(ct);
        var shown = (await posts.SelectMany(p => p.Items, (p, i) => new { p.Id, i.Position, i.MediaId })
            .Join(db.Set<MediaItem>(), i => i.MediaId, m => m.Id, (i, m) => new { i.Id, i.Position, Key = m.UncroppedKey ?? m.SourceKey ?? m.Key }).ToListAsync(ct)).ToLookup(i => i.Id);
        return [.. lines.Select(p => new PostNeighbour(
            p.Id, p.AccountId!.Value, p.State, p.Kind, p.At!.Value, PostNames.FirstWords(p.Caption), [.. shown[p.Id].OrderBy(i => i.Position).Select(i => i.Key)], CaptionTrace.Of(p.Caption)) { Series = p.Series })];
    }
}

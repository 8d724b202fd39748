using System.Globalization;
using System.Runtime.CompilerServices;
using Directino.Accounts;
using Directino.Insights;
using Directino.Labels;
using Directino.Media;
using Directino.Persistence;
using Directino.Planning.Campaigns;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Files;

/// <summary>Writes posts as a file that <see cref="PlanFile"/> reads back, in parts, however many there are.</summary>
public sealed class PlanExport(Database database)
{
    private const int Page = 200;

    /// <summary>For people; not read back.</summary>
    private static readonly string[] Beside = ["state", "link"];

    /// <param name="from">Null: those without a time, too.</param>
    /// <param name="until">Null: to the end.</param>
    public async IAsyncEnumerable<string> Write(
        WorkspaceId workspace, PlanFilter filter, DateTimeOffset? from, DateTimeOffset? until, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var csv = new Csv().Row([.. PlanColumns.All.Select(c => c.Name()), .. Beside]);
        var labels = await db.Set<Label>().AsNoTracking().ToDictionaryAsync(l => l.Id, l => l.Name, ct);
        var campaigns = await db.Set<Campaign>().AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Name, ct);
        var accounts = await db.Set<ConnectedAccount>().AsNoTracking().ToDictionaryAsync(a => a.Id, ct);
        var zone = await db.Set<Workspace>().Where(w => w.Id == workspace).Select(w => w.TimeZone).FirstAsync(ct);
        var posts = filter.Apply(db.Set<Post>().AsNoTracking().Where(p => p.WorkspaceId == workspace));
        if (from is not null)
            posts = posts.Where(p => p.At >= from);
        if (until is not null)
            posts = posts.Where(p => p.At < until);
        // Those that stand in time by their time, then those that do not.
        foreach (var (part, key) in new (IQueryable<Post>, Func<Post, IQueryable<Post>, IQueryable<Post>>)[]
                 {
                     (posts.Where(p => p.At != null).OrderBy(p => p.At).ThenBy(p => p.Id), (last, p) => p.Where(x => x.At > last.At || (x.At == last.At && x.Id > last.Id))),
                     (posts.Where(p => p.At == null).OrderBy(p => p.Id), (last, p) => p.Where(x => x.Id > last.Id)),
                 })
        {
            for (var page = await part.Take(Page).ToListAsync(ct); page.Count > 0; page = page.Count < Page ? [] : await key(page[^1], part).Take(Page).ToListAsync(ct))
            {
                var names = await Names(page, db, ct);
                foreach (var post in page)
                    csv.Row(Cells(post, post.AccountId is { } id ? accounts.GetValueOrDefault(id) : null, zone, names, labels, post.CampaignId is { } c ? campaigns.GetValueOrDefault(c) : null));
                yield return csv.Take();
            }
        }

        yield return csv.Take();
    }

    /// <summary>A file with one example of each kind, as a beginning.</summary>
    /// <param name="account">A username to begin with.</param>
    /// <param name="day">The day of the first post.</param>
    public static string Sample(string account, DateOnly day)
    {
        var csv = new Csv().Row(PlanColumns.All.Where(c => c != PlanColumn.More).Select(c => c.Name()));
        csv.Row(account, day, "07:30", "post", "Rye, out of the oven at seven.", "rye.jpg", "A round loaf of rye", "Ask for the recipe.", "Bread", "", "", "");
        csv.Row(account, day.AddDays(1), "18:00", "post", "Three ways to fold a croissant.", "fold-1.jpg | fold-2.jpg | fold-3.jpg", "Dough | Folded once | Baked", "", "Bread | How to", "", "", "");
        csv.Row(account, day.AddDays(2), "12:00", "reel", "A minute at the oven.", "oven.mp4", "", "", "", "", "", "");
        return csv.Row(account, "", "", "story", "", "shop-front.jpg", "", "", "", "", "", "yes").ToString();
    }

    /// <summary>Rows as they stand in a file that is being brought in, with what is wrong with each.</summary>
    public static string Rows(IEnumerable<(PlanRow Row, string Problem)> rows)
    {
        var csv = new Csv().Row([.. PlanColumns.All.Select(c => c.Name()), "problem"]);
        foreach (var (row, problem) in rows)
            csv.Row([.. PlanColumns.All.Select(c => row[c]), problem]);
        return csv.ToString();
    }

    private static IEnumerable<object?> Cells(Post post, ConnectedAccount? account, string zone, Dictionary<MediaItemId, string> names, Dictionary<LabelId, string> labels, string? campaign)
    {
        var content = post.Content;
        var (date, time) = Moment(post.Slot ?? post.At, LocalTime.Zone(account?.TimeZone ?? zone));
        var described = content.Items.Any(i => i.AltText is not null);
        return
        [
            account?.Username, date, time, post.Kind.ToString().ToLowerInvariant(), post.Caption,
            string.Join(" | ", content.Items.Select(i => names[i.Media])),
            described ? string.Join(" | ", content.Items.Select(i => i.AltText?.Replace('|', '/'))) : "",
            content.Options.FirstComment,
            string.Join(" | ", post.Labels.Select(l => labels.GetValueOrDefault(l.LabelId)).OfType<string>().Order(StringComparer.Ordinal)),
            campaign,
            string.Join(" | ", content.Options.Collaborators), content.Options.ByHand ? "yes" : "", RowMore.Write(content), post.State.ToString().ToLowerInvariant(), post.Permalink,
        ];
    }

    /// <summary>By the clock of the account; as an instant where its clock does not tell it, as in the second of two hours in autumn.</summary>
    private static (string? Date, string? Time) Moment(DateTimeOffset? at, TimeZoneInfo zone)
    {
        if (at is not { } instant)
            return (null, null);
        var local = LocalTime.Of(instant, zone);
        var (day, time) = (DateOnly.FromDateTime(local), new TimeOnly(local.Hour, local.Minute));
        return LocalTime.ToInstant(day, time, zone).Instant == instant
            ? (RowTime.Write(day), time.ToString("HH:mm", CultureInfo.InvariantCulture))
            : (instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture), null);
    }

    /// <summary>What each item is called: by its name where that tells which one is meant, else by its id.</summary>
    private static async Task<Dictionary<MediaItemId, string>> Names(List<Post> posts, DirectinoContext db, CancellationToken ct)
    {
        var ids = posts.SelectMany(p => p.Items).Select(i => i.MediaId).Distinct().ToList();
        var items = await db.Set<MediaItem>().Where(m => ids.Contains(m.Id)).Select(m => new { m.Id, m.FileName }).ToListAsync(ct);
        var alike = (await db.Called([.. items.Select(i => i.FileName)]).Select(m => m.FileName).ToListAsync(ct))
            .GroupBy(n => n, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return items.ToDictionary(
            i => i.Id, i => alike.Contains(i.FileName) || i.FileName.AsSpan().IndexOfAny("|;\r\n") >= 0 || i.FileName.StartsWith('\'') ? i.Id.ToString() : i.FileName);
    }
}

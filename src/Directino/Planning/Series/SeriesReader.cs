using Directino.Accounts;
using Directino.Media;
using Directino.Persistence;
using Directino.Planning.Approvals;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Series;

/// <summary>Reads series for pages and endpoints.</summary>
public sealed class SeriesReader(Database database, TimeProvider clock)
{
    /// <summary>So many days ahead are shown.</summary>
    private const int Shown = 12;

    /// <summary>Running ones first, then those that have ended; newest first.</summary>
    public async Task<IReadOnlyList<SeriesLine>> All(WorkspaceId workspace, AccountId? account, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var rows = await (
            from series in db.Set<PostSeries>().AsNoTracking()
            join a in db.Set<ConnectedAccount>() on series.AccountId equals a.Id
            where account == null || series.AccountId == account
            orderby series.EndedAt != null, series.Id descending
            select new { Series = series, a.Username, a.TimeZone }).Take(2 * SeriesBook.Most).ToListAsync(ct);
        var pictures = rows.Where(r => r.Series.Content.Items.Count > 0).Select(r => r.Series.Content.Items[0].Media).Distinct().ToList();
        var media = await db.Set<MediaItem>().AsNoTracking().Where(m => pictures.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
        return [.. rows.Select(r => new SeriesLine(r.Series, r.Username, r.TimeZone, Next(r.Series, r.TimeZone),
            r.Series.Content.Items is [var first, ..] ? media.GetValueOrDefault(first.Media) : null))];
    }

    /// <summary>A series with its days to come; null when there is none.</summary>
    public async Task<SeriesView?> Find(WorkspaceId workspace, SeriesId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var now = clock.GetUtcNow();
        if (await SeriesScene.Look(db, id, now, ct) is not { } scene)
            return null;
        var rows = scene.Days.ToDictionary(d => d.Date);
        // Days that somebody changed alone stay, whatever became of the rule.
        var dates = (scene.Series.IsRunning ? SeriesDates.From(scene.Series.Rule, scene.Today).Where(d => scene.At(d) > now || rows.ContainsKey(d)).Take(Shown) : [])
            .Union(scene.Days.Where(d => scene.PostOf(d) is { } post && post.Slot > now).Select(d => d.Date)).Order();
        var passed = await db.Set<SeriesDay>().Where(d => d.SeriesId == id && d.State == SeriesDayState.Passed).OrderByDescending(d => d.Date).Take(Shown).Select(d => d.Date).ToListAsync(ct);
        return new SeriesView(scene.Series, scene.Account, await PlanReader.Media(scene.Series.Content, db, ct), [.. dates.Select(d => Moment(scene, d, rows.GetValueOrDefault(d)))], passed);
    }

    /// <summary>The series that a post is of; null when it is of none.</summary>
    public async Task<SeriesLine?> Of(WorkspaceId workspace, PostId post, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var row = await (
            from day in db.Set<SeriesDay>()
            where day.PostId == post
            join series in db.Set<PostSeries>() on day.SeriesId equals series.Id
            join account in db.Set<ConnectedAccount>() on series.AccountId equals account.Id
            select new { Series = series, account.Username, account.TimeZone }).AsNoTracking().FirstOrDefaultAsync(ct);
        return row is null ? null : new SeriesLine(row.Series, row.Username, row.TimeZone, null, null);
    }

    private DateTimeOffset? Next(PostSeries series, string zone)
    {
        var place = LocalTime.Zone(zone);
        return series.IsRunning
            ? SeriesDates.From(series.Rule, series.HandledUntil).Select(d => (DateTimeOffset?)series.On(d, place)).FirstOrDefault(at => at > clock.GetUtcNow())
            : null;
    }

    private static SeriesMoment Moment(SeriesScene scene, DateOnly date, SeriesDay? day)
    {
        var post = day is null ? null : scene.PostOf(day);
        var fate = day switch
        {
            null => SeriesFate.ToBeMade,
            { State: SeriesDayState.Passed } => SeriesFate.Passed,
            { State: SeriesDayState.Skipped } => SeriesFate.Skipped,
            _ when post is null => SeriesFate.Skipped,
            { Objection: not null } when scene.IsOurs(day, post) => SeriesFate.Held,
            _ => scene.IsOurs(day, post) || !post.IsEditable ? SeriesFate.Planned : SeriesFate.Changed,
        };
        return new SeriesMoment(date, post?.At ?? scene.At(date), fate, post?.Id, post?.State, post?.Approval ?? ApprovalState.NotAsked, day?.Objection);
    }
}

/// <summary>A series as lists have it.</summary>
/// <param name="Next">Its next day by the rule; null when there is none.</param>
/// <param name="Picture">What it shows first.</param>
public sealed record SeriesLine(PostSeries Series, string Username, string TimeZone, DateTimeOffset? Next, MediaItem? Picture);

/// <summary>A series with what is to come of it.</summary>
/// <param name="Passed">The last of the days whose time was over before a post could be made of them.</param>
public sealed record SeriesView(PostSeries Series, ConnectedAccount Account, IReadOnlyList<MediaItem> Media, IReadOnlyList<SeriesMoment> Days, IReadOnlyList<DateOnly> Passed);

/// <summary>One day of a series.</summary>
/// <param name="Objection">Why it is held, as a rule.</param>
public sealed record SeriesMoment(DateOnly Date, DateTimeOffset At, SeriesFate Fate, PostId? Post, PostState? State, ApprovalState Approval, string? Objection);

public enum SeriesFate
{
    /// <summary>Too far ahead to be a post.</summary>
    ToBeMade,

    /// <summary>A post as the series wrote it.</summary>
    Planned,

    /// <summary>A post that somebody changed, moved or withdrew: it follows the series no longer.</summary>
    Changed,

    /// <summary>A draft, because something stands in its way.</summary>
    Held,

    /// <summary>Somebody does not want it.</summary>
    Skipped,

    /// <summary>Its time was over before a post could be made.</summary>
    Passed,
}

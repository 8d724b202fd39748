using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Series;

/// <summary>A series at one moment: its days that are near, their posts, and what its rule wants of them.</summary>
internal sealed class SeriesScene
{
    private SeriesScene(PostSeries series, ConnectedAccount account, DateTimeOffset now) => (Series, Account, Now) = (series, account, now);

    public PostSeries Series { get; }

    public ConnectedAccount Account { get; }

    public DateTimeOffset Now { get; }

    public List<SeriesDay> Days { get; private init; } = [];

    public Dictionary<PostId, Post> Posts { get; private init; } = [];

    /// <summary>The days of the rule that are near enough to be posts.</summary>
    public HashSet<DateOnly> Wanted { get; private init; } = [];

    /// <summary>When the next day becomes near enough; null when there is none.</summary>
    public DateTimeOffset? NextAt { get; private init; }

    public DateOnly Today => DateOnly.FromDateTime(LocalTime.Of(Now, Zone));

    private TimeZoneInfo Zone => LocalTime.Zone(Account.TimeZone);

    /// <summary>Null when there is no such series here.</summary>
    public static async Task<SeriesScene?> Look(DirectinoContext db, SeriesId id, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Set<PostSeries>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, ct) is not { } series)
            return null;
        var account = await db.Set<ConnectedAccount>().AsNoTracking().FirstAsync(a => a.Id == series.AccountId, ct);
        var empty = new SeriesScene(series, account, now);
        // A day may be the one before on another clock.
        var from = empty.Today.AddDays(-1);
        var days = await db.Set<SeriesDay>().AsNoTracking().Where(d => d.SeriesId == id && (d.Date >= from || d.State == SeriesDayState.Leaving)).ToListAsync(ct);
        var ids = days.Where(d => d.PostId is not null).Select(d => d.PostId!.Value).ToList();
        var ahead = now + SeriesKeeper.Horizon;
        // What passed while nothing ran is looked at, too.
        var first = series.HandledUntil < from ? series.HandledUntil.AddDays(1) : from;
        return new SeriesScene(series, account, now)
        {
            Days = days,
            Posts = await db.Set<Post>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct),
            Wanted = series.IsRunning ? [.. SeriesDates.From(series.Rule, first).TakeWhile(d => empty.At(d) <= ahead)] : [],
            NextAt = series.IsRunning ? SeriesDates.From(series.Rule, from).Select(d => (DateTimeOffset?)empty.At(d)).FirstOrDefault(at => at > ahead) - SeriesKeeper.Horizon : null,
        };
    }

    public DateTimeOffset At(DateOnly date) => Series.On(date, Zone);

    public PostContent ContentOf(DateOnly date) => SeriesContent.On(Series, Account, At(date));

    /// <summary>Whether what was last said about the series holds for a day; before, what was said then does.</summary>
    public bool IsOfEdition(DateOnly date) => date >= Series.EditionFrom;

    public Post? PostOf(SeriesDay day) => day.PostId is { } id ? Posts.GetValueOrDefault(id) : null;

    /// <summary>Still to come, and can be changed.</summary>
    public bool IsToCome(Post post) => post.IsEditable && post.Slot > Now;

    /// <summary>As the series wrote and put it: nobody changed, moved or withdrew it. What the series itself was about to write when it was interrupted counts, too.</summary>
    public bool IsOurs(SeriesDay day, Post post)
    {
        var print = SeriesDay.PrintOf(post.Content);
        return (post.State == PostState.Scheduled || (post.State == PostState.Draft && day.Objection is not null))
            && (post.Slot == day.Slot || post.Slot == At(day.Date))
            && (print == day.Print || print == SeriesDay.PrintOf(ContentOf(day.Date)));
    }
}

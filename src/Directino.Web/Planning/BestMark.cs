using Directino.Insights.BestTimes;
using Directino.Planning;

namespace Directino.Web.Planning;

/// <summary>One of an account's best hours as it falls on a day. A pure value.</summary>
/// <param name="IsOnline">By followers online; otherwise by what its posts reached.</param>
public sealed record BestMark(DateOnly Day, BestHour Hour, bool IsOnline)
{
    /// <summary>Those of a day, in the order of time.</summary>
    public static IReadOnlyList<BestMark> On(DateOnly day, BestTimesView? view) => view is null ? [] :
        [.. new[] { (Hour: view.Online.On(day.DayOfWeek), IsOnline: true), (Hour: view.Posts.On(day.DayOfWeek), IsOnline: false) }
            .Where(m => m.Hour is not null).Select(m => new BestMark(day, m.Hour!, m.IsOnline)).OrderBy(m => m.Hour.At.Hour)];

    /// <summary>What to suggest: the best hour of a day that is chosen, otherwise the strongest, of equals the next; followers online before what posts reached. Null where nothing is known.</summary>
    /// <param name="view">The account's.</param>
    /// <param name="chosen">The day that is chosen already.</param>
    /// <param name="now">The time: nothing that has begun is suggested.</param>
    public static BestMark? Next(BestTimesView view, DateOnly? chosen, DateTimeOffset now)
    {
        var zone = LocalTime.Zone(view.TimeZone);
        bool IsAhead(DateOnly day, BestHour hour) => LocalTime.ToInstant(day, new TimeOnly(hour.At.Hour, 0), zone).Instant > now;
        foreach (var (hours, isOnline) in new[] { (view.Online, true), (view.Posts, false) })
        {
            if (chosen is { } day)
            {
                if (hours.On(day.DayOfWeek) is { } best && IsAhead(day, best))
                    return new BestMark(day, best, isOnline);
            }
            else if (hours.Hours is [{ Level: var strongest }, ..])
            {
                var today = DateOnly.FromDateTime(LocalTime.Of(now, zone));
                return hours.Hours.Where(h => h.Level >= strongest)
                    .Select(h => new BestMark(Enumerable.Range(0, 8).Select(today.AddDays).First(d => d.DayOfWeek == h.At.Weekday && IsAhead(d, h)), h, isOnline)).MinBy(m => m.Day);
            }
        }

        return null;
    }

    public TimeOnly Time => new(Hour.At.Hour, 0);
}

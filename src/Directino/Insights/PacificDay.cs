using Directino.Instagram.Insights;

namespace Directino.Insights;

/// <summary>Instagram's days: they begin and end at midnight Pacific time, whatever the account's zone (API reference, insights 2.1).</summary>
public static class PacificDay
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    public static DateTimeOffset Start(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    public static DateTimeOffset End(DateOnly day) => Start(day.AddDays(1));

    /// <summary>The hours of a day as Instagram's clock shows them: none is there that the clock jumps over, and one twice where it goes back.</summary>
    public static IEnumerable<(int Hour, DateTimeOffset Start)> Hours(DateOnly day)
    {
        for (var at = Start(day); at < End(day); at += TimeSpan.FromHours(1))
            yield return (TimeZoneInfo.ConvertTime(at, Zone).Hour, at);
    }

    /// <summary>
    /// The range that asks for whole days: it holds the end of each and not the end of the day before, whichever side of a
    /// range Instagram counts in. A month in which clocks go back is an hour too long for one question and loses it at the start.
    /// </summary>
    public static (DateTimeOffset Since, DateTimeOffset Until) Range(DateOnly first, DateOnly last)
    {
        var (since, until) = (Start(first) + TimeSpan.FromSeconds(1), End(last));
        return (until - since > InsightsClient.LongestRange ? until - InsightsClient.LongestRange : since, until);
    }

    /// <summary>The newest day that is over.</summary>
    public static DateOnly LastComplete(DateTimeOffset now) => Of(now).AddDays(-1);

    /// <summary>The day a series' <c>end_time</c> closes. Taken from the middle of the day, since both 07:00 and 08:00 UTC are seen all year round.</summary>
    public static DateOnly EndingAt(DateTimeOffset endTime) => Of(endTime - TimeSpan.FromHours(12));
}

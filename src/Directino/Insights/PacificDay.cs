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

    /// <summary>The newest day that is over.</summary>
    public static DateOnly LastComplete(DateTimeOffset now) => Of(now).AddDays(-1);

    /// <summary>The day a series' <c>end_time</c> closes. Taken from the middle of the day, since both 07:00 and 08:00 UTC are seen all year round.</summary>
    public static DateOnly EndingAt(DateTimeOffset endTime) => Of(endTime - TimeSpan.FromHours(12));
}

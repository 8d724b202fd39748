namespace Directino.Insights.BestTimes;

/// <summary>An hour of every week, on the clock of an account.</summary>
public readonly record struct WeekHour(DayOfWeek Weekday, int Hour)
{
    /// <summary>The hour of the week in which an instant lies.</summary>
    public static WeekHour Of(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return new(local.DayOfWeek, local.Hour);
    }
}

namespace Directino.Sandbox.Insights;

/// <summary>Instagram's days end at midnight in California, which is 07:00 or 08:00 UTC.</summary>
internal static class PacificDays
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    public static DateTimeOffset End(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>Days that end within the range.</summary>
    public static IEnumerable<DateOnly> EndingWithin(DateTimeOffset since, DateTimeOffset until)
    {
        for (var day = Of(since).AddDays(-1); End(day) <= until; day = day.AddDays(1))
        {
            if (End(day) > since) yield return day;
        }
    }
}

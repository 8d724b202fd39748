namespace Directino.Web.Home;

/// <summary>The edges of a reader's day.</summary>
internal static class LocalDay
{
    /// <summary>The day of <paramref name="now"/> in a zone, or one <paramref name="daysLater"/>.</summary>
    public static (DateTimeOffset From, DateTimeOffset Until) Around(DateTimeOffset now, string zone, int daysLater)
    {
        var place = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var day = TimeZoneInfo.ConvertTime(now, place).Date.AddDays(daysLater);
        return (Midnight(day, place), Midnight(day.AddDays(1), place));
    }

    // Where midnight is skipped by a change of clocks, the day begins an hour later.
    private static DateTimeOffset Midnight(DateTime day, TimeZoneInfo place)
    {
        var local = place.IsInvalidTime(day) ? day.AddHours(1) : day;
        return new DateTimeOffset(local, place.GetUtcOffset(local)).ToUniversalTime();
    }
}

namespace Directino.Insights.BestTimes;

/// <summary>
/// When followers are on line, hour by hour of a week on the account's own clock. Instagram counts by hours of a day that it does not name; they
/// are read as its other days are, in California's time. Where the clocks differ by half an hour, an hour takes from both it overlaps. Pure.
/// </summary>
public static class OnlineWeek
{
    /// <summary>Below it Instagram tells nothing.</summary>
    public const int LeastFollowers = 100;

    /// <summary>Each weekday twice.</summary>
    public const int LeastDays = 14;

    private const int LeastDates = 2;

    /// <param name="days">Told days.</param>
    /// <param name="zone">The account's.</param>
    public static BestHours Best(IReadOnlyCollection<OnlineTold> days, TimeZoneInfo zone)
    {
        var (from, to) = days.Count == 0 ? ((DateOnly?)null, (DateOnly?)null) : (days.Min(d => d.Day), days.Max(d => d.Day));
        if (days.Count < LeastDays)
            return new BestHours([], TimesMissing.TooFewDays, days.Count, LeastDays, from, to);
        var levels = Levels(days, zone);
        var usual = levels.Count == 0 ? 0 : levels.Values.Average(l => l.Average);
        var best = BestHour.Of(levels.Where(l => l.Value.Dates >= LeastDates).Select(l => new BestHour(l.Key, l.Value.Average, usual, l.Value.Dates)));
        return new BestHours(best, best.Count == 0 ? TimesMissing.Even : null, days.Count, LeastDays, from, to);
    }

    /// <summary>Of each hour of the week that was told, how many were on line on average and on how many dates.</summary>
    public static IReadOnlyDictionary<WeekHour, (double Average, int Dates)> Levels(IEnumerable<OnlineTold> days, TimeZoneInfo zone) =>
        days.SelectMany(d => PacificDay.Hours(d.Day).Where(h => h.Hour < d.Hours.Count).SelectMany(h => Parts(h.Start, d.Hours[h.Hour], zone)))
            .GroupBy(p => p.At).ToDictionary(g => g.Key, g => (g.Sum(p => p.Count * p.Minutes) / g.Sum(p => p.Minutes), g.Select(p => p.Date).Distinct().Count()));

    /// <summary>An hour of Instagram's as the hour or two of the account's clock that it lies in.</summary>
    private static IEnumerable<Part> Parts(DateTimeOffset start, long? told, TimeZoneInfo zone)
    {
        if (told is not { } count)
            yield break;
        var first = 60 - TimeZoneInfo.ConvertTime(start, zone).Minute;
        yield return Part.Of(start, first, count, zone);
        if (first < 60)
            yield return Part.Of(start.AddMinutes(first), 60 - first, count, zone);
    }

    private readonly record struct Part(WeekHour At, DateOnly Date, int Minutes, double Count)
    {
        public static Part Of(DateTimeOffset start, int minutes, double count, TimeZoneInfo zone) =>
            new(WeekHour.Of(start, zone), DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(start, zone).DateTime), minutes, count);
    }
}

/// <summary>One of Instagram's days.</summary>
/// <param name="Hours">Followers on line by hour; null where it was not told.</param>
public sealed record OnlineTold(DateOnly Day, IReadOnlyList<long?> Hours);

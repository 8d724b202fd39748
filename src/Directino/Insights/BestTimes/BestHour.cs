namespace Directino.Insights.BestTimes;

/// <summary>An hour that stands out of the week.</summary>
/// <param name="Level">What was measured in it: followers on line on average, or the accounts that a post reached in the middle.</param>
/// <param name="Usual">The same of the whole week.</param>
/// <param name="RestsOn">How many days, or posts, of this hour it is taken from.</param>
public sealed record BestHour(WeekHour At, double Level, double Usual, int RestsOn)
{
    /// <summary>By how much an hour must stand out to be told at all.</summary>
    public const double Least = 1.1;

    /// <summary>Of each weekday the hour that stands out most, the strongest first; among equals the earliest. None where no hour of a day stands out.</summary>
    internal static IReadOnlyList<BestHour> Of(IEnumerable<BestHour> hours) =>
        [.. hours.Where(h => h.Usual > 0 && h.Level >= Least * h.Usual)
            .GroupBy(h => h.At.Weekday).Select(day => day.OrderByDescending(h => h.Level).ThenBy(h => h.At.Hour).First())
            .OrderByDescending(h => h.Level).ThenBy(h => h.At.Weekday)];
}

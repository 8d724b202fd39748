using System.Globalization;
using System.Text.RegularExpressions;

namespace Directino.Planning.Files;

/// <summary>
/// Date and time as people write them: 2026-12-01, 1.12.2026, 13/12/2026; 18:00, 6:00 PM; or an instant with its offset. 03/04/2026 is a day in April to some and in March
/// to others: it is refused with both. Pure, so that every way of writing can be tested.
/// </summary>
public static partial class RowTime
{
    private static readonly string[] Times = ["H:mm", "HH:mm", "H:mm:ss", "HH:mm:ss", "h:mm tt", "h:mm:ss tt", "h tt", "h:mmtt", "htt"];

    /// <summary>The instant of both cells on the clock of <paramref name="zone"/>.</summary>
    public static RowMoment Read(string date, string time, TimeZoneInfo zone)
    {
        date = Plain(date);
        time = Plain(time);
        if (date.Length == 0)
            return time.Length == 0 ? RowMoment.None : RowMoment.Wrong(PlanFileRules.DateMissing);
        if (time.Length == 0 && Instant().IsMatch(date) && DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            return new RowMoment(instant.ToUniversalTime());
        // Both in one cell, as some programs write them.
        if (time.Length == 0 && date.IndexOfAny([' ', 'T']) is > 0 and var gap)
            (date, time) = (date[..gap], date[(gap + 1)..].Trim());
        if (Day(date, out var readings) is not { } day)
            return readings is [var dayFirst, var monthFirst] ? new RowMoment(null, PlanFileRules.DateAmbiguous) { DayFirst = dayFirst, MonthFirst = monthFirst } : RowMoment.Wrong(PlanFileRules.DateUnreadable);
        if (time.Length == 0)
            return RowMoment.Wrong(PlanFileRules.TimeMissing);
        if (!TimeOnly.TryParseExact(time.ToUpperInvariant(), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
            return RowMoment.Wrong(PlanFileRules.TimeUnreadable);
        var moment = LocalTime.ToInstant(day, new TimeOnly(clock.Hour, clock.Minute), zone);
        return moment.Oddity switch
        {
            LocalOddity.Skipped => RowMoment.Wrong(PlanFileRules.TimeSkipped),
            LocalOddity.Twice => new RowMoment(moment.Instant, PlanFileRules.TimeTwice),
            _ => new RowMoment(moment.Instant),
        };
    }

    /// <summary>A date as it is written without doubt.</summary>
    public static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string text, out DateOnly[] readings)
    {
        readings = [];
        if (YearFirst().Match(text) is { Success: true } iso)
            return Of(iso, "year", "month", "day");
        if (YearLast().Match(text) is not { Success: true } parts)
            return null;
        var (dayFirst, monthFirst) = (Of(parts, "year", "second", "first"), Of(parts, "year", "first", "second"));
        // With dots the day is first wherever dots are used.
        if (parts.Groups["sign"].Value == "." || monthFirst is null || dayFirst == monthFirst)
            return dayFirst;
        if (dayFirst is null)
            return monthFirst;
        readings = [dayFirst.Value, monthFirst.Value];
        return null;
    }

    private static DateOnly? Of(Match match, string year, string month, string day)
    {
        int Number(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        return Number(year) is >= 2000 and < 2200 && Number(month) is >= 1 and <= 12 && Number(day) is >= 1 and var d && d <= DateTime.DaysInMonth(Number(year), Number(month))
            ? new DateOnly(Number(year), Number(month), d) : null;
    }

    /// <summary>Digits of any script, spaces of any width.</summary>
    private static string Plain(string text) => Spaces().Replace(
        string.Concat(text.Select(c => char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c)), " ").Trim();

    [GeneratedRegex(@"^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$", RegexOptions.ExplicitCapture)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<first>\d{1,2})(?<sign>[-/.])(?<second>\d{1,2})\k<sign>(?<year>\d{4})$", RegexOptions.ExplicitCapture)]
    private static partial Regex YearLast();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*(Z|[+-]\d\d:?\d\d)$", RegexOptions.IgnoreCase)]
    private static partial Regex Instant();

    [GeneratedRegex(@"[\s\u200E\u200F]+")]
    private static partial Regex Spaces();
}

/// <summary>What date and time of a row came to.</summary>
/// <param name="At">Null when there is none or it cannot be told.</param>
/// <param name="Rule">What is odd or wrong about it (<see cref="PlanFileRules"/>).</param>
public sealed record RowMoment(DateTimeOffset? At, string? Rule = null)
{
    public static readonly RowMoment None = new(At: null);

    /// <summary>The two days that an ambiguous date can be.</summary>
    public DateOnly? DayFirst { get; init; }

    public DateOnly? MonthFirst { get; init; }

    public static RowMoment Wrong(string rule) => new(null, rule);
}

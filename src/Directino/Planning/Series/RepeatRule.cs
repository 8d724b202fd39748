using System.Globalization;
using System.Text.Json.Serialization;

namespace Directino.Planning.Series;

/// <summary>The days on which a post is repeated, on the calendar of its account. Pure.</summary>
public sealed record RepeatRule
{
    public const int MostEvery = 99;
    public const int MostTimes = 1_000;

    public RepeatUnit Unit { get; init; }

    /// <summary>Every one, every second, every third … unit.</summary>
    public int Every { get; init; } = 1;

    /// <summary>Of a week.</summary>
    public IReadOnlyList<DayOfWeek> Weekdays { get; init; } = [];

    /// <summary>How the day of a month is told; of no matter for other units.</summary>
    public MonthDay By { get; init; }

    /// <summary>What happens where a month has no 29th, 30th or 31st.</summary>
    public ShortMonth InShortMonths { get; init; }

    /// <summary>Not before; day, month or weekday of the month are its own.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Not after.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>So many days of the calendar, those that are left out with them.</summary>
    public int? Times { get; init; }

    /// <summary>Which of its weekdays the first day is in its month: 1 to 5.</summary>
    [JsonIgnore]
    public int Nth => ((First.Day - 1) / 7) + 1;

    /// <summary>Whether months without its day matter.</summary>
    [JsonIgnore]
    public bool MeetsShortMonths => Unit == RepeatUnit.Month && By == MonthDay.Date ? First.Day > 28 : Unit == RepeatUnit.Year && First is { Month: 2, Day: 29 };

    public RepeatRule Tidy() => this with { Weekdays = Unit == RepeatUnit.Week ? [.. Weekdays.Distinct().OrderBy(d => ((int)d + 6) % 7)] : [] };

    /// <summary>The rule of <see cref="SeriesRules"/> that it breaks; null when it can be kept.</summary>
    [JsonIgnore]
    public string? Flaw => this switch
    {
        { Every: < 1 or > MostEvery } => SeriesRules.EveryOutside,
        { Unit: RepeatUnit.Week, Weekdays.Count: 0 } => SeriesRules.WeekdayMissing,
        { Times: < 1 or > MostTimes } => SeriesRules.TimesOutside,
        { Until: { } until } when until < First => SeriesRules.UntilBeforeFirst,
        { First.Year: < 2000 or > 2200 } => SeriesRules.FirstOutside,
        _ => null,
    };

    /// <summary>The same as RFC 5545 writes it; its end is kept beside it, since days are all it is about.</summary>
    public string ToRfc5545() => string.Create(CultureInfo.InvariantCulture, $"FREQ={Frequency};INTERVAL={Every};WKST=MO{Day}");

    public bool Equals(RepeatRule? other) =>
        other is not null && Unit == other.Unit && Every == other.Every && Weekdays.SequenceEqual(other.Weekdays) && By == other.By
        && InShortMonths == other.InShortMonths && First == other.First && Until == other.Until && Times == other.Times;

    public override int GetHashCode() => HashCode.Combine(Unit, Every, By, InShortMonths, First, Until, Times);

    private string Frequency => Unit switch
    {
        RepeatUnit.Day => "DAILY",
        RepeatUnit.Week => "WEEKLY",
        RepeatUnit.Month => "MONTHLY",
        RepeatUnit.Year => "YEARLY",
    };

    private string Day => Unit switch
    {
        RepeatUnit.Day => "",
        RepeatUnit.Week => $";BYDAY={string.Join(',', Weekdays.Select(Code))}",
        RepeatUnit.Month => By switch
        {
            MonthDay.Date => DayOfMonth,
            MonthDay.Weekday => string.Create(CultureInfo.InvariantCulture, $";BYDAY={Nth}{Code(First.DayOfWeek)}"),
            MonthDay.LastWeekday => $";BYDAY=-1{Code(First.DayOfWeek)}",
        },
        RepeatUnit.Year => string.Create(CultureInfo.InvariantCulture, $";BYMONTH={First.Month}") + DayOfMonth,
    };

    /// <summary>Of the days up to the one meant, the last that the month has; or that one and no other.</summary>
    private string DayOfMonth => MeetsShortMonths && InShortMonths == ShortMonth.LastDay
        ? $";BYMONTHDAY={string.Join(',', Enumerable.Range(28, First.Day - 27))};BYSETPOS=-1"
        : string.Create(CultureInfo.InvariantCulture, $";BYMONTHDAY={First.Day}");

    private static string Code(DayOfWeek day) => day.ToString()[..2].ToUpperInvariant();
}

public enum RepeatUnit
{
    Day,
    Week,
    Month,
    Year,
}

/// <summary>How the day of a month is told from the first one.</summary>
public enum MonthDay
{
    /// <summary>The same date: the 14th.</summary>
    Date,

    /// <summary>The same weekday of the month: the second Tuesday.</summary>
    Weekday,

    /// <summary>The last weekday of its name: the last Friday.</summary>
    LastWeekday,
}

public enum ShortMonth
{
    /// <summary>On the last day it has.</summary>
    LastDay,

    /// <summary>Not in that month.</summary>
    Skip,
}

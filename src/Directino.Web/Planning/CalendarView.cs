using System.Globalization;
using Directino.Planning;

namespace Directino.Web.Planning;

/// <summary>Which days a calendar shows, and where it goes from there. A pure function of an address.</summary>
public sealed record CalendarView(CalendarSpan Span, DateOnly Date, DayOfWeek FirstDayOfWeek)
{
    private const string Format = "yyyy-MM-dd";

    public static CalendarView Of(string? span, string? date, DateOnly today, DayOfWeek first) => new(
        Enum.TryParse<CalendarSpan>(span, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : CalendarSpan.Month,
        DateOnly.TryParseExact(date, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : today,
        first);

    /// <summary>The first day shown: a month begins with the week its first day lies in.</summary>
    public DateOnly First => Span is CalendarSpan.List or CalendarSpan.Day or CalendarSpan.Board ? Date : StartOfWeek(Span == CalendarSpan.Month ? new DateOnly(Date.Year, Date.Month, 1) : Date);

    /// <summary>The day after the last one shown.</summary>
    public DateOnly End => Span == CalendarSpan.Week ? First.AddDays(7)
        : Span == CalendarSpan.Day ? First.AddDays(1)
        : StartOfWeek(new DateOnly(Date.Year, Date.Month, 1).AddMonths(1).AddDays(-1)).AddDays(7);

    public IEnumerable<DateOnly> Days => Enumerable.Range(0, End.DayNumber - First.DayNumber).Select(First.AddDays);

    /// <summary>The seven days around the chosen one.</summary>
    public IEnumerable<DateOnly> Week => Enumerable.Range(0, 7).Select(StartOfWeek(Date).AddDays);

    public DateOnly Earlier => Span == CalendarSpan.Week ? Date.AddDays(-7) : Span == CalendarSpan.Day ? Date.AddDays(-1) : Date.AddMonths(-1);

    public DateOnly Later => Span == CalendarSpan.Week ? Date.AddDays(7) : Span == CalendarSpan.Day ? Date.AddDays(1) : Date.AddMonths(1);

    /// <summary>The first moment that is shown, by the clock of the reader.</summary>
    public DateTimeOffset Begins(string zone) => LocalTime.ToInstant(First, TimeOnly.MinValue, LocalTime.Zone(zone)).Instant;

    /// <summary>The moment after the last one.</summary>
    public DateTimeOffset Ends(string zone) => LocalTime.ToInstant(End, TimeOnly.MinValue, LocalTime.Zone(zone)).Instant;

    /// <summary>Every instant that is one of these days somewhere on earth.</summary>
    public (DateTimeOffset From, DateTimeOffset Until) Range => (
        new DateTimeOffset(First.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddHours(-14),
        new DateTimeOffset(End.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddHours(14));

    public static string Write(DateOnly date) => date.ToString(Format, CultureInfo.InvariantCulture);

    public static string Write(DateOnly date, int hour) => $"{Write(date)}T{hour:00}:00";

    /// <summary>The day a post stands on: by the clock of its account.</summary>
    public static DateOnly DayOf(PlannedPost post, string fallbackZone) =>
        DateOnly.FromDateTime(LocalTime.Of(post.At!.Value, LocalTime.Zone(post.TimeZone ?? fallbackZone)));

    public static DateOnly DayOf(FreeSlot slot) => DateOnly.FromDateTime(LocalTime.Of(slot.At, LocalTime.Zone(slot.TimeZone)));

    private DateOnly StartOfWeek(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek - (int)FirstDayOfWeek + 7) % 7));
}

public enum CalendarSpan
{
    Month,
    Week,

    /// <summary>Every post as a row, from a day on.</summary>
    List,

    /// <summary>One day, hour by hour.</summary>
    Day,

    /// <summary>Posts by where they stand.</summary>
    Board,
}

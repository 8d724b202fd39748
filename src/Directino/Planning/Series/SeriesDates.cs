using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace Directino.Planning.Series;

/// <summary>The days of a rule, one after the other. Days only: what a clock does to a time on such a day is for <see cref="LocalTime"/>. Pure.</summary>
public static class SeriesDates
{
    /// <summary>Nobody plans further than this, and a calendar ends somewhere.</summary>
    private static readonly DateOnly Last = new(2300, 12, 31);

    /// <summary>From a day on, that day with it; without an end where the rule has none.</summary>
    public static IEnumerable<DateOnly> From(RepeatRule rule, DateOnly from)
    {
        var pattern = new RecurrencePattern(rule.ToRfc5545());
        if (rule.Times is { } times)
            pattern.Count = times;
        var start = new CalDateTime(rule.First);
        var days = new CalendarEvent { Start = start, RecurrenceRule = pattern };
        return days.GetOccurrences(from > rule.First && rule.Times is null ? new CalDateTime(from) : start)
            .Select(o => o.Period.StartTime.Date)
            .TakeWhile(day => day <= (rule.Until ?? Last))
            .Where(day => day >= from);
    }

    /// <summary>From one day up to and with another.</summary>
    public static IEnumerable<DateOnly> Between(RepeatRule rule, DateOnly from, DateOnly until) => From(rule, from).TakeWhile(day => day <= until);
}

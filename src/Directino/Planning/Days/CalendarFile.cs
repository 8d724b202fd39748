using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using Calendar = Ical.Net.Calendar;

namespace Directino.Planning.Days;

/// <summary>
/// Reads a calendar file (iCalendar): every event on the days it lies on, those that come again on each of them. A file that says something
/// it cannot mean is refused as a whole, with the line and the event. Pure.
/// </summary>
public static class CalendarFile
{
    public const int MostBytes = 1024 * 1024;
    public const int MostEvents = 2_000;
    public const int MostTimes = 5_000;

    /// <summary>A rule that finds nothing for so many steps will not find anything.</summary>
    private static readonly EvaluationOptions Patience = new() { MaxUnmatchedIncrementsLimit = 1_000 };

    /// <summary>The days an event may be about: from a year ago to three years ahead.</summary>
    public static (DateOnly From, DateOnly Until) Span(DateOnly today) => (today.AddYears(-1), today.AddYears(3));

    /// <param name="zone">The workspace's: events with a time lie on its days.</param>
    public static CalendarReading Read(byte[] file, DateOnly today, TimeZoneInfo zone)
    {
        if (file.Length > MostBytes)
            return new(DayRules.TooLarge);
        var text = Encoding.UTF8.GetString(file).TrimStart('\uFEFF');
        if (!text.TrimStart().StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
            return new(DayRules.NoCalendar);
        var blocks = CalendarBlocks.Of(text);
        if (blocks.Events.Count is 0 or > MostEvents)
            return new(blocks.Events.Count == 0 ? DayRules.NoEvents : DayRules.TooManyEvents);
        if (blocks.Events.FirstOrDefault(e => !e.HasStart) is { } dayless)
            return new(new DayFlaw(DayRules.EventWithoutDay, dayless.Line, dayless.Title));
        var (from, until) = Span(today);
        if (Times(text, from, until, zone) is { } times)
            return times.Count > MostTimes ? new(DayRules.TooManyTimes) : new CalendarReading([.. times.Select(t => On(t, zone)).Where(t => t.Last >= from).OrderBy(t => t.First)]);
        // Which one it was is found by trying each by itself.
        return blocks.Events.FirstOrDefault(e => Times(blocks.Alone(e), from, until, zone) is null) is { } broken
            ? new(new DayFlaw(DayRules.EventUnreadable, broken.Line, broken.Title))
            : new(DayRules.Unreadable);
    }

    /// <summary>When its events are, one more than there may be at most; null when it says what cannot be understood.</summary>
    private static List<Occurrence>? Times(string text, DateOnly from, DateOnly until, TimeZoneInfo zone)
    {
        try
        {
            // An event of many days may have begun before.
            return Calendar.Load(text)?.GetOccurrences<CalendarEvent>(new CalDateTime(from.AddDays(-DayNote.MostDays)), Patience)
                .TakeWhile(o => DayOf(o.Period.StartTime, zone) < until).Take(MostTimes + 1).ToList();
        }
        catch (Exception error) when (IsOfTheFile(error))
        {
            return null;
        }
    }

    /// <summary>The library says in many ways that it was given nonsense; what is wrong with this machine is not among them.</summary>
    private static bool IsOfTheFile(Exception error) => error is not (OutOfMemoryException or OperationCanceledException);

    private static CalendarTime On(Occurrence time, TimeZoneInfo zone)
    {
        var first = DayOf(time.Period.StartTime, zone);
        // It ends before that moment, so that midnight, and the day after an all-day event, are not its own.
        var last = time.Period.EffectiveEndTime is not { } end ? first
            : end.HasTime ? DateOnly.FromDateTime(LocalOf(end, zone).AddTicks(-1))
            : end.Date.AddDays(-1);
        var title = ((CalendarEvent)time.Source).Summary?.ReplaceLineEndings(" ").Trim() ?? "";
        return new CalendarTime(first, last < first ? first : last < first.AddDays(DayNote.MostDays) ? last : first.AddDays(DayNote.MostDays - 1), title.Length > CalendarDay.LongestTitle ? title[..CalendarDay.LongestTitle] : title);
    }

    private static DateOnly DayOf(CalDateTime at, TimeZoneInfo zone) => at.HasTime ? DateOnly.FromDateTime(LocalOf(at, zone)) : at.Date;

    /// <summary>A time without a zone is meant wherever one reads it.</summary>
    private static DateTime LocalOf(CalDateTime at, TimeZoneInfo zone) =>
        at.IsFloating ? at.Value : LocalTime.Of(new DateTimeOffset(DateTime.SpecifyKind(at.AsUtc, DateTimeKind.Utc)), zone);
}

/// <summary>An event on its days, the last one included.</summary>
public sealed record CalendarTime(DateOnly First, DateOnly Last, string Title);

/// <summary>What a calendar file says, or why it cannot be used.</summary>
public sealed record CalendarReading(IReadOnlyList<CalendarTime> Times, DayFlaw? Flaw = null)
{
    public CalendarReading(DayFlaw flaw)
        : this([], flaw)
    {
    }

    public CalendarReading(string rule)
        : this(new DayFlaw(rule))
    {
    }
}

namespace Directino.Planning;

/// <summary>
/// Where the slots of a week lie in time, and which of them no post has taken. What a clock that jumps does to a slot is what it does to any
/// local time (<see cref="LocalTime"/>): a skipped one lies after the jump, of one shown twice the first is meant. Two that fall on one instant are one.
/// Pure, so that daylight saving can be tested.
/// </summary>
public static class FreeSlots
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>The first slot after <paramref name="now"/> that is not taken; null only when the week has no slots.</summary>
    public static DateTimeOffset? Next(IReadOnlyCollection<WeekSlot> slots, TimeZoneInfo zone, IEnumerable<DateTimeOffset> taken, DateTimeOffset now)
    {
        if (slots.Count == 0)
            return null;
        var full = taken.Select(Minute).ToHashSet();
        // It ends: what is taken is finite, and every week brings its slots again.
        for (var from = now; ; from += Week)
        {
            if (Between(slots, zone, full, from, from + Week).Select(at => (DateTimeOffset?)at).FirstOrDefault() is { } free)
                return free;
        }
    }

    /// <summary>The free slots after an instant, up to and with another, in order.</summary>
    public static IEnumerable<DateTimeOffset> Between(
        IReadOnlyCollection<WeekSlot> slots, TimeZoneInfo zone, IEnumerable<DateTimeOffset> taken, DateTimeOffset from, DateTimeOffset until)
    {
        var full = taken.Select(Minute).ToHashSet();
        return Days(zone, from, until)
            .SelectMany(day => slots.Where(s => s.Weekday == day.DayOfWeek).Select(s => LocalTime.ToInstant(day, s.Time, zone).Instant))
            .Where(at => at > from && at <= until && !full.Contains(at))
            .Distinct().Order();
    }

    /// <summary>Every local day whose slots may lie there. A zone that left out a whole day moved that day's slots to the next.</summary>
    private static IEnumerable<DateOnly> Days(TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset until)
    {
        var first = DateOnly.FromDateTime(LocalTime.Of(from, zone)).AddDays(-1);
        var last = DateOnly.FromDateTime(LocalTime.Of(until, zone));
        return Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);
    }

    /// <summary>A post of 18:00:30 stands in the slot of 18:00.</summary>
    private static DateTimeOffset Minute(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
}

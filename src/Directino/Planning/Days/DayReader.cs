using Directino.Accounts;
using Directino.Labels;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Days;

/// <summary>What is noted about days, and what calendars say about them.</summary>
public sealed class DayReader(Database database)
{
    /// <summary>Everything that touches the days from the first up to before the end: notes first, then calendars, each in the order of days.</summary>
    public async Task<IReadOnlyList<DayMark>> Between(WorkspaceId workspace, DateOnly first, DateOnly end, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        // Nothing is longer, so that the index need not be read from the beginning of time.
        var earliest = first.AddDays(-DayNote.MostDays);
        var notes = await db.Set<DayNote>().AsNoTracking().Where(n => n.WorkspaceId == workspace && n.First >= earliest && n.First < end && n.Last >= first)
            .OrderBy(n => n.First).ThenBy(n => n.Id).Take(1_000).ToListAsync(ct);
        var days = await (
            from day in db.Set<CalendarDay>()
            join calendar in db.Set<DayCalendar>() on day.CalendarId equals calendar.Id
            where day.WorkspaceId == workspace && day.First >= earliest && day.First < end && day.Last >= first
            orderby day.First, calendar.Name, day.Place
            select new DayMark(day.First, day.Last, day.Title, calendar.Color, calendar.Name, null)).Take(2_000).ToListAsync(ct);
        return [.. notes.Select(n => new DayMark(n.First, n.Last, n.Text, n.Color, null, n)), .. days];
    }

    public async Task<DayNote?> Find(WorkspaceId workspace, DayNoteId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await db.Set<DayNote>().AsNoTracking().FirstOrDefaultAsync(n => n.Id == id, ct);
    }
}

/// <summary>Something said about days.</summary>
/// <param name="Calendar">The calendar that says it; null for a note.</param>
/// <param name="Note">The note that it is.</param>
public sealed record DayMark(DateOnly First, DateOnly Last, string Text, LabelColor Color, string? Calendar, DayNote? Note)
{
    public bool IsOn(DateOnly day) => First <= day && day <= Last;
}

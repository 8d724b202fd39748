using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Days;

/// <summary>Reads a subscribed calendar anew, once a day.</summary>
internal sealed class RefreshCalendar(DayCalendars calendars, TimeProvider clock) : IDueHandler
{
    public string Kind => DayCalendars.Refresh;

    public async Task<DateTimeOffset?> Handle(DueItem item, DirectinoContext db, CancellationToken ct)
    {
        var id = DayCalendarId.Of(item.SubjectId);
        if (await db.Set<DayCalendar>().FirstOrDefaultAsync(c => c.Id == id, ct) is not { SealedAddress: not null } calendar)
            return null;
        await calendars.Renew(calendar, db, ct);
        return clock.GetUtcNow().AddDays(1);
    }
}

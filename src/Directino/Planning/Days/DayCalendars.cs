using Directino.Accounts;
using Directino.Accounts.Tokens;
using Directino.Labels;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Days;

/// <summary>Calendars of a workspace that come from elsewhere: brought in, read anew, taken away.</summary>
public sealed class DayCalendars(Database database, CalendarFetcher fetcher, TokenVault vault, DueBook due, TimeProvider clock)
{
    public const int Most = 20;
    internal const string Refresh = "refresh-calendar";

    /// <summary>All of them, by name.</summary>
    public async Task<IReadOnlyList<DayCalendar>> All(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await db.Set<DayCalendar>().AsNoTracking().OrderBy(c => c.Name).ThenBy(c => c.Id).ToListAsync(ct);
    }

    /// <summary>From a file, once.</summary>
    public Task<DayOutcome> Add(WorkspaceId workspace, string? name, LabelColor color, byte[] file, CancellationToken ct) => Add(workspace, name, color, file, null, ct);

    /// <summary>From an address, which is read anew every day.</summary>
    public async Task<DayOutcome> Subscribe(WorkspaceId workspace, string? name, LabelColor color, string? address, CancellationToken ct)
    {
        if (Name(name).Length == 0)
            return new DayOutcome.Refused(DayRules.NameMissing);
        var (file, rule) = await fetcher.Fetch(address, ct);
        return file is null ? new DayOutcome.Refused(rule!) : await Add(workspace, name, color, file, CalendarFetcher.Address(address), ct);
    }

    /// <summary>What is returned can be given to <see cref="Restore"/>; null when there is no such calendar.</summary>
    public async Task<RemovedCalendar?> Remove(WorkspaceId workspace, DayCalendarId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<DayCalendar>().FirstOrDefaultAsync(c => c.Id == id, ct) is not { } calendar)
            return null;
        var days = await db.Set<CalendarDay>().AsNoTracking().Where(d => d.CalendarId == id).ToListAsync(ct);
        db.Remove(calendar);
        await due.Clear(db, Refresh, id.Value, ct);
        await db.SaveChangesAsync(ct);
        return new RemovedCalendar(calendar, days);
    }

    public async Task Restore(RemovedCalendar removed, CancellationToken ct)
    {
        var calendar = removed.Calendar;
        await using var db = database.Open(calendar.WorkspaceId);
        if (await db.Set<DayCalendar>().AnyAsync(c => c.Id == calendar.Id, ct))
            return;
        db.Add(calendar);
        db.AddRange(removed.Days);
        await SetDue(calendar, db, ct);
        await db.SaveChangesAsync(ct);
    }

    private async Task<DayOutcome> Add(WorkspaceId workspace, string? name, LabelColor color, byte[] file, Uri? address, CancellationToken ct)
    {
        if (Name(name).Length == 0)
            return new DayOutcome.Refused(DayRules.NameMissing);
        await using var db = database.Open(workspace);
        if (await db.Set<DayCalendar>().CountAsync(ct) >= Most)
            return new DayOutcome.Refused(DayRules.TooManyCalendars);
        var today = await Today(workspace, db, ct);
        var reading = CalendarFile.Read(file, today.Date, today.Zone);
        if (reading.Flaw is { } flaw)
            return new DayOutcome.Refused(flaw);
        var id = DayCalendarId.New(clock);
        var calendar = new DayCalendar
        {
            Id = id, WorkspaceId = workspace, Name = Name(name), Color = color, Host = address?.Host, ReadAt = clock.GetUtcNow(), KnownUntil = CalendarFile.Span(today.Date).Until, Days = reading.Times.Count,
            SealedAddress = address is null ? null : await vault.Seal(workspace, Key(id), address.AbsoluteUri, ct),
        };
        db.Add(calendar);
        db.AddRange(Rows(calendar, reading));
        await SetDue(calendar, db, ct);
        await db.SaveChangesAsync(ct);
        return new DayOutcome.BroughtIn(calendar);
    }

    /// <summary>Reads a subscribed calendar anew, in the caller's context. What cannot be read changes nothing and is said at the calendar.</summary>
    internal async Task Renew(DayCalendar calendar, DirectinoContext db, CancellationToken ct)
    {
        var (file, rule) = await fetcher.Fetch(await vault.Open(calendar.WorkspaceId, Key(calendar.Id), calendar.SealedAddress!, ct), ct);
        var today = await Today(calendar.WorkspaceId, db, ct);
        var reading = file is null ? new CalendarReading(rule!) : CalendarFile.Read(file, today.Date, today.Zone);
        calendar.Trouble = reading.Flaw?.Rule;
        if (reading.Flaw is not null)
            return;
        (calendar.ReadAt, calendar.KnownUntil, calendar.Days) = (clock.GetUtcNow(), CalendarFile.Span(today.Date).Until, reading.Times.Count);
        db.RemoveRange(await db.Set<CalendarDay>().Where(d => d.CalendarId == calendar.Id).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
        db.AddRange(Rows(calendar, reading));
    }

    private async Task SetDue(DayCalendar calendar, DirectinoContext db, CancellationToken ct)
    {
        if (calendar.SealedAddress is not null)
            await due.Set(db, calendar.WorkspaceId, Refresh, calendar.Id.Value, calendar.ReadAt.AddDays(1), null, ct);
    }

    private async Task<(DateOnly Date, TimeZoneInfo Zone)> Today(WorkspaceId workspace, DirectinoContext db, CancellationToken ct)
    {
        var zone = LocalTime.Zone(await db.Set<Workspace>().Where(w => w.Id == workspace).Select(w => w.TimeZone).FirstAsync(ct));
        return (DateOnly.FromDateTime(LocalTime.Of(clock.GetUtcNow(), zone)), zone);
    }

    private static IEnumerable<CalendarDay> Rows(DayCalendar calendar, CalendarReading reading) => reading.Times.Select((time, place) => new CalendarDay
    {
        WorkspaceId = calendar.WorkspaceId, CalendarId = calendar.Id, Place = place, First = time.First, Last = time.Last, Title = time.Title,
    });

    private static string Name(string? name) => (name ?? "").Trim() is var tidy && tidy.Length > DayCalendar.LongestName ? tidy[..DayCalendar.LongestName] : tidy;

    /// <summary>The vault seals for accounts; a calendar is sealed under its own id.</summary>
    private static AccountId Key(DayCalendarId id) => AccountId.Of(id.Value);
}

/// <summary>A calendar that was taken away, with its days.</summary>
public sealed record RemovedCalendar(DayCalendar Calendar, IReadOnlyList<CalendarDay> Days);

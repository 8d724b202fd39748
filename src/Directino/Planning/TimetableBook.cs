using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning;

/// <summary>The timetables of accounts, and the slots that are free by them. Only a scheduled post takes a slot: the time of a draft is no promise.</summary>
public sealed class TimetableBook(Database database, TimeProvider clock)
{
    public const int Most = 200;

    /// <summary>Null when there is no such account here; without slots when nobody has set any.</summary>
    public async Task<TimetableView?> Find(WorkspaceId workspace, AccountId account, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await View(db, account, ct);
    }

    /// <param name="slots">These and no others; null leaves them.</param>
    /// <param name="paused">Null leaves it.</param>
    public async Task<TimetableOutcome> Save(
        WorkspaceId workspace, AccountId account, IReadOnlyCollection<WeekSlot>? slots, bool? paused, int? known, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (!await db.Set<ConnectedAccount>().AnyAsync(a => a.Id == account, ct))
            return new TimetableOutcome.Refused(PostRules.NotThere);
        var table = await db.Set<Timetable>().FirstOrDefaultAsync(t => t.AccountId == account, ct);
        if (known is { } version && version != (table?.Version ?? 0))
            return new TimetableOutcome.Refused(PostRules.ChangedMeanwhile);
        if (table is null)
            db.Add(table = new Timetable { AccountId = account, WorkspaceId = workspace });
        WeekSlot[] places = [.. (slots ?? [.. table.Slots.Select(s => s.Place)]).Select(s => WeekSlot.At(s.Weekday, s.Time)).Distinct()];
        if (places.Length > Most)
            return new TimetableOutcome.Refused(TimetableRules.TooMany);
        var before = table.Version;
        table.Set(places, paused ?? table.IsPaused);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Somebody saved it at the same moment: its version says so, or that there is one now.
            await using var fresh = database.Open(workspace);
            if (await fresh.Set<Timetable>().AnyAsync(t => t.AccountId == account && t.Version != before, ct))
                return new TimetableOutcome.Refused(PostRules.ChangedMeanwhile);
            throw;
        }

        return new TimetableOutcome.Done((await View(db, account, ct))!);
    }

    /// <summary>The next free slot, or why there is none; null when there is no such account here.</summary>
    /// <param name="except">The post it is for: it does not stand in its own way.</param>
    public async Task<SlotOffer?> Next(WorkspaceId workspace, AccountId account, PostId? except, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await View(db, account, ct) is not { } table)
            return null;
        if (table.Slots.Count == 0 || table.IsPaused)
            return new SlotOffer(null, table.TimeZone, table.Slots.Count == 0 ? TimetableRules.Empty : TimetableRules.Paused);
        var now = clock.GetUtcNow();
        var taken = await Taken(workspace, db, now).Where(p => p.AccountId == account && p.Id != except).Select(p => p.At!.Value).ToListAsync(ct);
        return new SlotOffer(FreeSlots.Next(table.Slots, LocalTime.Zone(table.TimeZone), taken, now), table.TimeZone, null);
    }

    /// <summary>What is free between two instants, in order; of all accounts when none is named.</summary>
    public async Task<IReadOnlyList<FreeSlot>> Free(WorkspaceId workspace, AccountId? account, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var start = clock.GetUtcNow() is var now && now > from ? now : from;
        if (until <= start)
            return [];
        await using var db = database.Open(workspace);
        var tables = await (
            from table in db.Set<Timetable>().AsNoTracking()
            join a in db.Set<ConnectedAccount>() on table.AccountId equals a.Id
            where !table.IsPaused && a.State != AccountState.Disconnected && (account == null || table.AccountId == account)
            select new { Table = table, a.Username, a.TimeZone }).ToListAsync(ct);
        if (tables.Count == 0)
            return [];
        var taken = (await Taken(workspace, db, start).Where(p => p.At < until.AddMinutes(1) && p.AccountId != null)
            .Select(p => new { p.AccountId, p.At }).ToListAsync(ct)).ToLookup(p => p.AccountId!.Value, p => p.At!.Value);
        return
        [
            .. tables.SelectMany(t => FreeSlots
                .Between([.. t.Table.Slots.Select(s => s.Place)], LocalTime.Zone(t.TimeZone), taken[t.Table.AccountId], start, until)
                .Select(at => new FreeSlot(t.Table.AccountId, t.Username, t.TimeZone, at))).OrderBy(s => s.At).ThenBy(s => s.Username, StringComparer.Ordinal),
        ];
    }

    private static async Task<TimetableView?> View(DirectinoContext db, AccountId account, CancellationToken ct)
    {
        if (await db.Set<ConnectedAccount>().Where(a => a.Id == account).Select(a => a.TimeZone).FirstOrDefaultAsync(ct) is not { } zone)
            return null;
        var table = await db.Set<Timetable>().AsNoTracking().FirstOrDefaultAsync(t => t.AccountId == account, ct);
        return new TimetableView(
            account, zone, [.. (table?.Slots ?? []).Select(s => s.Place).OrderBy(s => ((int)s.Weekday + 6) % 7).ThenBy(s => s.Time)], table?.IsPaused ?? false, table?.Version ?? 0);
    }

    /// <summary>Posts that are still to come out, from an instant on.</summary>
    private static IQueryable<Post> Taken(WorkspaceId workspace, DirectinoContext db, DateTimeOffset from) =>
        db.Set<Post>().Where(p => p.WorkspaceId == workspace && p.At >= from && (p.State == PostState.Scheduled || p.State == PostState.Publishing));
}

/// <summary>A timetable as pages and programs see it, from Monday on.</summary>
public sealed record TimetableView(AccountId Account, string TimeZone, IReadOnlyList<WeekSlot> Slots, bool IsPaused, int Version);

/// <summary>The next free slot of an account.</summary>
/// <param name="Why">A rule of <see cref="TimetableRules"/> when there is none.</param>
public sealed record SlotOffer(DateTimeOffset? At, string TimeZone, string? Why);

/// <summary>A place in time where a post of an account may go.</summary>
public sealed record FreeSlot(AccountId Account, string Username, string TimeZone, DateTimeOffset At);

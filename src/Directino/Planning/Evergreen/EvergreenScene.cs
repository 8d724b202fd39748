using Directino.Accounts;
using Directino.Persistence;
using Directino.Planning.Quotas;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Evergreen;

/// <summary>A pool at one moment, with what stands around it in time.</summary>
internal sealed record EvergreenScene(ConnectedAccount Account, EvergreenPool Pool, IReadOnlyList<EvergreenPost> Posts, IReadOnlyList<EvergreenTurn> Turns, string? Idle)
{
    /// <summary>A week before counts for its limit, and a day around for Instagram's.</summary>
    private static readonly TimeSpan Back = TimeSpan.FromDays(8);

    /// <summary>So far ahead turns are told.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(14);

    /// <summary>Null when there is no such account here.</summary>
    public static async Task<EvergreenScene?> Look(DirectinoContext db, AccountId id, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Set<ConnectedAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct) is not { } account)
            return null;
        var pool = await db.Set<EvergreenPool>().AsNoTracking().FirstOrDefaultAsync(p => p.AccountId == id, ct) ?? new EvergreenPool { AccountId = id, WorkspaceId = account.WorkspaceId };
        var posts = await db.Set<EvergreenPost>().AsNoTracking().Where(e => e.AccountId == id).OrderBy(e => e.Id).ToListAsync(ct);
        var table = await db.Set<Timetable>().AsNoTracking().FirstOrDefaultAsync(t => t.AccountId == id, ct);
        var idle = table is not { Slots.Count: > 0 } ? TimetableRules.Empty : table.IsPaused ? TimetableRules.Paused : null;
        if (idle is not null)
            return new EvergreenScene(account, pool, posts, [], idle);
        var (from, until) = (now - Back, now + Ahead);
        var uses = await db.Set<EvergreenUse>().Where(u => u.AccountId == id && u.Slot >= from).Select(u => new { u.Slot, u.EvergreenId }).ToListAsync(ct);
        var at = await db.Set<Post>()
            .Where(p => p.WorkspaceId == account.WorkspaceId && p.AccountId == id && p.At >= from).Counting()
            .Select(p => p.At!.Value).ToListAsync(ct);
        var zone = LocalTime.Zone(account.TimeZone);
        var quota = account is { QuotaTotal: { } total, QuotaWindow: { } window } ? new PostQuota(total, window) : null;
        // A slot whose post somebody took out stays as they left it.
        var free = FreeSlots.Between([.. table!.Slots.Select(s => s.Place)], zone, at.Concat(uses.Select(u => u.Slot)), now, until);
        return new EvergreenScene(account, pool, posts, EvergreenTurns.Of(
            free, [.. posts.Select(p => new EvergreenCandidate(p.Id, p.LastAt, p.IsResting))], pool.Limits, uses.Select(u => (u.Slot, u.EvergreenId)), at, quota, zone), null);
    }
}

using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Accounts.Connecting;

/// <summary>What waits in the ledger for an account is looked at again at once: sent after a new login, refused by the gate after a disconnection.</summary>
internal static class WaitingActs
{
    public static Task<int> Release(DirectinoContext db, AccountId account, DateTimeOffset now, CancellationToken ct) =>
        db.Set<Act>()
            .Where(a => a.AccountId == account && a.EndedAt == null && a.State == ActState.Intended && a.DueAt > now && a.Reason != null)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.DueAt, now), ct);

    /// <summary>All that was not begun, also what is meant for later.</summary>
    public static IQueryable<Act> Of(DirectinoContext db, AccountId account) =>
        db.Set<Act>().Where(a => a.AccountId == account && a.EndedAt == null && a.State == ActState.Intended);

    /// <summary>All of them, also those meant for later.</summary>
    public static Task<int> ReleaseAll(DirectinoContext db, AccountId account, DateTimeOffset now, CancellationToken ct) =>
        Of(db, account).Where(a => a.DueAt > now).ExecuteUpdateAsync(s => s.SetProperty(a => a.DueAt, now), ct);
}

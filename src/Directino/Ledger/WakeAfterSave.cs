using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Ledger;

/// <summary>Wakes the account of every intent that was just saved, so that a reply leaves at once and not at the next look at the due index.</summary>
public sealed class WakeAfterSave(IWakeUp wakeUp, TimeProvider clock) : TellAfterCommit<AccountId>
{
    protected override IEnumerable<AccountId> What(DbContext context)
    {
        var now = clock.GetUtcNow();
        var acts = context.ChangeTracker.Entries<Act>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified && e.Entity.EndedAt is null && e.Entity.DueAt <= now)
            .Select(e => e.Entity.AccountId);
        var dues = context.ChangeTracker.Entries<DueItem>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified && e.Entity.AccountId is not null && e.Entity.DueAt <= now)
            .Select(e => e.Entity.AccountId!.Value);
        return acts.Concat(dues);
    }

    protected override void Tell(IReadOnlyCollection<AccountId> saved)
    {
        foreach (var account in saved)
            wakeUp.Account(account);
    }
}

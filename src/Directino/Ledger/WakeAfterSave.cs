using System.Runtime.CompilerServices;
using Directino.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Directino.Ledger;

/// <summary>Wakes the account of every intent that was just saved, so that a reply leaves at once and not at the next look at the due index.</summary>
public sealed class WakeAfterSave(IWakeUp wakeUp, TimeProvider clock) : SaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, HashSet<AccountId>> _added = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var context = eventData.Context!;
        var accounts = context.ChangeTracker.Entries<Act>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified && e.Entity.EndedAt is null && e.Entity.DueAt <= now)
            .Select(e => e.Entity.AccountId).ToHashSet();
        accounts.UnionWith(context.ChangeTracker.Entries<DueItem>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified && e.Entity.AccountId is not null && e.Entity.DueAt <= now)
            .Select(e => e.Entity.AccountId!.Value));
        if (accounts.Count > 0)
            _added.AddOrUpdate(context, accounts);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (_added.TryGetValue(eventData.Context!, out var accounts))
        {
            _added.Remove(eventData.Context!);
            foreach (var account in accounts)
                wakeUp.Account(account);
        }

        return ValueTask.FromResult(result);
    }
}

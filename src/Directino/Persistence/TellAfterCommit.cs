using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Directino.Persistence;

/// <summary>
/// Tells others of what was saved as soon as they can read it: after the save, or where a save is part of a larger transaction, after its
/// commit. What was rolled back is told to nobody.
/// </summary>
public abstract class TellAfterCommit<T> : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, HashSet<T>> _saved = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        _saved.GetOrCreateValue(eventData.Context!).UnionWith(What(eventData.Context!));
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context!.Database.CurrentTransaction is null)
            TellAll(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context!.Database.CurrentTransaction is null)
            _saved.Remove(eventData.Context);
        return Task.CompletedTask;
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context)
            TellAll(context);
        return Task.CompletedTask;
    }

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context)
            _saved.Remove(context);
        return Task.CompletedTask;
    }

    /// <summary>What of the changes about to be saved others wait for.</summary>
    protected abstract IEnumerable<T> What(DbContext context);

    protected abstract void Tell(IReadOnlyCollection<T> saved);

    private void TellAll(DbContext context)
    {
        if (!_saved.TryGetValue(context, out var saved))
            return;
        _saved.Remove(context);
        if (saved.Count > 0)
            Tell(saved);
    }
}

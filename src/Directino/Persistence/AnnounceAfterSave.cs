using System.Runtime.CompilerServices;
using Directino.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Directino.Persistence;

/// <summary>Announces every saved change to the feed, by workspace and entity type.</summary>
public sealed class AnnounceAfterSave(IChangeFeed feed) : SaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, List<IGrouping<WorkspaceId, string>>> _changes = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var changes = eventData.Context!.ChangeTracker.Entries<IWorkspaceRow>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(e => (e.Entity.WorkspaceId, Kind: e.Metadata.ClrType.Name)).Distinct()
            .GroupBy(c => c.WorkspaceId, c => c.Kind).ToList();
        if (changes.Count > 0)
            _changes.AddOrUpdate(eventData.Context, changes);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (_changes.TryGetValue(eventData.Context!, out var changes))
        {
            _changes.Remove(eventData.Context!);
            foreach (var workspace in changes)
                feed.Announce(workspace.Key, [.. workspace]);
        }

        return ValueTask.FromResult(result);
    }
}

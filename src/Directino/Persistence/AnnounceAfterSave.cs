using Directino.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Directino.Persistence;

/// <summary>Announces every saved change to the feed, by workspace and entity type.</summary>
public sealed class AnnounceAfterSave(IChangeFeed feed) : TellAfterCommit<(WorkspaceId Workspace, string Kind)>
{
    protected override IEnumerable<(WorkspaceId Workspace, string Kind)> What(DbContext context) =>
        context.ChangeTracker.Entries<IWorkspaceRow>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(e => (e.Entity.WorkspaceId, e.Metadata.ClrType.Name));

    protected override void Tell(IReadOnlyCollection<(WorkspaceId Workspace, string Kind)> saved)
    {
        foreach (var workspace in saved.GroupBy(c => c.Workspace, c => c.Kind))
            feed.Announce(workspace.Key, [.. workspace]);
    }
}

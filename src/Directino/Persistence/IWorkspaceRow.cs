using Directino.Accounts;

namespace Directino.Persistence;

/// <summary>A row that belongs to one workspace. The context filters by it and refuses to save into another.</summary>
public interface IWorkspaceRow
{
    WorkspaceId WorkspaceId { get; }
}

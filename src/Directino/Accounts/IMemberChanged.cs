using Directino.Persistence;

namespace Directino.Accounts;

/// <summary>Told when a member has left or has another role; in the caller's transaction, which saves.</summary>
public interface IMemberChanged
{
    Task Changed(WorkspaceId workspace, PersonId person, DirectinoContext db, CancellationToken ct);
}

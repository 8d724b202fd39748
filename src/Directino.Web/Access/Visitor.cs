using Directino.Accounts;

namespace Directino.Web.Access;

/// <summary>Who asks, in which workspace and in which role.</summary>
public sealed record Visitor(PersonId Person, WorkspaceId Workspace, Role Role)
{
    public bool May(Permission permission) => Role.Allows(permission);
}

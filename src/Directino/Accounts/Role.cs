namespace Directino.Accounts;

/// <summary>What a member is in a workspace. What each may do is one table: <see cref="RoleTable"/>.</summary>
public enum Role
{
    Owner,
    Admin,
    Editor,
    Approver,
    Agent,
    Analyst,
    Viewer,
}

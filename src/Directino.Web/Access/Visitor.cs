using Directino.Accounts;
using Directino.Accounts.Keys;

namespace Directino.Web.Access;

/// <summary>Who asks, in which workspace and in which role.</summary>
/// <param name="Role">The member's; through a key the lower of both.</param>
public sealed record Visitor(PersonId Person, WorkspaceId Workspace, Role Role)
{
    /// <summary>The API key with which a program asks as the member; null when a person asks.</summary>
    public VisitorKey? Key { get; init; }

    /// <summary>The same for every request of one asker, and nobody else's: of a key, or of a person in a workspace.</summary>
    public string Caller => Key is { } key ? $"key:{key.Id}" : $"person:{Person}:{Workspace}";

    /// <summary>What the role may; through a key also what the key's role may.</summary>
    public bool May(Permission permission) => Role.Allows(permission) && Key?.Role.Allows(permission) != false;
}

/// <param name="Role">The most it may.</param>
public sealed record VisitorKey(ApiKeyId Id, string Name, Role Role);

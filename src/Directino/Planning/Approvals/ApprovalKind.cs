namespace Directino.Planning.Approvals;

/// <summary>Whose word a workspace waits for before a post goes out.</summary>
public enum ApprovalKind
{
    /// <summary>Nobody's.</summary>
    None,

    /// <summary>That of any one of the named members.</summary>
    OneOf,

    /// <summary>That of every named member.</summary>
    AllOf,

    /// <summary>That of a client, by a link.</summary>
    Client,
}

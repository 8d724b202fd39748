namespace Directino.Planning.Approvals;

/// <summary>Where a post stands on its way to approval.</summary>
public enum ApprovalState
{
    NotAsked,
    Waiting,

    /// <summary>Somebody wants it changed; it waits for its author.</summary>
    ChangesAsked,
    Approved,
}

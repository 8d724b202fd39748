namespace Directino.Inbox;

/// <summary>What the inbox lists side by side.</summary>
public enum ConversationKind
{
    /// <summary>The direct messages with one person.</summary>
    Messages,

    /// <summary>One top-level comment and everything answered to it.</summary>
    Comments,
}

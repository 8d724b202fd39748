namespace Directino.Sandbox.Messages;

/// <summary>What is known between one account and one person.</summary>
public sealed record Conversation
{
    public required string Id { get; init; }
    public required string AccountId { get; init; }
    public required string PersonId { get; init; }

    /// <summary>Message ids, oldest first.</summary>
    public IReadOnlyList<string> Mids { get; init; } = [];
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The person's last act that opens the 24-hour window.</summary>
    public DateTimeOffset? WindowOpenedAt { get; init; }

    /// <summary>A private reply has gone out and the person has not answered yet.</summary>
    public bool PrivateReplyUnanswered { get; init; }

    /// <summary>Last message of the account that the person has read.</summary>
    public string? SeenMid { get; init; }
}

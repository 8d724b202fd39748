using Directino.Accounts;
using Directino.Ledger;

namespace Directino.Inbox;

/// <summary>One conversation with everything around it, oldest entry first.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="Account">Whose it is.</param>
/// <param name="Person">Who began it, when known.</param>
/// <param name="Post">What the comment stands under, when known.</param>
/// <param name="Entries">What was said.</param>
/// <param name="OlderBefore">Set when there may be more than was asked for.</param>
/// <param name="Others">What else this person wrote.</param>
public sealed record ConversationThread(
    Conversation Conversation, ConnectedAccount Account, Follower? Person, CommentedPost? Post,
    IReadOnlyList<ThreadEntry> Entries, DateTimeOffset? OlderBefore, IReadOnlyList<OtherConversation> Others)
{
    /// <summary>The rule that forbids a message now; null when one may be sent.</summary>
    public string? WhyNoMessage { get; init; }

    /// <summary>Until when members may answer beyond the standard window; null when Meta did not grant that.</summary>
    public DateTimeOffset? HumanAgentEndsAt { get; init; }
}

/// <summary>One message or comment of a thread.</summary>
public sealed record ThreadEntry
{
    public required Guid Id { get; init; }

    public Message? Message { get; init; }

    public Comment? Comment { get; init; }

    public required bool IsOurs { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string? Text { get; init; }

    public required DeliveryState State { get; init; }

    public required string? Reason { get; init; }

    public required bool IsAutomated { get; init; }

    public required CauseKind? AuthorKind { get; init; }

    public required Guid? AuthorId { get; init; }

    /// <summary>Name of the member who wrote it.</summary>
    public required string? AuthorName { get; init; }

    /// <summary>Who wrote the comment.</summary>
    public Follower? Author { get; init; }

    /// <summary>The private message sent in answer to this comment.</summary>
    public Message? PrivateReply { get; init; }

    /// <summary>The rule that forbids a public answer to this comment.</summary>
    public string? WhyNoReply { get; init; }

    /// <summary>The rule that forbids a private answer to this comment.</summary>
    public string? WhyNoPrivateReply { get; init; }
}

/// <summary>Something else the same person wrote.</summary>
public sealed record OtherConversation(ConversationId Id, ConversationKind Kind, DateTimeOffset LastAt, string? LastText);

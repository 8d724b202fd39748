namespace Directino.Instagram.Webhooks;

/// <summary>What an event is about, decided by the members it has, not by the subscription.</summary>
public enum WebhookKind
{
    /// <summary>Nothing this client knows: keep the payload.</summary>
    Unknown,

    /// <summary>A comment or reply; read with <see cref="WebhookComment"/>.</summary>
    Comment,

    /// <summary>A comment during a live broadcast; read with <see cref="WebhookComment"/>.</summary>
    LiveComment,

    /// <summary>The account was mentioned under other people's media; read with <see cref="WebhookComment"/>.</summary>
    Mention,

    /// <summary>A message from a person.</summary>
    Message,

    /// <summary>A message the account sent, from anywhere.</summary>
    Echo,

    /// <summary>A message was edited.</summary>
    Edit,

    /// <summary>A reaction was put on or taken off.</summary>
    Reaction,

    /// <summary>A button, ice breaker or menu entry was tapped.</summary>
    Postback,

    /// <summary>A person came back into an existing conversation through a link or ad.</summary>
    Referral,

    /// <summary>A person has read a message.</summary>
    Seen,

    /// <summary>A message was unsent by its author.</summary>
    Deleted,

    /// <summary>A copy of an event in a conversation another app controls: store, never answer.</summary>
    Standby,

    /// <summary>Control of a conversation moved between apps.</summary>
    Handover,

    /// <summary>Final numbers of a story.</summary>
    StoryInsights,
}

/// <summary>One event of a delivery.</summary>
public sealed record WebhookEvent
{
    /// <summary><c>entry.id</c>: the professional account (or, seldom, its Page). Empty when missing.</summary>
    public required string AccountId { get; init; }

    /// <summary>What it is about.</summary>
    public required WebhookKind Kind { get; init; }

    /// <summary>Identifies the event across repeated deliveries (webhooks.md section 3.4); at most 256 characters, without control characters.</summary>
    public required string Key { get; init; }

    /// <summary>
    /// What orders it: the other person's IGSID for messaging, the top-level comment for comments, the media for mentions and story numbers;
    /// the account when nothing else is told.
    /// </summary>
    public required string Conversation { get; init; }

    /// <summary>When it happened (messaging) or was sent (changes); <see cref="DateTimeOffset.UnixEpoch"/> when not told.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The event's JSON as received: the messaging item, or the change with its <c>field</c> and <c>value</c>. A slice of the body, not a copy.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }
}

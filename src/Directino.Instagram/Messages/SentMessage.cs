namespace Directino.Instagram.Messages;

/// <summary>A message Instagram took. Its echo arrives by webhook with the same id, perhaps before this answer.</summary>
public sealed record SentMessage
{
    /// <summary>IGSID of the person; for a private reply it links the comment to the later conversation. Null when not told.</summary>
    public string? RecipientId { get; init; }

    /// <summary>The message id (<c>mid</c>).</summary>
    public required string MessageId { get; init; }
}

internal sealed record MessageRequest
{
    public required RecipientWire Recipient { get; init; }

    public string? MessagingType { get; init; }

    public string? Tag { get; init; }

    public required MessageTextWire Message { get; init; }
}

internal sealed record RecipientWire
{
    public string? Id { get; init; }

    public string? CommentId { get; init; }
}

internal sealed record MessageTextWire(string Text);

using System.Text.Json.Nodes;

namespace Directino.Sandbox.Messages;

public sealed record Message
{
    public required string Mid { get; init; }
    public required string AccountId { get; init; }
    public required string PersonId { get; init; }

    /// <summary>True when the account wrote it, false when the person did.</summary>
    public required bool FromAccount { get; init; }
    public required DateTimeOffset Timestamp { get; init; }
    public string? Text { get; init; }

    /// <summary>Attachments in the shape of the webhook: <c>[{"type","payload"}]</c>.</summary>
    public JsonArray? Attachments { get; init; }

    /// <summary>Quick replies offered with the message.</summary>
    public JsonArray? QuickReplies { get; init; }
    public string? QuickReplyPayload { get; init; }
    public string? ReplyToMid { get; init; }
    public string? ReplyToStoryId { get; init; }

    /// <summary>The comment that this private reply answers.</summary>
    public string? CommentId { get; init; }
    public string? PersonReaction { get; init; }
    public string? AccountReaction { get; init; }
    public bool Deleted { get; init; }
    public int Edits { get; init; }
    public bool HumanAgent { get; init; }
}

namespace Directino.Instagram.Comments;

/// <summary>A comment or reply (comments.md section 2).</summary>
public sealed record InstagramComment
{
    /// <summary>Comment id.</summary>
    public required string Id { get; init; }

    /// <summary>Text; null for comments without (a GIF alone).</summary>
    public string? Text { get; init; }

    /// <summary>When it was written, UTC: the start of the 7 days for a private reply.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>IGSID of the author; the account id for its own comments.</summary>
    public string? FromId { get; init; }

    /// <summary>Handle of the author.</summary>
    public string? Username { get; init; }

    /// <summary>The comment this one answers; null for a top-level comment.</summary>
    public string? ParentId { get; init; }

    /// <summary>The media it stands under, when asked for.</summary>
    public string? MediaId { get; init; }

    /// <summary>Likes.</summary>
    public long? LikeCount { get; init; }

    /// <summary>Hidden by the account.</summary>
    public bool? Hidden { get; init; }

    /// <summary>Replies that came with a list of comments, at most the first page of them.</summary>
    public IReadOnlyList<InstagramComment> Replies { get; init; } = [];
}

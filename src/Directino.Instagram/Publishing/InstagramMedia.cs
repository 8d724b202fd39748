namespace Directino.Instagram.Publishing;

/// <summary>A published post, reel or story (publishing.md section 9). Counters a person hides are missing, not 0.</summary>
public sealed record InstagramMedia
{
    /// <summary>Media id.</summary>
    public required string Id { get; init; }

    /// <summary><c>IMAGE</c>, <c>VIDEO</c>, <c>CAROUSEL_ALBUM</c>.</summary>
    public string? MediaType { get; init; }

    /// <summary><c>FEED</c>, <c>REELS</c>, <c>STORY</c>, <c>AD</c>; null when the host refuses the field.</summary>
    public string? MediaProductType { get; init; }

    /// <summary>Absent when empty, or when the host refuses the field.</summary>
    public string? Caption { get; init; }

    /// <summary>Address of the post on Instagram.</summary>
    public string? Permalink { get; init; }

    /// <summary>When it was published, UTC.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The file; expires; missing when flagged for copyright.</summary>
    public string? MediaUrl { get; init; }

    /// <summary>Still picture of a video; expires.</summary>
    public string? ThumbnailUrl { get; init; }

    /// <summary>The last part of the address.</summary>
    public string? Shortcode { get; init; }

    /// <summary>Description of the picture.</summary>
    public string? AltText { get; init; }

    /// <summary>False when comments are off.</summary>
    public bool? IsCommentEnabled { get; init; }

    /// <summary>Whether a reel may show in the feed, too.</summary>
    public bool? IsSharedToFeed { get; init; }

    /// <summary>Carries the label for synthetic media.</summary>
    public bool? IsAiGenerated { get; init; }

    /// <summary>Organic likes.</summary>
    public long? LikeCount { get; init; }

    /// <summary>Organic comments, replies included.</summary>
    public long? CommentsCount { get; init; }
}

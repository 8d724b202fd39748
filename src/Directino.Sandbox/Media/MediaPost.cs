namespace Directino.Sandbox.Media;

/// <summary>A published post, reel or story, or one child of a carousel.</summary>
public sealed record MediaPost
{
    public required string Id { get; init; }
    public required string AccountId { get; init; }
    public required DateTimeOffset Timestamp { get; init; }
    public string? Caption { get; init; }
    public string? AltText { get; init; }
    public string MediaType { get; init; } = "IMAGE";
    public string ProductType { get; init; } = "FEED";

    /// <summary>Key of the picture (or film) among the sandbox's files.</summary>
    public string? File { get; init; }
    public required string Shortcode { get; init; }
    public bool CommentsEnabled { get; init; } = true;
    public bool AiGenerated { get; init; }
    public bool? SharedToFeed { get; init; }
    public int Likes { get; init; }
    public IReadOnlyList<string> Children { get; init; } = [];
    public string? ParentId { get; init; }
    public string? ContainerId { get; init; }

    /// <summary>Seeded lifetime totals; without them the sandbox lets the numbers of the post grow with its age.</summary>
    public MediaNumbers? Numbers { get; init; }

    public string Permalink => $"https://www.instagram.com/{(ProductType == "REELS" ? "reel" : ProductType == "STORY" ? "stories" : "p")}/{Shortcode}/";
}

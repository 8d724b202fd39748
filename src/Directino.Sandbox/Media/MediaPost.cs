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

    /// <summary>Key of the still picture of a film.</summary>
    public string? PosterFile { get; init; }
    public Film? Film { get; init; }
    public required string Shortcode { get; init; }
    public bool CommentsEnabled { get; init; } = true;
    public bool AiGenerated { get; init; }
    public bool? SharedToFeed { get; init; }
    public int Likes { get; init; }
    public IReadOnlyList<string> Children { get; init; } = [];
    public string? ParentId { get; init; }
    public string? ContainerId { get; init; }
    public PostDetails Details { get; init; } = new();

    /// <summary>When a trial reel became an ordinary one by its owner's decision.</summary>
    public DateTimeOffset? GraduatedAt { get; init; }

    /// <summary>Seeded lifetime totals; without them the sandbox lets the numbers of the post grow with its age.</summary>
    public MediaNumbers? Numbers { get; init; }

    /// <summary>What stands for the post in a grid.</summary>
    public string? Cover => Details.CoverFile ?? PosterFile ?? File;

    /// <summary>A trial reel is kept from followers and grid until its owner says so, or, by performance, until its time is up.</summary>
    public bool IsInGrid(DateTimeOffset now, TimeSpan trialTime) => ProductType != "STORY"
        && (Details.Trial is null || GraduatedAt is not null || (Details.Trial == "SS_PERFORMANCE" && now - Timestamp >= trialTime));

    public string Permalink => $"https://www.instagram.com/{(ProductType == "REELS" ? "reel" : ProductType == "STORY" ? "stories" : "p")}/{Shortcode}/";
}

namespace Directino.Instagram.Publishing;

/// <summary>A feed picture to be published (publishing.md sections 3 and 4.1).</summary>
public sealed record ImageContainer
{
    /// <summary>Public HTTPS address of a JPEG, at most 8 MB, 4:5 to 1.91:1, 320 to 1440 px wide. Meta fetches it during the call.</summary>
    public required Uri ImageUrl { get; init; }

    /// <summary>At most 2,200 characters, 30 hashtags, 20 mentions.</summary>
    public string? Caption { get; init; }

    /// <summary>Description for people who do not see the picture; at most 1,000 characters.</summary>
    public string? AltText { get; init; }

    /// <summary>A Facebook Page with a location.</summary>
    public string? LocationId { get; init; }

    /// <summary>People in the picture; at most 20, public accounts only.</summary>
    public IReadOnlyList<UserTag> UserTags { get; init; } = [];

    /// <summary>Handles of co-authors; at most 3.</summary>
    public IReadOnlyList<string> Collaborators { get; init; } = [];

    /// <summary>Adds Instagram's label for synthetic media.</summary>
    public bool IsAiGenerated { get; init; }
}

/// <summary>A person marked in a picture.</summary>
/// <param name="Username">Handle without @.</param>
/// <param name="X">0 (left) to 1.</param>
/// <param name="Y">0 (top) to 1.</param>
public sealed record UserTag(string Username, decimal X, decimal Y);

internal sealed record UserTagWire(string Username, decimal? X, decimal? Y);

using Directino.Sandbox.Media;

namespace Directino.Sandbox.Publishing;

public sealed record Container
{
    public required string Id { get; init; }
    public required string AccountId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary><c>IMAGE</c>, <c>VIDEO</c>, <c>REELS</c>, <c>STORIES</c> or <c>CAROUSEL</c>.</summary>
    public required string Kind { get; init; }
    public bool IsVideo { get; init; }
    public bool IsCarouselItem { get; init; }
    public string? Caption { get; init; }
    public string? AltText { get; init; }

    /// <summary>The address the file was fetched from.</summary>
    public string? Source { get; init; }
    public string? File { get; init; }

    /// <summary>Key of the film's still picture.</summary>
    public string? PosterFile { get; init; }
    public Film? Film { get; init; }
    public IReadOnlyList<string> Children { get; init; } = [];
    public bool AiGenerated { get; init; }
    public bool? SharedToFeed { get; init; }
    public PostDetails Details { get; init; } = new();

    /// <summary>The film is sent in pieces, and is not there yet.</summary>
    public bool AwaitsUpload { get; init; }

    /// <summary>When the sent film was there.</summary>
    public DateTimeOffset? UploadedAt { get; init; }

    /// <summary>Subcode of a failure found after the container was accepted (films).</summary>
    public int? Failure { get; init; }

    /// <summary>The reason in words; Meta tells it to nobody.</summary>
    public string? FailureReason { get; init; }
    public string? PublishedMediaId { get; init; }
}

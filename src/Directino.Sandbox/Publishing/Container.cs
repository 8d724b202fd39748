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
    public string? File { get; init; }
    public IReadOnlyList<string> Children { get; init; } = [];
    public bool AiGenerated { get; init; }
    public bool? SharedToFeed { get; init; }

    /// <summary>Subcode of a failure found after the container was accepted (films).</summary>
    public int? Failure { get; init; }
    public string? PublishedMediaId { get; init; }
}

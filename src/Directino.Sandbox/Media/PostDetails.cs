using Directino.Sandbox.Audio;

namespace Directino.Sandbox.Media;

/// <summary>What was said about a post besides caption and file, exactly as it was sent; empty where nothing was said.</summary>
public sealed record PostDetails
{
    public IReadOnlyList<PersonTag> UserTags { get; init; } = [];
    public string? LocationId { get; init; }
    public IReadOnlyList<string> Collaborators { get; init; } = [];
    public IReadOnlyList<ProductMark> ProductTags { get; init; } = [];
    public string? CoverUrl { get; init; }

    /// <summary>Key of the fetched cover among the sandbox's files.</summary>
    public string? CoverFile { get; init; }

    /// <summary>Milliseconds.</summary>
    public long? ThumbOffset { get; init; }
    public string? AudioName { get; init; }
    public SoundUse? Audio { get; init; }

    /// <summary><c>MANUAL</c> or <c>SS_PERFORMANCE</c> on a trial reel.</summary>
    public string? Trial { get; init; }
    public bool PaidPartnership { get; init; }

    /// <summary>Account ids.</summary>
    public IReadOnlyList<string> Sponsors { get; init; } = [];
    public IReadOnlyList<string> Poll { get; init; } = [];
    public bool PollStaysOpen { get; init; }
    public bool CommentPrompt { get; init; }
}

public sealed record PersonTag(string Username, decimal? X, decimal? Y);

public sealed record ProductMark(string ProductId, decimal? X, decimal? Y);

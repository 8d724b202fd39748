using System.Globalization;
using System.Text.Json;
using Directino.Instagram.Errors;
using Directino.Instagram.Wire;

namespace Directino.Instagram.Publishing;

/// <summary>A reel, or with <see cref="Graduation"/> a trial reel (publishing.md section 3).</summary>
public sealed record ReelContainer : PostContainer
{
    /// <inheritdoc/>
    public override ContainerKind Kind => Graduation is null ? ContainerKind.Reel : ContainerKind.TrialReel;

    /// <summary>The film (<see cref="InstagramLimits.Reel"/>).</summary>
    public required VideoSource Video { get; init; }

    /// <summary>Public address of a JPEG as the cover; wins over <see cref="ThumbOffset"/>.</summary>
    public Uri? CoverUrl { get; init; }

    /// <summary>The frame that becomes the cover; within the film.</summary>
    public TimeSpan? ThumbOffset { get; init; }

    /// <summary>True: may show in the feed and among the reels; false: among the reels only; null: Instagram decides.</summary>
    public bool? ShareToFeed { get; init; }

    /// <summary>Name of the reel's own sound; can be given once, ever. Not together with <see cref="Audio"/>.</summary>
    public string? AudioName { get; init; }

    /// <summary>A track or original sound of Instagram's catalogue (Facebook Login only).</summary>
    public ReelAudio? Audio { get; init; }

    /// <summary>Makes it a trial reel, and says how that ends.</summary>
    public GraduationStrategy? Graduation { get; init; }

    /// <summary>Handles of people in the film; at most 20.</summary>
    public IReadOnlyList<string> TaggedUsers { get; init; } = [];

    /// <summary>Ids of products in the film; at most 5 (Facebook Login and an approved shop only).</summary>
    public IReadOnlyList<string> ProductIds { get; init; } = [];

    internal static ContainerField Frame(TimeSpan? offset) =>
        Field(PublishingOption.ThumbOffset, offset is { } at ? ((long)at.TotalMilliseconds).ToString(CultureInfo.InvariantCulture) : null);

    private protected override IEnumerable<ContainerField> Fields() => Audio is not null && AudioName is not null
        ? throw new OptionRefusedException(PublishingOption.AudioName, OptionDenial.AudioOrName)
        : Said();

    private IEnumerable<ContainerField> Said() =>
    [
        Field("media_type", "REELS"),
        .. Film(Video),
        .. PostFields(),
        Field(PublishingOption.Cover, CoverUrl?.AbsoluteUri),
        Frame(ThumbOffset),
        Field(PublishingOption.ShareToFeed, ShareToFeed switch { true => "true", false => "false", _ => null }),
        Field(PublishingOption.AudioName, AudioName),
        Field(PublishingOption.Audio, Audio is null ? null : JsonSerializer.Serialize(new(Audio.AudioId, Audio.AudioVolume, Audio.VideoVolume), InstagramJson.Default.AudioConfigurationWire)),
        Field(PublishingOption.GraduationStrategy, Graduation is { } how ? JsonSerializer.Serialize(new TrialWire(Word(how)), InstagramJson.Default.TrialWire) : null),
        Tags(TaggedUsers),
        Products(ProductIds),
    ];

    private static string Word(GraduationStrategy strategy) => strategy == GraduationStrategy.Performance ? "SS_PERFORMANCE" : "MANUAL";
}

/// <summary>How a trial reel becomes an ordinary one.</summary>
public enum GraduationStrategy
{
    /// <summary>The person decides in the app.</summary>
    Manual,

    /// <summary>Instagram decides by how it does among people who do not follow the account.</summary>
    Performance,
}

internal sealed record TrialWire(string GraduationStrategy);

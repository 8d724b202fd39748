namespace Directino.Instagram.Publishing;

/// <summary>A film of a carousel.</summary>
public sealed record CarouselVideoContainer : ContainerRequest
{
    /// <inheritdoc/>
    public override ContainerKind Kind => ContainerKind.CarouselVideo;

    /// <summary>The film (<see cref="InstagramLimits.CarouselVideo"/>).</summary>
    public required VideoSource Video { get; init; }

    /// <summary>The frame that is shown before it plays; within the film.</summary>
    public TimeSpan? ThumbOffset { get; init; }

    /// <summary>Handles of people in the film; at most 20.</summary>
    public IReadOnlyList<string> TaggedUsers { get; init; } = [];

    /// <summary>Ids of products in the film; at most 5 (Facebook Login and an approved shop only).</summary>
    public IReadOnlyList<string> ProductIds { get; init; } = [];

    private protected override IEnumerable<ContainerField> Fields() =>
    [
        Field("media_type", "VIDEO"),
        Field("is_carousel_item", "true"),
        .. Film(Video),
        ReelContainer.Frame(ThumbOffset),
        Tags(TaggedUsers),
        Products(ProductIds),
    ];
}

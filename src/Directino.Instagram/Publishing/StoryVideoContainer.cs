namespace Directino.Instagram.Publishing;

/// <summary>A film as a story.</summary>
public sealed record StoryVideoContainer : ContainerRequest
{
    /// <inheritdoc/>
    public override ContainerKind Kind => ContainerKind.StoryVideo;

    /// <summary>The film (<see cref="InstagramLimits.StoryVideo"/>).</summary>
    public required VideoSource Video { get; init; }

    /// <summary>People mentioned, with or without a place on the film; at most 20.</summary>
    public IReadOnlyList<StoryTag> UserTags { get; init; } = [];

    /// <summary>Adds Instagram's label for synthetic media.</summary>
    public bool IsAiGenerated { get; init; }

    private protected override IEnumerable<ContainerField> Fields() =>
    [
        Field("media_type", "STORIES"),
        .. Film(Video),
        Field(PublishingOption.AiLabel, IsAiGenerated),
        Tags(UserTags),
    ];
}

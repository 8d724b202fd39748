namespace Directino.Instagram.Publishing;

/// <summary>A picture as a story (publishing.md section 4.3): no caption, no stickers.</summary>
public sealed record StoryImageContainer : ContainerRequest
{
    /// <inheritdoc/>
    public override ContainerKind Kind => ContainerKind.StoryImage;

    /// <summary>Public HTTPS address of a JPEG, at most 8 MB, best 9:16.</summary>
    public required Uri ImageUrl { get; init; }

    /// <summary>People mentioned, with or without a place on the picture; at most 20.</summary>
    public IReadOnlyList<StoryTag> UserTags { get; init; } = [];

    /// <summary>Adds Instagram's label for synthetic media.</summary>
    public bool IsAiGenerated { get; init; }

    private protected override IEnumerable<ContainerField> Fields() =>
    [
        Field("media_type", "STORIES"),
        Field("image_url", ImageUrl.AbsoluteUri),
        Field(PublishingOption.AiLabel, IsAiGenerated),
        Tags(UserTags),
    ];
}

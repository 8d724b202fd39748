namespace Directino.Instagram.Publishing;

/// <summary>A carousel of finished items (publishing.md section 3). Pictures are cropped to the shape of the first item.</summary>
public sealed record CarouselContainer : PostContainer
{
    /// <inheritdoc/>
    public override ContainerKind Kind => ContainerKind.Carousel;

    /// <summary>Container ids of 2 to 10 items, in order.</summary>
    public required IReadOnlyList<string> Children { get; init; }

    private protected override IEnumerable<ContainerField> Fields() =>
    [
        Field("media_type", "CAROUSEL"),
        Field("children", string.Join(',', Children)),
        .. PostFields(),
    ];
}

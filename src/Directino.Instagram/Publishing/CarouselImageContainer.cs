namespace Directino.Instagram.Publishing;

/// <summary>A picture of a carousel.</summary>
public sealed record CarouselImageContainer : ContainerRequest
{
    /// <inheritdoc/>
    public override ContainerKind Kind => ContainerKind.CarouselImage;

    /// <inheritdoc cref="ImageContainer.ImageUrl"/>
    public required Uri ImageUrl { get; init; }

    /// <inheritdoc cref="ImageContainer.AltText"/>
    public string? AltText { get; init; }

    /// <inheritdoc cref="ImageContainer.UserTags"/>
    public IReadOnlyList<UserTag> UserTags { get; init; } = [];

    /// <inheritdoc cref="ImageContainer.ProductTags"/>
    public IReadOnlyList<ProductTag> ProductTags { get; init; } = [];

    private protected override IEnumerable<ContainerField> Fields() =>
    [
        Field("image_url", ImageUrl.AbsoluteUri),
        Field("is_carousel_item", "true"),
        Field(PublishingOption.AltText, AltText),
        Tags(UserTags),
        Products(ProductTags),
    ];
}

namespace Directino.Instagram.Publishing;

/// <summary>A feed picture (publishing.md sections 3 and 4.1).</summary>
public sealed record ImageContainer : PostContainer
{
    /// <inheritdoc/>
    public override ContainerKind Kind => ContainerKind.Image;

    /// <summary>Public HTTPS address of a JPEG, at most 8 MB, 4:5 to 1.91:1, 320 to 1440 px wide. Meta fetches it during the call.</summary>
    public required Uri ImageUrl { get; init; }

    /// <summary>Description for people who do not see the picture; at most 1,000 characters.</summary>
    public string? AltText { get; init; }

    /// <summary>People in the picture; at most 20, public accounts only.</summary>
    public IReadOnlyList<UserTag> UserTags { get; init; } = [];

    /// <summary>Products in the picture; at most 5 (Facebook Login and an approved shop only).</summary>
    public IReadOnlyList<ProductTag> ProductTags { get; init; } = [];

    private protected override IEnumerable<ContainerField> Fields() =>
    [
        Field("image_url", ImageUrl.AbsoluteUri),
        .. PostFields(),
        Field(PublishingOption.AltText, AltText),
        Tags(UserTags),
        Products(ProductTags),
    ];
}

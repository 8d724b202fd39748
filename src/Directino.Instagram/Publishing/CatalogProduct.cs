namespace Directino.Instagram.Publishing;

/// <summary>The products of a shop.</summary>
/// <param name="Id">Goes into <see cref="ProductsClient.Search"/>.</param>
/// <param name="Name">Its name.</param>
public sealed record Catalog(string Id, string Name)
{
    /// <summary>Name of the shop.</summary>
    public string? Shop { get; init; }

    /// <summary>How many products it has, whatever Meta thinks of them; null when not told.</summary>
    public long? ProductCount { get; init; }
}

/// <summary>What Meta thinks of a product. Only approved ones show on a post; refused ones cannot be marked.</summary>
public enum ProductReview
{
    /// <summary>Not told, or a word this client does not know.</summary>
    Unknown,

    /// <summary>It is shown.</summary>
    Approved,

    /// <summary>Its mark is shown as soon as it is approved.</summary>
    Pending,

    /// <summary>It has changed since it was looked at.</summary>
    Outdated,

    /// <summary>It cannot be marked.</summary>
    Rejected,
}

/// <summary>A product of a catalogue.</summary>
/// <param name="Id">Goes into <see cref="ProductTag.ProductId"/>.</param>
/// <param name="Name">Its name.</param>
public sealed record CatalogProduct(string Id, string Name)
{
    /// <summary>A picture; the address expires.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>The shop's own number for it.</summary>
    public string? RetailerId { get; init; }

    /// <summary>What Meta thinks of it.</summary>
    public ProductReview Review { get; init; }

    /// <summary>Its sizes, colours and so on, each of which can be marked instead.</summary>
    public IReadOnlyList<ProductVariant> Variants { get; init; } = [];
}

/// <summary>One of several forms of a product.</summary>
/// <param name="Id">Goes into <see cref="ProductTag.ProductId"/>.</param>
/// <param name="Name">Its name.</param>
public sealed record ProductVariant(string Id, string Name);

/// <summary>A product that is marked on a post.</summary>
/// <param name="ProductId">Id in the catalogue.</param>
/// <param name="Name">Its name.</param>
public sealed record MarkedProduct(string ProductId, string Name)
{
    /// <summary>Its price, as a text; null when not told.</summary>
    public string? Price { get; init; }

    /// <summary>What Meta thinks of it.</summary>
    public ProductReview Review { get; init; }

    /// <summary>0 (left) to 1; null on films.</summary>
    public decimal? X { get; init; }

    /// <summary>0 (top) to 1; null on films.</summary>
    public decimal? Y { get; init; }
}

internal sealed record EligibilityWire
{
    public bool? ShoppingProductTagEligibility { get; init; }
}

internal sealed record CatalogWire
{
    public required string CatalogId { get; init; }

    public string? CatalogName { get; init; }

    public string? ShopName { get; init; }

    public long? ProductCount { get; init; }
}

internal sealed record CatalogProductWire
{
    public required string ProductId { get; init; }

    public string? ProductName { get; init; }

    public string? ImageUrl { get; init; }

    public string? RetailerId { get; init; }

    public string? ReviewStatus { get; init; }

    public IReadOnlyList<VariantWire>? ProductVariants { get; init; }

    public static ProductReview ReviewOf(string? word) => word?.ToUpperInvariant() switch
    {
        "APPROVED" => ProductReview.Approved,
        "PENDING" => ProductReview.Pending,
        "OUTDATED" => ProductReview.Outdated,
        "REJECTED" => ProductReview.Rejected,
        _ => ProductReview.Unknown,
    };

    public CatalogProduct ToProduct() => new(ProductId, ProductName ?? "")
    {
        ImageUrl = ImageUrl, RetailerId = RetailerId, Review = ReviewOf(ReviewStatus),
        Variants = [.. (ProductVariants ?? []).Where(v => v?.ProductId is not null).Select(v => new ProductVariant(v.ProductId!, v.VariantName ?? ""))],
    };
}

internal sealed record VariantWire
{
    public string? ProductId { get; init; }

    public string? VariantName { get; init; }
}

internal sealed record MarkedProductWire
{
    public required string ProductId { get; init; }

    public string? Name { get; init; }

    public string? PriceString { get; init; }

    public string? ReviewStatus { get; init; }

    public decimal? X { get; init; }

    public decimal? Y { get; init; }
}

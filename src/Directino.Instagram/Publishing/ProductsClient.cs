using Directino.Instagram.Wire;

namespace Directino.Instagram.Publishing;

/// <summary>
/// The shop of an account (publishing.md section 14): its catalogues, what is in them, what is marked on a post. Only businesses with an approved
/// shop, through Facebook Login, with <c>instagram_shopping_tag_products</c> and <c>catalog_management</c>.
/// </summary>
public sealed class ProductsClient
{
    private readonly GraphTransport _graph;

    internal ProductsClient(GraphTransport graph) => _graph = graph;

    /// <summary><c>GET /{ig-user-id}?fields=shopping_product_tag_eligibility</c>: whether it may mark products; null when not told.</summary>
    /// <exception cref="Errors.OptionRefusedException">Nothing was sent: Instagram Login has no shops.</exception>
    /// <exception cref="Errors.PermissionMissingException">A permission of the shop was not granted.</exception>
    public async Task<bool?> IsEligible(InstagramAccess access, CancellationToken cancellation = default)
    {
        PublishingClient.OnlyFacebook(access, PublishingOption.ProductTags);
        var answer = await _graph.Get(
            access, Uri.EscapeDataString(access.AccountId), Query.Of("fields", "shopping_product_tag_eligibility"), InstagramJson.Default.EligibilityWire, cancellation);
        return answer.ShoppingProductTagEligibility;
    }

    /// <summary><c>GET /{ig-user-id}/available_catalogs</c>: empty when there is no shop.</summary>
    /// <inheritdoc cref="IsEligible" path="/exception"/>
    public async Task<IReadOnlyList<Catalog>> Catalogs(InstagramAccess access, CancellationToken cancellation = default)
    {
        PublishingClient.OnlyFacebook(access, PublishingOption.ProductTags);
        var answer = await _graph.Get(
            access, $"{Uri.EscapeDataString(access.AccountId)}/available_catalogs", new Query(), InstagramJson.Default.ListedCatalogWire, cancellation);
        return [.. answer.Items.Select(row => new Catalog(row.CatalogId, row.CatalogName ?? "") { Shop = row.ShopName, ProductCount = row.ProductCount })];
    }

    /// <summary><c>GET /{ig-user-id}/catalog_product_search</c>: products by words of their name or number; without words all that can be marked.</summary>
    /// <param name="access">An account connected with Facebook Login.</param>
    /// <param name="catalogId">One of <see cref="Catalogs"/>.</param>
    /// <param name="text">What to look for.</param>
    /// <param name="after">Cursor of the page before.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <inheritdoc cref="IsEligible" path="/exception"/>
    public async Task<Page<CatalogProduct>> Search(
        InstagramAccess access, string catalogId, string? text = null, string? after = null, CancellationToken cancellation = default)
    {
        PublishingClient.OnlyFacebook(access, PublishingOption.ProductTags);
        var answer = await _graph.Get(
            access, $"{Uri.EscapeDataString(access.AccountId)}/catalog_product_search", Query.Of("catalog_id", catalogId).And("q", text).And("after", after),
            InstagramJson.Default.ListedCatalogProductWire, cancellation);
        return new Page<CatalogProduct>([.. answer.Items.Select(row => row.ToProduct())], answer.After);
    }

    /// <summary><c>GET /{ig-media-id}/product_tags</c>: the products marked on a picture or film; of a carousel ask about its items.</summary>
    /// <inheritdoc cref="IsEligible" path="/exception"/>
    public async Task<IReadOnlyList<MarkedProduct>> OnMedia(InstagramAccess access, string mediaId, CancellationToken cancellation = default)
    {
        PublishingClient.OnlyFacebook(access, PublishingOption.ProductTags);
        var answer = await _graph.Get(access, $"{Uri.EscapeDataString(mediaId)}/product_tags", new Query(), InstagramJson.Default.ListedMarkedProductWire, cancellation);
        return
        [
            .. answer.Items.Select(row => new MarkedProduct(row.ProductId, row.Name ?? "") { Price = row.PriceString, Review = CatalogProductWire.ReviewOf(row.ReviewStatus), X = row.X, Y = row.Y }),
        ];
    }
}

using System.Text.Json.Nodes;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Login;
using Directino.Sandbox.Media;

namespace Directino.Sandbox.Shop;

/// <summary>Catalogues, their products, and the products marked on a post; on the Facebook host only.</summary>
internal sealed class ShopResource : IGraphResource
{
    private static readonly FieldTable<Catalog> CatalogFields = new("ProductCatalog",
        new("catalog_id", catalog => catalog.Id, @default: true),
        new("catalog_name", catalog => catalog.Name, @default: true),
        new("shop_name", catalog => catalog.Shop, @default: true),
        new("product_count", catalog => catalog.Products.Count, @default: true));

    private static readonly FieldTable<Product> ProductFields = new("CatalogProduct",
        new("product_id", product => product.Id, @default: true),
        new("product_name", product => product.Name, @default: true),
        new("image_url", (call, product, _) => product.PictureFile is { } file ? call.FileAddress(file) : null, Default: true),
        new("retailer_id", product => product.RetailerId, @default: true),
        new("review_status", product => product.ReviewStatus, @default: true),
        new("is_checkout_flow", _ => false, @default: true));

    private static readonly FieldTable<(ProductMark Mark, Product? Product)> MarkFields = new("IGProductTag",
        new("product_id", tag => tag.Mark.ProductId, @default: true),
        new("name", tag => tag.Product?.Name, @default: true),
        new("price_string", tag => tag.Product?.Price, @default: true),
        new("review_status", tag => tag.Product?.ReviewStatus, @default: true),
        new("x", tag => tag.Mark.X, @default: true),
        new("y", tag => tag.Mark.Y, @default: true));

    public IEnumerable<GraphRoute> Routes =>
    [
        new("GET", NodeKind.Account, "available_catalogs", "available_catalogs", Catalogs) { Facebook = Scopes.ShoppingTags },
        new("GET", NodeKind.Account, "catalog_product_search", "catalog_product_search", Search) { Facebook = Scopes.ShoppingTags },
        new("GET", NodeKind.Media, "product_tags", "product_tags", Tags) { Facebook = Scopes.ShoppingTags },
    ];

    /// <summary>Both permissions go together.</summary>
    public static void Demand(GraphCall call)
    {
        foreach (var scope in (string[])[Scopes.ShoppingTags, Scopes.CatalogManagement])
        {
            if (!call.Token.Scopes.Contains(scope)) throw GraphErrors.NoPermission(call.Host, scope);
        }
    }

    private static JsonObject Catalogs(GraphCall call)
    {
        Demand(call);
        var asked = call.Fields;
        CatalogFields.Check(call, asked);
        // A creator has no shop, whatever is in the catalogue.
        IReadOnlyList<Catalog> all = call.Node.Account!.MayTagProducts ? call.Node.Account.Catalogs : [];
        return GraphPage.Of(call, all, catalog => catalog.Id, catalog => CatalogFields.Project(call, catalog, asked), most: 100);
    }

    private static JsonObject Search(GraphCall call)
    {
        Demand(call);
        var (asked, id) = (call.Fields, call.Needed("catalog_id"));
        ProductFields.Check(call, asked);
        var catalog = call.Node.Account!.MayTagProducts ? call.Node.Account.Catalogs.FirstOrDefault(c => c.Id == id) : null;
        if (catalog is null) throw GraphErrors.NoSuchObject(call.Host, call.Method, id);
        var words = (call.Text("q") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = catalog.Products.Where(product => words.All(word => $"{product.Name} {product.RetailerId}".Contains(word, StringComparison.OrdinalIgnoreCase))).ToList();
        return GraphPage.Of(call, found, product => product.Id, product => ProductFields.Project(call, product, asked), most: 100);
    }

    private static JsonObject Tags(GraphCall call)
    {
        Demand(call);
        var (asked, media) = (call.Fields, call.Node.Media);
        MarkFields.Check(call, asked);
        var rows = media.Details.ProductTags.Select(mark => MarkFields.Project(call, (mark, call.Node.Account!.Product(mark.ProductId)), asked));
        return new() { ["data"] = new JsonArray([.. rows]) };
    }
}

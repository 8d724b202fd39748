using Directino.Accounts;
using Directino.Instagram.Publishing;
using Directino.Publishing;
using Directino.Web.Access;
using Directino.Web.Planning;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Publishing;

/// <summary>The shop of an account: what can be marked on a post. Asked of Instagram each time.</summary>
public static class ShopEndpoints
{
    public static IEndpointRouteBuilder MapShops(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/accounts/{id}/catalogs").WithTags("Posts").RequireAuthorization(nameof(Permission.EditPosts));
        group.MapGet("/", Catalogs).WithName("ListCatalogs").WithSummary("The catalogues of an account’s shop.")
            .WithDescription("Only with Facebook’s login, the account’s leave to mark products, and an approved shop.");
        group.MapGet("/{catalog}/products", Products).WithName("FindProducts").WithSummary("Products of a catalogue by words of their name or number; without words, all.");
        return api;
    }

    private static async Task<Results<Ok<IReadOnlyList<CatalogAnswer>>, NotFound, ProblemHttpResult>> Catalogs(
        AccountId id, CurrentVisitor visitors, ProductSearch products, PlanningText text, CancellationToken ct) =>
        await products.Shop((await visitors.Get(ct)).Workspace, id, ct) switch
        {
            ProductOutcome.Open { Catalogs: var all } => TypedResults.Ok<IReadOnlyList<CatalogAnswer>>([.. all.Select(c => new CatalogAnswer(c.Id, c.Name, c.Shop, c.ProductCount))]),
            ProductOutcome.Refused { Rule: var rule } => Refused(rule, text),
            _ => TypedResults.NotFound(),
        };

    private static async Task<Results<Ok<ProductAnswers>, NotFound, ProblemHttpResult>> Products(
        AccountId id, string catalog, CurrentVisitor visitors, ProductSearch products, PlanningText text, string? q, string? after, CancellationToken ct) =>
        await products.Find((await visitors.Get(ct)).Workspace, id, catalog, q, after, ct) switch
        {
            ProductOutcome.Found found => TypedResults.Ok(new ProductAnswers([.. found.Products.Select(ProductAnswer.Of)], found.After)),
            ProductOutcome.Refused { Rule: var rule } => Refused(rule, text),
            _ => TypedResults.NotFound(),
        };

    private static ProblemHttpResult Refused(string rule, PlanningText text) =>
        TypedResults.Problem(text.Rule(rule), statusCode: StatusCodes.Status409Conflict, extensions: [new("rule", rule)]);
}

/// <param name="ProductCount">Whatever Meta thinks of them; null when it does not say.</param>
public sealed record CatalogAnswer(string Id, string Name, string? Shop, long? ProductCount);

/// <summary>One page of products; <paramref name="Next"/> is the <c>after</c> of the next page, null at the end.</summary>
public sealed record ProductAnswers(IReadOnlyList<ProductAnswer> Items, string? Next);

/// <summary>A product, for programs.</summary>
/// <param name="Review">What Meta thinks of it: what it rejected cannot be marked, and only what it approved is shown.</param>
/// <param name="Variants">Its sizes, colours and so on, each of which can be marked instead.</param>
public sealed record ProductAnswer(string Id, string Name, string? RetailerId, string? ImageUrl, ProductReview Review, IReadOnlyList<ProductVariant> Variants)
{
    public static ProductAnswer Of(CatalogProduct product) => new(product.Id, product.Name, product.RetailerId, product.ImageUrl, product.Review, product.Variants);
}

using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Instagram.Publishing;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Publishing;

/// <summary>The shop of an account, asked of Instagram while somebody marks products (API reference, publishing section 14). Nothing of it is kept.</summary>
public sealed class ProductSearch(Database database, InstagramClient instagram, AccountAccess access, Gate gate)
{
    /// <summary>Its catalogues, when it may mark products at all.</summary>
    public Task<ProductOutcome> Shop(WorkspaceId workspace, AccountId id, CancellationToken ct) => Ask(workspace, id, async token =>
    {
        // Not told is no refusal: the catalogues say whether there is a shop.
        if (await instagram.Products.IsEligible(token, ct) == false)
            return new ProductOutcome.Refused(PublishingReasons.NoShop);
        var catalogs = await instagram.Products.Catalogs(token, ct);
        return catalogs.Count == 0 ? new ProductOutcome.Refused(PublishingReasons.NoShop) : new ProductOutcome.Open(catalogs);
    }, ct);

    /// <summary>Products by words of their name or number; without words, all.</summary>
    public Task<ProductOutcome> Find(WorkspaceId workspace, AccountId id, string catalog, string? words, string? after, CancellationToken ct) => Ask(workspace, id, async token =>
    {
        var page = await instagram.Products.Search(token, catalog, string.IsNullOrWhiteSpace(words) ? null : words.Trim(), after, ct);
        return new ProductOutcome.Found(page.Items, page.After);
    }, ct);

    private async Task<ProductOutcome> Ask(WorkspaceId workspace, AccountId id, Func<InstagramAccess, Task<ProductOutcome>> ask, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<ConnectedAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct) is not { } account)
            return new ProductOutcome.NotThere();
        if (Rule(account) is { } rule)
            return new ProductOutcome.Refused(rule);
        if (gate.MayRead(account, Capability.TagProducts) is { } refusal)
            return new ProductOutcome.Refused(refusal.Rule);
        if (await access.For(account, ct) is not { } token)
            return new ProductOutcome.Refused(GateRules.Disconnected);
        try
        {
            return await ask(token);
        }
        catch (InstagramException error)
        {
            return new ProductOutcome.Refused(PublishingReasons.Of(error));
        }
    }

    /// <summary>Why the account cannot mark products, as far as that can be said without asking; null when it may.</summary>
    public static string? Rule(ConnectedAccount account) =>
        !Scopes.Offers(account.Login, Capability.TagProducts) ? Planning.PostRules.FacebookLoginOnly : Gate.Standing(account, Capability.TagProducts)?.Rule;
}

/// <summary>What became of a look into a shop.</summary>
public abstract record ProductOutcome
{
    private ProductOutcome() { }

    public sealed record Open(IReadOnlyList<Catalog> Catalogs) : ProductOutcome;

    /// <param name="After">Where the next page begins; null at the end.</param>
    public sealed record Found(IReadOnlyList<CatalogProduct> Products, string? After) : ProductOutcome;

    /// <summary>It may not, Instagram could not be asked, or said no.</summary>
    public sealed record Refused(string Rule) : ProductOutcome;

    public sealed record NotThere : ProductOutcome;
}

using Directino.Instagram.Errors;
using Directino.Instagram.Publishing;

namespace Directino.Instagram.Tests.Sandbox;

/// <summary>Catalogues and their products: client and sandbox together.</summary>
public sealed class ShopTests
{
    private static readonly string[] Shopping =
        ["instagram_basic", "instagram_content_publish", "instagram_shopping_tag_products", "catalog_management", "pages_show_list", "pages_read_engagement"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_shop_is_looked_into_by_words_and_page_by_page()
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await sandbox.Connect(InstagramLogin.Facebook, Shopping);
        var products = sandbox.Client.Products;

        (await products.IsEligible(access, Cancellation)).ShouldBe(true);
        var catalog = (await products.Catalogs(access, Cancellation)).ShouldHaveSingleItem();
        catalog.ShouldBe(new Catalog("900", "Loaves") { Shop = "Bakery", ProductCount = 9 });
        (await products.Search(access, catalog.Id, cancellation: Cancellation)).Items.Count.ShouldBe(9);
        (await products.Search(access, catalog.Id, "loaf b-77", cancellation: Cancellation)).Items.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(p => p.Id.ShouldBe("77"), p => p.Name.ShouldBe("Loaf 77"), p => p.RetailerId.ShouldBe("B-77"), p => p.Review.ShouldBe(ProductReview.Approved));
        (await products.Search(access, catalog.Id, "old", cancellation: Cancellation)).Items.ShouldHaveSingleItem().Review.ShouldBe(ProductReview.Rejected);
        (await products.Search(access, catalog.Id, "brick", cancellation: Cancellation)).Items.ShouldBeEmpty();
        await Should.ThrowAsync<ObjectGoneException>(() => products.Search(access, "901", cancellation: Cancellation));
    }

    [Fact]
    public async Task A_creator_has_no_shop_whatever_is_in_the_catalogue()
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await sandbox.Connect(InstagramLogin.Facebook, Shopping);
        await sandbox.Control("accounts/bakery", """{"accountType":"MEDIA_CREATOR"}""");
        (await sandbox.Client.Products.IsEligible(access, Cancellation)).ShouldBe(false);
        (await sandbox.Client.Products.Catalogs(access, Cancellation)).ShouldBeEmpty();
        (await Mark(sandbox, access)).Subcode.ShouldBe(2207037);
    }

    [Theory]
    [InlineData("instagram_shopping_tag_products")]
    [InlineData("catalog_management")]
    public async Task Both_permissions_are_needed(string missing)
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await sandbox.Connect(InstagramLogin.Facebook, [.. Shopping.Where(scope => scope != missing)]);
        var products = sandbox.Client.Products;
        await Should.ThrowAsync<PermissionMissingException>(() => products.IsEligible(access, Cancellation));
        await Should.ThrowAsync<PermissionMissingException>(() => products.Catalogs(access, Cancellation));
        await Should.ThrowAsync<PermissionMissingException>(() => products.Search(access, "900", cancellation: Cancellation));
        (await Mark(sandbox, access)).ShouldBeOfType<PermissionMissingException>();
        // Without products the same post goes out.
        await sandbox.Publish(access);
    }

    private static Task<InstagramException> Mark(SandboxHost sandbox, InstagramAccess access) => Should.ThrowAsync<InstagramException>(() =>
        sandbox.Client.Publishing.CreateContainer(access, new ImageContainer { ImageUrl = SandboxHost.Picture, ProductTags = [new ProductTag("77", 0.5m, 0.5m)] }, Cancellation));
}

using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Publishing;
using Directino.Ledger;
using Directino.Planning;
using Directino.Publishing;
using Directino.Tests.Media;
using Directino.Tests.Planning;
using Directino.Tests.Studio;

namespace Directino.Tests.Publishing;

public sealed class ProductTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_shop_of_an_account_is_looked_into_while_one_chooses()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, account) = await Connected(studio, "nora.bakes");
        var search = studio.Get<ProductSearch>();
        var catalog = (await search.Shop(shop.Id, account.Id, Ct)).ShouldBeOfType<ProductOutcome.Open>().Catalogs.ShouldHaveSingleItem();

        var all = (await search.Find(shop.Id, account.Id, catalog.Id, " ", null, Ct)).ShouldBeOfType<ProductOutcome.Found>();
        all.Products.Count.ShouldBe((int)catalog.ProductCount!);
        all.Products.ShouldContain(p => p.Review == ProductReview.Rejected);
        (await search.Find(shop.Id, account.Id, catalog.Id, "croissant", null, Ct)).ShouldBeOfType<ProductOutcome.Found>()
            .Products.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Name.ShouldBe("Butter croissant"), p => p.ImageUrl.ShouldNotBeNullOrEmpty());
        (await search.Find(shop.Id, account.Id, "1", null, null, Ct)).ShouldBeOfType<ProductOutcome.Refused>();
        (await search.Shop((await studio.OpenWorkspace("Another")).Id, account.Id, Ct)).ShouldBeOfType<ProductOutcome.NotThere>();
    }

    [Fact]
    public async Task Who_may_not_is_told_why_before_Instagram_is_asked()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, account) = await Connected(studio, "nora.bakes");
        await shop.Allow(account.Id, Capability.TagProducts, on: false);
        await Refused(shop, account, GateRules.SwitchedOff);
        var (creators, creator) = await Connected(studio, "studio.terra");
        await Refused(creators, creator, PublishingReasons.NoShop);
        var other = await studio.OpenWorkspace("With Instagram's login");
        await Refused(other, await other.Connect("nora.bakes", InstagramLogin.Instagram), PostRules.FacebookLoginOnly);
        var third = await studio.OpenWorkspace("Without the permission");
        var without = await third.Connect("nora.bakes", InstagramLogin.Facebook, "instagram_basic", "instagram_content_publish", "pages_show_list", "pages_read_engagement", "pages_manage_metadata", "instagram_shopping_tag_products");
        await third.Allow(without.Id, Capability.TagProducts);
        await Refused(third, without, GateRules.ScopeMissing);
    }

    [Fact]
    public async Task A_leave_that_is_taken_back_before_the_slot_stops_the_post()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, account) = await Connected(studio, "nora.bakes");
        shop.LendMedia();
        var post = await shop.Draft(await Marked(shop, account, "7100000000000001"));
        (await studio.Get<Planner>().Schedule(shop.Id, post.Id, studio.Clock.GetUtcNow().AddHours(2), shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        await shop.Allow(account.Id, Capability.TagProducts, on: false);
        await studio.PassTime(TimeSpan.FromHours(2.5), TimeSpan.FromMinutes(1));
        var after = await shop.Read(post);
        (after.State, after.Reason).ShouldBe((PostState.Failed, GateRules.SwitchedOff));
        studio.Published().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_product_that_has_left_the_catalogue_is_named_as_the_reason()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, account) = await Connected(studio, "nora.bakes");
        var post = await shop.Publish(await Marked(shop, account, "7199999999999999"));
        (post.State, post.Reason).ShouldBe((PostState.Failed, PublishingReasons.ProductsRefused));
        studio.Published().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_copy_for_another_account_leaves_the_products_of_the_shop_behind()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, account) = await Connected(studio, "nora.bakes");
        var other = await shop.Connect("studio.terra", InstagramLogin.Facebook);
        var post = await shop.Draft(await Marked(shop, account, "7100000000000001"));
        (await Copy(shop, post, null)).Content.Items[0].Products.ShouldHaveSingleItem().Name.ShouldBe("Sourdough boule");
        (await Copy(shop, post, other.Id)).Content.Items[0].Products.ShouldBeEmpty();
    }

    private static async Task<Post> Copy(TestWorkspace shop, Post post, AccountId? account) =>
        (await shop.Studio.Get<Planner>().Copy(shop.Id, post.Id, shop.Owner, account, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post;

    private static async Task Refused(TestWorkspace shop, ConnectedAccount account, string rule) =>
        (await shop.Studio.Get<ProductSearch>().Shop(shop.Id, account.Id, Ct)).ShouldBeOfType<ProductOutcome.Refused>().Rule.ShouldBe(rule);

    private static async Task<(TestWorkspace Shop, ConnectedAccount Account)> Connected(Tests.Studio.Studio studio, string username)
    {
        var shop = await studio.OpenWorkspace(username);
        var account = await shop.Connect(username, InstagramLogin.Facebook);
        await shop.Allow(account.Id, Capability.TagProducts);
        return (shop, account);
    }

    private static async Task<PostContent> Marked(TestWorkspace shop, ConnectedAccount account, string product)
    {
        var content = PostContent.OnePicture(account.Id, (await shop.Upload(TestPictures.Small)).Id, "Fresh bread", null);
        return content with { Items = [content.Items[0] with { Products = [new ProductMark(product, "Sourdough boule", 0.5m, 0.5m)] }] };
    }
}

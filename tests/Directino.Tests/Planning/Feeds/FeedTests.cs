using Directino.Accounts;
using Directino.Planning;
using Directino.Planning.Feeds;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Planning.Feeds;

public sealed class FeedTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_address_opens_the_plan_of_its_workspace_until_it_is_renewed_or_revoked()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        await (await studio.OpenWorkspace("Somebody else's")).Plan("Theirs", 1);
        await shop.Plan("Rye", 1);
        var book = studio.Get<FeedBook>();
        var made = (await book.Make(shop.Id, shop.Owner, null, "en", Ct)).ShouldNotBeNull();
        (await book.Open(made.Secret, Ct)).ShouldNotBeNull().Posts.ShouldHaveSingleItem().Beginning.ShouldBe("Rye");
        (await book.All(shop.Id, shop.Owner, Ct)).ShouldHaveSingleItem().ReadAt.ShouldBe(studio.Clock.GetUtcNow());
        var renewed = (await book.Renew(shop.Id, shop.Owner, made.Id, Ct)).ShouldNotBeNull();
        (await book.Open(made.Secret, Ct)).ShouldBeNull();
        (await book.Open(renewed.Secret, Ct)).ShouldNotBeNull();
        (await book.Revoke(shop.Id, shop.Owner, made.Id, Ct)).ShouldBeTrue();
        (await book.Open(renewed.Secret, Ct)).ShouldBeNull();
        (await book.Open("", Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task The_secret_is_nowhere_in_the_database()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var made = (await studio.Get<FeedBook>().Make(shop.Id, shop.Owner, null, "en", Ct))!;
        await using var db = shop.Open();
        (await db.Set<PlanFeed>().SingleAsync(Ct)).SecretHash.ShouldBe(Secret.Hash(made.Secret));
    }

    [Fact]
    public async Task It_ends_when_its_member_leaves_and_nobody_else_can_touch_it()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var other = await studio.OpenWorkspace("Somebody else's");
        var book = studio.Get<FeedBook>();
        var made = (await book.Make(shop.Id, shop.Owner, null, "en", Ct))!;
        (await book.Renew(shop.Id, other.Owner, made.Id, Ct)).ShouldBeNull();
        (await book.Renew(other.Id, other.Owner, made.Id, Ct)).ShouldBeNull();
        (await book.Revoke(other.Id, other.Owner, made.Id, Ct)).ShouldBeFalse();
        await using var db = shop.Open();
        await db.Set<Membership>().Where(m => m.PersonId == shop.Owner).ExecuteDeleteAsync(Ct);
        (await book.Open(made.Secret, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task One_of_an_account_shows_its_posts_only_and_of_time_what_is_near()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        await shop.Plan("Of no account", 1);
        await shop.Plan("Long ago", -91);
        await shop.Plan("Far away", 401);
        var post = await shop.Schedule(account, "Rye", TimeSpan.FromDays(2));
        var book = studio.Get<FeedBook>();
        var one = (await book.Open((await book.Make(shop.Id, shop.Owner, account.Id, "en", Ct))!.Secret, Ct))!;
        (one.Username, one.Posts.ShouldHaveSingleItem().Id).ShouldBe(("nora.bakes", post.Id));
        var all = (await book.Open((await book.Make(shop.Id, shop.Owner, null, "en", Ct))!.Secret, Ct))!;
        all.Posts.Select(p => p.Beginning).ShouldBe(["Of no account", "Rye"]);
        (await book.Make(shop.Id, shop.Owner, AccountId.New(studio.Clock), "en", Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task A_member_has_at_most_ten()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        for (var i = 0; i < FeedBook.Most; i++)
            (await studio.Get<FeedBook>().Make(shop.Id, shop.Owner, null, "en", Ct)).ShouldNotBeNull();
        (await studio.Get<FeedBook>().Make(shop.Id, shop.Owner, null, "en", Ct)).ShouldBeNull();
    }
}

internal static class FeedsInStudio
{
    /// <summary>A draft so many days from now.</summary>
    public static Task<PlanOutcome> Plan(this TestWorkspace shop, string caption, int days) =>
        shop.Studio.Get<Planner>().Draft(shop.Id, shop.Owner, PostContent.Empty with { Caption = caption }, shop.Studio.Clock.GetUtcNow().AddDays(days), CancellationToken.None);
}

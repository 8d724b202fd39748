using Directino.Accounts;
using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Tests.Media;
using Directino.Tests.Publishing;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Planning.Approvals;

public sealed class ClientLinkTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_client_approves_by_link_goes_out_and_nothing_else_does()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await Shop(studio);
        var account = await shop.Connect("nora.bakes");
        var (rye, wheat) = (await shop.Schedule(account, "Rye", TimeSpan.FromMinutes(20)), await shop.Schedule(account, "Wheat", TimeSpan.FromMinutes(20)));
        (await shop.Approve(rye, shop.Owner)).ShouldBeRefused(ApprovalRules.NotApprover);
        var secret = await shop.MakeLink(rye, wheat);
        (await shop.Decide(secret, rye)).ShouldBeDone();
        (await shop.Decide(secret, wheat, "Less flour.")).ShouldBeDone();
        await studio.PassTime(TimeSpan.FromMinutes(25), TimeSpan.FromSeconds(30));
        studio.Published().ShouldHaveSingleItem().Effect.Words.ShouldBe("Rye");
        var words = (await studio.Get<ApprovalReader>().Find(shop.Id, wheat.Id, Ct)).ShouldNotBeNull().Words;
        (words[^1].By, words[^1].IsClient, words[^1].Sentence).ShouldBe(("Ana", true, "Less flour."));
    }

    [Fact]
    public async Task A_client_sees_the_posts_of_the_link_in_their_order_and_not_what_members_say()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        await shop.Demand(ApprovalKind.OneOf, shop.Owner);
        var account = await shop.Connect("nora.bakes");
        var later = await shop.Schedule(account, "Later", TimeSpan.FromDays(3));
        var sooner = await shop.Schedule(account, "Sooner", TimeSpan.FromDays(2));
        await shop.Schedule(account, "Another client’s", TimeSpan.FromDays(1));
        (await shop.AskForChanges(later, shop.Owner, "Between us: dull.")).ShouldBeDone();
        await shop.Demand(ApprovalKind.Client);
        (await shop.Ask(later)).ShouldBeDone();
        var secret = await shop.MakeLink(later, sooner);
        var view = (await studio.Get<ClientLinks>().Read(secret, Ct)).ShouldNotBeNull();
        (view.Workspace, view.Link.Name).ShouldBe(("Nora's", "Café Luna"));
        view.Posts.Select(p => (p.Post.Caption, p.State, p.Said)).ShouldBe([("Sooner", ApprovalState.Waiting, null), ("Later", ApprovalState.Waiting, null)]);
        view.Posts[0].Media.ShouldHaveSingleItem();
        (await shop.Decide(secret, sooner)).ShouldBeDone();
        view = (await studio.Get<ClientLinks>().Read(secret, Ct)).ShouldNotBeNull();
        (view.Posts[0].State, view.Posts[0].Said!.Kind, view.Name).ShouldBe((ApprovalState.Approved, ApprovalStepKind.Approved, "Ana"));
    }

    [Fact]
    public async Task A_link_opens_nothing_but_what_it_is_for_and_only_as_long_as_it_lives()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await Shop(studio);
        var account = await shop.Connect("nora.bakes");
        var (mine, other) = (await shop.Draft(account, "Mine"), await shop.Draft(account, "Other"));
        var picture = mine.Items[0].MediaId;
        var stranger = (await shop.Upload(TestPictures.Jpeg(1080, 1350))).Id;
        var links = studio.Get<ClientLinks>();
        var secret = await shop.MakeLink(mine);
        (await links.OfMedia(secret, picture, Ct)).ShouldBe(shop.Id);
        (await links.OfMedia(secret, stranger, Ct)).ShouldBeNull();
        (await shop.Decide(secret, other)).ShouldBeRefused(ClientLinkRules.Dead);
        (await links.Read("somebody’s guess", Ct)).ShouldBeNull();
        (await links.Read(null, Ct)).ShouldBeNull();

        studio.Clock.Advance(TimeSpan.FromDays(7));
        (await links.Read(secret, Ct)).ShouldBeNull();
        (await links.OfMedia(secret, picture, Ct)).ShouldBeNull();
        (await shop.Decide(secret, mine)).ShouldBeRefused(ClientLinkRules.Dead);

        var next = await shop.MakeLink(mine);
        var made = (await links.All(shop.Id, Ct))[0];
        (made.IsOpen, made.Waiting).ShouldBe((true, 1));
        var neighbour = await studio.OpenWorkspace("Next door");
        (await links.Withdraw(neighbour.Id, made.Link.Id, Ct)).ShouldBeFalse();
        (await links.Withdraw(shop.Id, made.Link.Id, Ct)).ShouldBeTrue();
        (await links.Read(next, Ct)).ShouldBeNull();
        (await links.All(neighbour.Id, Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_database_knows_a_links_hash_alone()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await Shop(studio);
        var secret = await shop.MakeLink(await shop.Draft(await shop.Connect("nora.bakes"), "Rye"));
        await using var db = shop.Open();
        var link = await db.Set<ClientLink>().AsNoTracking().SingleAsync(Ct);
        link.SecretHash.ShouldBe(Secret.Hash(secret));
        link.SecretHash.ShouldNotContain(secret);
    }

    [Fact]
    public async Task Nobody_decides_about_what_was_changed_since_without_a_name_or_without_a_sentence()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await Shop(studio);
        var post = await shop.Draft(await shop.Connect("nora.bakes"), "Rye");
        var secret = await shop.MakeLink(post);
        var seen = (await shop.Read(post)).Edition;
        var links = studio.Get<ClientLinks>();
        (await links.Decide(secret, post.Id, seen, " ", null, Ct)).ShouldBeRefused(ClientLinkRules.NameMissing);
        (await links.Decide(secret, post.Id, seen, new string('a', 101), null, Ct)).ShouldBeRefused(ClientLinkRules.NameTooLong);
        (await links.Decide(secret, post.Id, seen, "Ana", "", Ct)).ShouldBeRefused(ApprovalRules.SentenceMissing);
        await shop.Rewrite(post, "Wheat");
        (await links.Decide(secret, post.Id, seen, "Ana", null, Ct)).ShouldBeRefused(ApprovalRules.OtherEdition);
        (await links.Decide(secret, post.Id, seen + 1, "Ana", null, Ct)).ShouldBeDone();
        await shop.Rewrite(post, "Rye");
        (await shop.Standing(post)).ShouldBe(ApprovalState.Waiting);
    }

    [Fact]
    public async Task A_link_asks_about_its_posts_and_is_refused_where_it_could_not()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await shop.Draft(await shop.Connect("nora.bakes"), "Rye");
        (await Wish(shop, "Café Luna", 7, post.Id)).ShouldBe(new ClientLinkOutcome.Refused(ClientLinkRules.NotAsked));
        await shop.Demand(ApprovalKind.Client);
        (await Wish(shop, "", 7, post.Id)).ShouldBe(new ClientLinkOutcome.Refused(ClientLinkRules.ForMissing));
        (await Wish(shop, "Café Luna", 0, post.Id)).ShouldBe(new ClientLinkOutcome.Refused(ClientLinkRules.DaysOutside));
        (await Wish(shop, "Café Luna", 7)).ShouldBe(new ClientLinkOutcome.Refused(ClientLinkRules.PostsMissing));
        (await Wish(shop, "Café Luna", 7, [.. Enumerable.Range(0, 101).Select(_ => PostId.New(studio.Clock))])).ShouldBe(new ClientLinkOutcome.Refused(ClientLinkRules.TooManyPosts));
        var empty = await shop.Draft(PostContent.Empty with { Caption = "No picture" });
        (await Wish(shop, "Café Luna", 7, empty.Id)).ShouldBe(new ClientLinkOutcome.Refused(PostRules.AccountMissing, empty.Id));
        var neighbour = await Shop(studio, "Next door");
        (await Wish(neighbour, "Café Luna", 7, post.Id)).ShouldBe(new ClientLinkOutcome.Refused(PostRules.NotThere, post.Id));
        (await shop.Standing(post)).ShouldBe(ApprovalState.NotAsked);
        (await Wish(shop, "Café Luna", 7, post.Id)).ShouldBeOfType<ClientLinkOutcome.Made>();
        (await shop.Standing(post)).ShouldBe(ApprovalState.Waiting);
    }

    private static Task<ClientLinkOutcome> Wish(TestWorkspace shop, string name, int days, params PostId[] posts) =>
        shop.Studio.Get<ClientLinks>().Make(shop.Id, shop.Owner, name, posts, days, Ct);

    private static async Task<TestWorkspace> Shop(Tests.Studio.Studio studio, string name = "Nora's")
    {
        var shop = await studio.OpenWorkspace(name);
        await shop.Demand(ApprovalKind.Client);
        return shop;
    }
}

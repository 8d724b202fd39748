using Directino.Accounts;
using Directino.Media;
using Directino.Notifications;
using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Planning.Remarks;
using Directino.Tests.Notifications;
using Directino.Tests.Planning.Approvals;
using Directino.Tests.Studio;

namespace Directino.Tests.Planning.Remarks;

public sealed class RemarkTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_remark_stays_at_its_place_and_changes_nothing_of_the_post()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var (post, first, second) = await TwoPictures(shop);
        var before = await shop.Read(post);
        Done(await Leave(shop, post, shop.Owner, new RemarkPlace(second.Id, 0.25, 0.75), "Crop the cup."));
        Done(await Leave(shop, post, shop.Owner, new RemarkPlace(Quote: " on Friday "), "Or on Saturday?"));
        Done(await Leave(shop, post, shop.Owner, RemarkPlace.Whole, "Lovely."));
        var after = await shop.Read(post);
        (after.Revision, after.Edition, after.Version).ShouldBe((before.Revision, before.Edition, before.Version));
        (await Read(shop, post)).Select(t => (t.Item, t.X, t.Quote, t.IsGone, t.Said.Text)).ShouldBe([
            (1, 0.25, null, false, "Crop the cup."), (null, null, "on Friday", false, "Or on Saturday?"), (null, null, null, false, "Lovely.")]);

        // The other way round, and without the words.
        await Write(shop, post, content => content with { Items = [new ItemContent(second.Id), new ItemContent(first.Id)], Caption = "Rye" });
        (await Read(shop, post)).Select(t => (t.Item, t.Quote, t.IsGone)).ShouldBe([(0, null, false), (null, "on Friday", true), (null, null, false)]);
        await Write(shop, post, content => content with { Items = [new ItemContent(first.Id)] });
        (await Read(shop, post))[0].ShouldSatisfyAllConditions(t => t.IsGone.ShouldBeTrue(), t => t.Item.ShouldBeNull(), t => t.X.ShouldBe(0.25));
    }

    [Theory]
    [InlineData(1.2, 0.5, null, "x", RemarkRules.PointOutside)]
    [InlineData(0.5, null, null, "x", RemarkRules.PointOutside)]
    [InlineData(null, null, "nowhere", "x", RemarkRules.QuoteMissing)]
    [InlineData(null, null, " ", "x", RemarkRules.QuoteMissing)]
    [InlineData(null, null, "Rye", "x", RemarkRules.PlaceUnclear)]
    [InlineData(null, null, null, "  ", RemarkRules.TextMissing)]
    public async Task A_place_that_is_none_and_a_remark_that_says_nothing_are_refused(double? x, double? y, string? quote, string text, string rule)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var (post, first, _) = await TwoPictures(shop);
        var media = quote is null || rule == RemarkRules.PlaceUnclear ? first.Id : (MediaItemId?)null;
        (await Leave(shop, post, shop.Owner, new RemarkPlace(media, x, y, quote), text)).ShouldBe(new RemarkOutcome.Refused(rule));
    }

    [Fact]
    public async Task A_picture_of_another_post_is_no_place()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var (post, _, _) = await TwoPictures(shop);
        var other = await shop.Upload(Media.TestPictures.Jpeg(600, 600));
        (await Leave(shop, post, shop.Owner, new RemarkPlace(other.Id), "x")).ShouldBe(new RemarkOutcome.Refused(RemarkRules.ItemMissing));
    }

    [Fact]
    public async Task It_is_answered_and_marked_as_done_and_told_to_whom_it_concerns()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var omar = await shop.AddMember("Omar");
        var post = await shop.Draft(await shop.Connect("nora.bakes"), "Rye on Friday");
        var remark = Done(await Leave(shop, post, omar, RemarkPlace.Whole, "Too dark."));
        (await shop.ToldTo(shop.Owner)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            n => n.Notification.Kind.ShouldBe(NotificationKind.Remarked), n => n.Notification.Sentence.ShouldBe("Too dark."), n => n.Who.ShouldBe("Omar"));
        var book = studio.Get<RemarkBook>();
        Done(await book.Answer(shop.Id, remark.Id, Reviewer.Member(shop.Owner), "It is rye.", Ct));
        (await shop.KindsToldTo(omar)).ShouldBe([NotificationKind.Remarked]);
        (await book.Mark(shop.Id, remark.Id, shop.Owner, true, Ct)).ShouldBeTrue();
        var thread = (await Read(shop, post)).ShouldHaveSingleItem();
        (thread.IsDone, thread.Answers.Single().Text, thread.Answers.Single().By).ShouldBe((true, "It is rye.", "Owner of Nora's"));
        (await book.Mark(shop.Id, remark.Id, shop.Owner, false, Ct)).ShouldBeTrue();
        (await Read(shop, post)).Single().IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task A_client_sees_what_was_said_by_their_link_and_nothing_else_and_members_see_which_it_was()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        await shop.Demand(ApprovalKind.Client);
        var account = await shop.Connect("nora.bakes");
        var (post, other) = (await shop.Draft(account, "Rye on Friday"), await shop.Draft(account, "Buns"));
        var (link, second) = (await shop.MakeLink(post), await shop.MakeLink(post, other));
        var links = studio.Get<ClientLinks>();
        var inside = Done(await Leave(shop, post, shop.Owner, RemarkPlace.Whole, "The client is picky."));
        studio.Clock.Advance(TimeSpan.FromSeconds(1));
        var theirs = Done(await links.Leave(link, post.Id, "Ana", new RemarkPlace(Quote: "Friday"), "Saturday!", Ct));
        (await links.Leave(link, other.Id, "Ana", RemarkPlace.Whole, "x", Ct)).ShouldBe(new RemarkOutcome.Refused(ClientLinkRules.Dead));
        (await links.Leave(link, post.Id, " ", RemarkPlace.Whole, "x", Ct)).ShouldBe(new RemarkOutcome.Refused(ClientLinkRules.NameMissing));
        (await links.Answer(link, inside.Id, "Ana", "x", Ct)).ShouldBe(new RemarkOutcome.Refused(RemarkRules.NotThere));
        (await links.Answer(second, theirs.Id, "Leo", "x", Ct)).ShouldBe(new RemarkOutcome.Refused(RemarkRules.NotThere));
        Done(await studio.Get<RemarkBook>().Answer(shop.Id, theirs.Id, Reviewer.Member(shop.Owner), "Gladly.", Ct));
        studio.Clock.Advance(TimeSpan.FromSeconds(1));
        Done(await links.Answer(link, theirs.Id, "Ana", "Thanks.", Ct));

        var view = (await links.Read(link, Ct)).ShouldNotBeNull();
        view.Name.ShouldBe("Ana");
        var seen = view.Posts.Single().Remarks.ShouldHaveSingleItem();
        (seen.Said.Text, string.Join(' ', seen.Answers.Select(a => a.Text))).ShouldBe(("Saturday!", "Gladly. Thanks."));
        (await links.Read(second, Ct))!.Posts.ShouldAllBe(p => p.Remarks.Count == 0);
        (await Read(shop, post))[1].Said.ShouldSatisfyAllConditions(s => s.IsClient.ShouldBeTrue(), s => s.By.ShouldBe("Ana"), s => s.Link.ShouldBe("Café Luna"));
    }

    [Fact]
    public async Task Who_has_open_remarks_asks_for_changes_without_a_sentence()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var omar = await shop.AddMember("Omar");
        await shop.Demand(ApprovalKind.OneOf, omar);
        var post = await shop.Draft(await shop.Connect("nora.bakes"), "Rye on Friday");
        (await shop.Ask(post)).ShouldBeDone();
        Done(await Leave(shop, post, shop.Owner, RemarkPlace.Whole, "Mine does not count."));
        (await shop.AskForChanges(post, omar, " ")).ShouldBeRefused(ApprovalRules.SentenceMissing);
        Done(await Leave(shop, post, omar, RemarkPlace.Whole, "Too dark."));
        (await shop.AskForChanges(post, omar, " ")).ShouldBeDone();
        (await shop.Standing(post)).ShouldBe(ApprovalState.ChangesAsked);
        await studio.PassTime(TimeSpan.FromMinutes(3));
        (await shop.Letters()).Single(l => l.Subject.Contains("to be changed", StringComparison.Ordinal)).Text.ShouldContain("See the remarks");
    }

    [Fact]
    public async Task A_deleted_post_takes_its_remarks_along_and_another_workspace_reads_none()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var neighbour = await studio.OpenWorkspace("Next door");
        var post = await shop.Draft(await shop.Connect("nora.bakes"), "Rye on Friday");
        var remark = Done(await Leave(shop, post, shop.Owner, RemarkPlace.Whole, "Too dark."));
        var book = studio.Get<RemarkBook>();
        Done(await book.Answer(shop.Id, remark.Id, Reviewer.Member(shop.Owner), "No.", Ct));
        (await book.Of(neighbour.Id, post.Id, Ct)).ShouldBeNull();
        (await book.Mark(neighbour.Id, remark.Id, neighbour.Owner, true, Ct)).ShouldBeFalse();
        (await studio.Get<Planner>().Delete(shop.Id, post.Id, null, Ct)).ShouldBeDone();
        await using var db = shop.Open();
        db.Set<Remark>().ShouldBeEmpty();
    }

    private static async Task<(Post Post, MediaItem First, MediaItem Second)> TwoPictures(TestWorkspace shop)
    {
        var account = await shop.Connect("nora.bakes");
        var (first, second) = (await shop.Upload(Media.TestPictures.Jpeg(800, 800)), await shop.Upload(Media.TestPictures.Jpeg(900, 900)));
        return (await shop.Draft(new PostContent { Account = account.Id, Items = [new ItemContent(first.Id), new ItemContent(second.Id)], Caption = "Rye on Friday" }), first, second);
    }

    private static Task<RemarkOutcome> Leave(TestWorkspace shop, Post post, PersonId by, RemarkPlace place, string text)
    {
        // One after the other.
        shop.Studio.Clock.Advance(TimeSpan.FromSeconds(1));
        return shop.Studio.Get<RemarkBook>().Leave(shop.Id, post.Id, Reviewer.Member(by), place, text, Ct);
    }

    private static async Task<IReadOnlyList<RemarkThread>> Read(TestWorkspace shop, Post post) =>
        (await shop.Studio.Get<RemarkBook>().Of(shop.Id, post.Id, Ct)).ShouldNotBeNull();

    private static async Task Write(TestWorkspace shop, Post post, Func<PostContent, PostContent> change) =>
        (await shop.Studio.Get<Planner>().Write(shop.Id, post.Id, change((await shop.Read(post)).Content), shop.Owner, null, Ct)).ShouldBeDone();

    private static Remark Done(RemarkOutcome outcome) => outcome.ShouldBeOfType<RemarkOutcome.Done>().Remark;
}

using Directino.Accounts;
using Directino.Notifications;
using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Tests.Planning;
using Directino.Tests.Planning.Approvals;
using Directino.Tests.Studio;
using static Directino.Notifications.NotificationKind;

namespace Directino.Tests.Notifications;

public sealed class NotificationTests
{
    private static readonly TimeSpan AWhile = TimeSpan.FromMinutes(3);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_approver_learns_what_waits_and_an_author_what_was_said()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, omar, post) = await Shop(studio);
        (await shop.Ask(post)).ShouldBeDone();
        var wanted = (await shop.ToldTo(omar)).ShouldHaveSingleItem();
        (wanted.Notification.Kind, wanted.Who, wanted.About.Name, wanted.About.Path).ShouldBe((ApprovalWanted, "Owner of Nora's", "Rye on Friday", $"plan/posts/{post.Id}"));
        (await shop.ToldTo(shop.Owner)).ShouldBeEmpty();

        (await shop.AskForChanges(post, omar)).ShouldBeDone();
        (await shop.ToldTo(omar)).ShouldBeEmpty();
        var changes = (await shop.ToldTo(shop.Owner)).ShouldHaveSingleItem();
        (changes.Notification.Kind, changes.Notification.Sentence, changes.Who).ShouldBe((ChangesWanted, "Shorter, please.", "Omar"));

        (await shop.Ask(post)).ShouldBeDone();
        (await shop.Approve(post, omar)).ShouldBeDone();
        (await shop.KindsToldTo(shop.Owner)).ShouldBe([Approved, ChangesWanted], ignoreOrder: true);
    }

    [Fact]
    public async Task Who_decides_about_their_own_post_is_told_nothing()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        await shop.Demand(ApprovalKind.OneOf, shop.Owner);
        var post = await shop.Draft(await shop.Connect("nora.bakes"), "Rye");
        (await shop.Ask(post)).ShouldBeDone();
        (await shop.Approve(post, shop.Owner)).ShouldBeDone();
        await shop.Rewrite(post, "Buns");
        (await shop.ToldTo(shop.Owner, unread: false)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_edit_tells_who_approved_and_whose_post_it_is_and_asks_the_others()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, omar, post) = await Shop(studio);
        var lea = await shop.AddMember("Lea");
        var ida = await shop.AddMember("Ida", Role.Editor);
        await shop.Demand(ApprovalKind.OneOf, omar, lea);
        (await shop.Ask(post)).ShouldBeDone();
        (await shop.Approve(post, omar)).ShouldBeDone();
        await Read(shop, omar, lea, shop.Owner);

        await shop.Rewrite(post, "Rye on Saturday", by: ida);
        (await shop.KindsToldTo(omar)).ShouldBe([ApprovalWithdrawn]);
        (await shop.KindsToldTo(lea)).ShouldBe([ApprovalWanted]);
        (await shop.KindsToldTo(shop.Owner)).ShouldBe([ApprovalWithdrawn]);
        (await shop.ToldTo(ida)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_client_who_answers_is_told_to_the_author_by_their_name()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, _, post) = await Shop(studio);
        await shop.Demand(ApprovalKind.Client);
        var link = await shop.MakeLink(post);
        (await shop.Decide(link, post, "Without the price.")).ShouldBeDone();
        var told = (await shop.ToldTo(shop.Owner)).ShouldHaveSingleItem();
        (told.Notification.Kind, told.Who, told.Notification.Sentence).ShouldBe((ClientAnswered, "Ana", "Without the price."));
        await studio.PassTime(AWhile);
        (await shop.Letters()).ShouldHaveSingleItem().Text.ShouldContain("Ana, a client, wants");
    }

    [Fact]
    public async Task A_changed_rule_asks_who_is_newly_named()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, omar, post) = await Shop(studio);
        var lea = await shop.AddMember("Lea");
        (await shop.Ask(post)).ShouldBeDone();
        await shop.Demand(ApprovalKind.OneOf, lea);
        (await shop.KindsToldTo(lea)).ShouldBe([ApprovalWanted]);
        (await shop.ToldTo(omar)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_post_that_fails_or_is_in_trouble_is_told_to_who_scheduled_it()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var omar = await shop.AddMember("Omar");
        await shop.Demand(ApprovalKind.OneOf, omar);
        await shop.Schedule(await shop.Connect("nora.bakes"), "Rye", TimeSpan.FromHours(3));
        await studio.PassTime(TimeSpan.FromHours(6), TimeSpan.FromMinutes(20));
        (await shop.KindsToldTo(shop.Owner)).ShouldBe([PostFailed, PostInTrouble]);
        (await shop.Letters()).Select(l => l.Subject.Split(' ')[0]).ShouldBe(["“Rye”", "The", "“Rye”"]);
    }

    [Fact]
    public async Task Each_way_of_each_kind_is_switched_off_by_itself()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, omar, post) = await Shop(studio);
        await shop.Choose(omar, ApprovalWanted, inApp: true, byMail: false);
        (await shop.Ask(post)).ShouldBeDone();
        await studio.PassTime(AWhile);
        ((await shop.ToldTo(omar)).Count, (await shop.Letters()).Count).ShouldBe((1, 0));

        await shop.Choose(omar, ApprovalWanted, inApp: false, byMail: true);
        var account = await shop.Connect("studio.terra");
        (await shop.Ask(await shop.Draft(account, "Buns"))).ShouldBeDone();
        await studio.PassTime(AWhile);
        ((await shop.ToldTo(omar)).Count, (await shop.Letters()).Count).ShouldBe((1, 1));

        await shop.Choose(omar, ApprovalWanted, inApp: false, byMail: false);
        (await shop.Ask(await shop.Draft(account, "Cups"))).ShouldBeDone();
        await studio.PassTime(TimeSpan.FromHours(1));
        ((await shop.ToldTo(omar)).Count, (await shop.Letters()).Count).ShouldBe((1, 1));
        (await studio.Get<NotificationDesk>().Choices(shop.Id, omar, Role.Approver, Ct)).Single(c => c.Kind == ApprovalWanted).ShouldBe(new NotificationChoice(ApprovalWanted, false, false));
        (await studio.Get<NotificationDesk>().Choices(shop.Id, omar, Role.Approver, Ct)).ShouldNotContain(c => c.Kind == LoginNeeded);
    }

    [Fact]
    public async Task What_it_was_about_takes_it_along_and_so_does_a_month()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, omar, post) = await Shop(studio);
        var other = await shop.Draft(await shop.Connect("studio.terra"), "Buns");
        (await shop.Ask(post)).ShouldBeDone();
        (await shop.Ask(other)).ShouldBeDone();
        (await studio.Get<Planner>().Delete(shop.Id, post.Id, null, Ct)).ShouldBeDone();
        (await shop.ToldTo(omar)).ShouldHaveSingleItem().About.Name.ShouldBe("Buns");
        await studio.PassTime(TimeSpan.FromDays(29), TimeSpan.FromDays(1));
        (await shop.ToldTo(omar)).Count.ShouldBe(1);
        await studio.PassTime(TimeSpan.FromDays(2), TimeSpan.FromDays(1));
        (await shop.ToldTo(omar)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_sees_or_marks_what_others_are_told_nor_what_their_role_may_not_know()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, omar, post) = await Shop(studio);
        (await shop.Ask(post)).ShouldBeDone();
        var told = (await shop.ToldTo(omar)).Single().Notification;
        var desk = studio.Get<NotificationDesk>();
        (await desk.Mark(shop.Id, shop.Owner, told.Id, true, Ct)).ShouldBeFalse();
        var neighbour = await studio.OpenWorkspace("Next door");
        (await desk.Mark(neighbour.Id, omar, told.Id, true, Ct)).ShouldBeFalse();
        (await shop.ToldTo(omar, role: Role.Viewer)).ShouldBeEmpty();
        (await desk.Mark(shop.Id, omar, told.Id, true, Ct)).ShouldBeTrue();
        ((await shop.ToldTo(omar)).Count, (await shop.ToldTo(omar, unread: false)).Count).ShouldBe((0, 1));
    }

    /// <summary>Omar approves; the owner has drafted a post.</summary>
    internal static async Task<(TestWorkspace Shop, PersonId Omar, Post Post)> Shop(Tests.Studio.Studio studio)
    {
        var shop = await studio.OpenWorkspace();
        var omar = await shop.AddMember("Omar");
        await shop.Demand(ApprovalKind.OneOf, omar);
        return (shop, omar, await shop.Draft(await shop.Connect("nora.bakes"), "Rye on Friday"));
    }

    private static async Task Read(TestWorkspace shop, params PersonId[] people)
    {
        foreach (var person in people)
            await shop.Studio.Get<NotificationDesk>().MarkRead(shop.Id, person, null, Ct);
    }
}

using Directino.Accounts;
using Directino.Insights;
using Directino.Instagram;
using Directino.Ledger;
using Directino.Notifications;
using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Planning.ByHand;
using Directino.Publishing;
using Directino.Tests.Media;
using Directino.Tests.Notifications;
using Directino.Tests.Planning;
using Directino.Tests.Planning.Approvals;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Publishing;

public sealed class ByHandTests
{
    private const string Link = "https://www.instagram.com/p/DAbc_1-x/";
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(3);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task At_its_slot_its_author_and_who_scheduled_it_are_told_and_nothing_is_asked_of_Instagram()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var omar = await shop.AddMember("Omar");
        var account = await shop.Connect("nora.bakes");
        var draft = await shop.Draft(await ByHand(shop, account));
        (await studio.Get<Planner>().Schedule(shop.Id, draft.Id, studio.Clock.GetUtcNow() + Ahead, omar, null, Ct)).ShouldBeDone();
        await studio.PassTime(Ahead - TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(20));
        (await shop.Read(draft)).State.ShouldBe(PostState.Scheduled);
        (await shop.Letters()).ShouldBeEmpty();

        await studio.PassTime(TimeSpan.FromMinutes(2));
        (await shop.Read(draft)).State.ShouldBe(PostState.Notified);
        (await shop.KindsToldTo(shop.Owner)).ShouldBe([NotificationKind.PostByHand]);
        (await shop.KindsToldTo(omar)).ShouldBe([NotificationKind.PostByHand]);
        var letters = await shop.Letters();
        letters.Count.ShouldBe(2);
        letters[0].Subject.ShouldStartWith("Time to post “Rye” by hand");
        letters[0].Text.ShouldContain("Open the post on your phone");
        await NothingWasAsked(studio, shop, draft);
    }

    [Fact]
    public async Task It_is_reminded_of_once_and_missed_after_a_day_and_can_be_confirmed_still()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await Notified(studio, shop);
        await studio.PassTime(TimeSpan.FromHours(3.5), TimeSpan.FromMinutes(30));
        (await shop.KindsToldTo(shop.Owner)).ShouldBe([NotificationKind.PostByHand]);
        await studio.PassTime(TimeSpan.FromHours(16), TimeSpan.FromMinutes(30));
        (await shop.KindsToldTo(shop.Owner)).ShouldBe([NotificationKind.ByHandReminder, NotificationKind.PostByHand]);
        await studio.PassTime(TimeSpan.FromHours(6), TimeSpan.FromMinutes(30));
        var missed = await shop.Read(post);
        (missed.State, missed.Reason).ShouldBe((PostState.Missed, HandRules.NotConfirmed));
        (await shop.KindsToldTo(shop.Owner)).ShouldBe([NotificationKind.PostFailed, NotificationKind.ByHandReminder, NotificationKind.PostByHand]);

        (await Confirm(studio, shop, post, null)).ShouldBeDone();
        var done = await shop.Read(post);
        (done.State, done.InstagramId, done.Permalink, done.PublishedAt).ShouldBe((PostState.Published, null, null, studio.Clock.GetUtcNow()));
        (await shop.Story(post)).Select(s => (s.Event, s.Who)).ShouldBe(
            [(StoryEvent.Notified, null), (StoryEvent.Reminded, null), (StoryEvent.NotConfirmed, null), (StoryEvent.PostedByHand, "Owner of Nora's")]);
        await NothingWasAsked(studio, shop, post);
    }

    [Fact]
    public async Task After_a_downtime_it_is_told_late_and_has_its_day_all_the_same()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await Scheduled(studio, shop);
        studio.Clock.Advance(TimeSpan.FromDays(3));
        studio.Restart();
        await studio.Settle();
        (await shop.Read(post)).State.ShouldBe(PostState.Notified);
        studio.Restart();
        await studio.PassTime(TimeSpan.FromHours(5), TimeSpan.FromMinutes(30));
        studio.Restart();
        await studio.PassTime(TimeSpan.FromHours(5), TimeSpan.FromMinutes(30));
        (await shop.KindsToldTo(shop.Owner)).ShouldBe([NotificationKind.ByHandReminder, NotificationKind.PostByHand]);
        (await shop.Read(post)).State.ShouldBe(PostState.Notified);
        await NothingWasAsked(studio, shop, post);
    }

    [Fact]
    public async Task A_link_elsewhere_is_refused_and_one_to_the_post_is_kept_and_ends_the_waiting()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await Notified(studio, shop);
        (await Confirm(studio, shop, post, "https://example.test/p/DAbc/")).ShouldBeOfType<PlanOutcome.Refused>().Objections
            .ShouldBe([new Objection(PostField.Permalink, HandRules.LinkElsewhere)]);
        (await Confirm(studio, shop, post, $"{Link}?igsh=abc")).ShouldBeDone();
        (await shop.Read(post)).Permalink.ShouldBe(Link);
        (await shop.ToldTo(shop.Owner)).ShouldBeEmpty();
        (await Confirm(studio, shop, post, null)).ShouldBeOfType<PlanOutcome.Conflict>().Rule.ShouldBe(HandRules.NotAwaited);
        await studio.PassTime(TimeSpan.FromDays(2), TimeSpan.FromHours(2));
        ((await shop.Read(post)).State, (await shop.ToldTo(shop.Owner)).Count).ShouldBe((PostState.Published, 0));
    }

    [Fact]
    public async Task Not_this_time_makes_it_a_draft_and_later_tells_again()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await Notified(studio, shop);
        (await studio.Get<Planner>().Schedule(shop.Id, post.Id, studio.Clock.GetUtcNow() + TimeSpan.FromHours(6), shop.Owner, null, Ct)).ShouldBeDone();
        (await shop.Read(post)).State.ShouldBe(PostState.Scheduled);
        await studio.PassTime(TimeSpan.FromHours(7), TimeSpan.FromMinutes(30));
        (await shop.KindsToldTo(shop.Owner)).ShouldBe([NotificationKind.PostByHand, NotificationKind.PostByHand]);
        (await studio.Get<Planner>().Withdraw(shop.Id, post.Id, shop.Owner, null, Ct)).ShouldBeDone();
        (await shop.Read(post)).State.ShouldBe(PostState.Draft);
        await studio.PassTime(TimeSpan.FromHours(30), TimeSpan.FromHours(1));
        (await shop.Read(post)).State.ShouldBe(PostState.Draft);
        (await shop.Story(post)).Select(s => s.Event).ShouldBe([StoryEvent.Notified, StoryEvent.PutOff, StoryEvent.Notified, StoryEvent.Skipped]);
    }

    [Fact]
    public async Task What_nobody_approved_is_not_handed_to_anybody()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var omar = await shop.AddMember("Omar");
        await shop.Demand(ApprovalKind.OneOf, omar);
        var post = await Scheduled(studio, shop);
        await studio.PassTime(Ahead + TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5));
        var waiting = await shop.Read(post);
        (waiting.State, waiting.Reason).ShouldBe((PostState.Scheduled, ApprovalRules.Missing));
        (await shop.KindsToldTo(shop.Owner)).ShouldNotContain(NotificationKind.PostByHand);
        (await studio.Get<ApprovalBook>().Approve(shop.Id, post.Id, Reviewer.Member(omar), waiting.Edition, Ct)).ShouldBeDone();
        await studio.PassTime(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(30));
        (await shop.Read(post)).State.ShouldBe(PostState.Notified);
    }

    [Fact]
    public async Task What_was_prepared_is_called_back_when_it_becomes_a_post_by_hand()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await shop.Schedule(await shop.Connect("nora.bakes"), "Rye", TimeSpan.FromMinutes(6));
        await studio.PassTime(TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(20));
        studio.Sandbox.Journal("container-made").Count.ShouldBe(1);
        (await studio.Get<Planner>().Write(shop.Id, post.Id, post.Content with { Options = new() { ByHand = true } }, shop.Owner, null, Ct)).ShouldBeDone();
        await studio.PassTime(TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));
        (await shop.Read(post)).State.ShouldBe(PostState.Notified);
        studio.Published().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_only_the_login_lacks_stands_in_nobodys_way_and_files_are_advised_about()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes", InstagramLogin.Instagram);
        await shop.Allow(account.Id, Capability.Publish, on: false);
        var tall = await shop.Upload(TestPictures.Jpeg(400, 1200));
        var content = PostContent.OnePicture(account.Id, tall.Id, "Rye", null) with { Kind = PostKind.Post, Options = new() { Poll = new() { Options = ["Rye", "Wheat"] } } };
        PostCheck.Objections(content, account, [tall], studio.Clock.GetUtcNow() + Ahead, studio.Clock.GetUtcNow()).ShouldNotBeEmpty();
        var byHand = content with { Options = content.Options with { ByHand = true } };
        PostCheck.Objections(byHand, account, [tall], studio.Clock.GetUtcNow() + Ahead, studio.Clock.GetUtcNow()).ShouldBeEmpty();
        PostCheck.Advice(byHand, [tall]).ShouldHaveSingleItem().Field.ShouldBe(PostField.Media);
        PostCheck.Advice(content, [tall]).ShouldBeEmpty();
        PostCheck.Objections(byHand with { Items = [], Caption = new string('a', 2_300) }, null, [], null, studio.Clock.GetUtcNow()).Select(o => o.Rule)
            .ShouldBe([PostRules.AccountMissing, PostRules.PictureMissing, PostRules.CaptionTooLong, PostRules.SlotMissing]);
    }

    [Fact]
    public async Task The_media_that_is_seen_at_the_same_address_is_the_post()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await Notified(studio, shop);
        (await Confirm(studio, shop, post, Link)).ShouldBeDone();
        await using (var db = shop.Open())
        {
            var now = studio.Clock.GetUtcNow();
            db.Add(new InsightPost
            {
                Id = InsightPostId.New(studio.Clock), WorkspaceId = shop.Id, AccountId = post.AccountId!.Value, MediaId = "17900000000000001", ProductType = "FEED",
                Permalink = Link, PublishedAt = now, ListedAt = now, NumbersDueAt = now + TimeSpan.FromDays(30),
            });
            await db.SaveChangesAsync(Ct);
        }

        await studio.PassTime(TimeSpan.FromHours(2), TimeSpan.FromMinutes(30));
        (await shop.Read(post)).InstagramId.ShouldBe("17900000000000001");
    }

    [Fact]
    public async Task It_takes_nothing_of_the_quota_and_is_copied_as_it_is()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await Scheduled(studio, shop);
        await using (var db = shop.Open())
            (await db.Set<Post>().CountAsync(p => p.IsByHand, Ct)).ShouldBe(1);
        var copy = (await studio.Get<Planner>().Copy(shop.Id, post.Id, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post;
        (copy.Options.ByHand, copy.IsByHand).ShouldBe((true, true));
        await using (var db = shop.Open())
        {
            var due = await db.Set<DueItem>().Where(d => d.SubjectId == post.Id.Value).Select(d => d.Kind).ToListAsync(Ct);
            due.ShouldBe([PostWork.Slot]);
        }
    }

    private static async Task<PostContent> ByHand(TestWorkspace shop, ConnectedAccount account)
    {
        shop.LendMedia();
        var picture = await shop.Upload(TestPictures.Small);
        return PostContent.OnePicture(account.Id, picture.Id, "Rye", "A loaf") with { Options = new() { ByHand = true, FirstComment = "Ask away" } };
    }

    private static async Task<Post> Scheduled(Tests.Studio.Studio studio, TestWorkspace shop)
    {
        var post = await shop.Draft(await ByHand(shop, await shop.Connect("nora.bakes")));
        return (await studio.Get<Planner>().Schedule(shop.Id, post.Id, studio.Clock.GetUtcNow() + Ahead, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post;
    }

    private static async Task<Post> Notified(Tests.Studio.Studio studio, TestWorkspace shop)
    {
        var post = await Scheduled(studio, shop);
        await studio.PassTime(Ahead + TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(30));
        var now = await shop.Read(post);
        now.State.ShouldBe(PostState.Notified);
        return now;
    }

    private static Task<PlanOutcome> Confirm(Tests.Studio.Studio studio, TestWorkspace shop, Post post, string? link) =>
        studio.Get<Planner>().PostedByHand(shop.Id, post.Id, link, shop.Owner, null, Ct);

    /// <summary>Neither the sandbox nor the ledger knows of anything.</summary>
    private static async Task NothingWasAsked(Tests.Studio.Studio studio, TestWorkspace shop, Post post)
    {
        studio.Published().ShouldBeEmpty();
        studio.Sandbox.Journal("container-made").ShouldBeEmpty();
        studio.Sandbox.Journal("comment-made").ShouldBeEmpty();
        await using var db = shop.Open();
        (await db.Set<Act>().CountAsync(a => a.SubjectId == post.Id.Value, Ct)).ShouldBe(0);
        (await db.Set<Publication>().CountAsync(p => p.PostId == post.Id, Ct)).ShouldBe(0);
    }
}

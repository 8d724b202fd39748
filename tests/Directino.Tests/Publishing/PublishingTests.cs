using Directino.Accounts;
using Directino.Ledger;
using Directino.Planning;
using Directino.Publishing;
using Directino.Sandbox.Faults;
using Directino.Sandbox.Journal;
using Directino.Tests.Planning;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Publishing;

public sealed class PublishingTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scheduled_post_is_prepared_ahead_and_goes_out_at_its_slot()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await shop.Schedule(await shop.Connect("nora.bakes"), "Rye on Friday #bread", TimeSpan.FromHours(3));
        await studio.PassTime(TimeSpan.FromMinutes(175));
        await studio.PassTime(TimeSpan.FromMinutes(5) - Second, TimeSpan.FromSeconds(30));
        Published(studio).ShouldBeEmpty();
        studio.Sandbox.Journal("container-made").Count.ShouldBe(1);

        await studio.PassTime(Second);
        Published(studio).ShouldHaveSingleItem();
        var done = await shop.Read(post);
        done.State.ShouldBe(PostState.Published);
        done.InstagramId.ShouldNotBeNull();
        done.Permalink.ShouldNotBeNull().ShouldStartWith("http");
        (done.PublishedAt!.Value - post.Slot!.Value).ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Publish_now_publishes_within_seconds()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await shop.PublishNow(await shop.Connect("nora.bakes"), "Now");
        (await shop.Read(post)).State.ShouldBe(PostState.Publishing);
        await studio.Settle();
        await studio.PassTime(TimeSpan.FromSeconds(3), Second);
        (await shop.Read(post)).State.ShouldBe(PostState.Published);
        Published(studio).ShouldHaveSingleItem();
        var story = await studio.Get<PublishingStory>().Tell(shop.Id, post.Id, Ct);
        story.Select(s => s.Event).ShouldBe(
            [StoryEvent.ContainerAsked, StoryEvent.ContainerMade, StoryEvent.ContainerReady, StoryEvent.PublishSent, StoryEvent.Published]);
    }

    [Theory]
    [InlineData(FaultKind.AnswerLost)]
    [InlineData(FaultKind.RefuseBefore)]
    [InlineData(FaultKind.Html502)]
    [InlineData(FaultKind.Outage)]
    [InlineData(FaultKind.ErrorAfter)]
    public async Task Whatever_happens_to_the_call_that_publishes_there_is_one_post(FaultKind kind)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        studio.Sandbox.Faults.Set(new Fault { Call = "media_publish", Kind = kind, Code = 2 });
        var post = await shop.PublishNow(await shop.Connect("nora.bakes"), "Once");
        await Watch(studio, shop, post);
        Published(studio).ShouldHaveSingleItem();
        (await shop.Read(post)).State.ShouldBe(PostState.Published);
        (await shop.Read(post)).InstagramId.ShouldBe(MediaIdOf(Published(studio).Single()));
    }

    [Theory]
    [InlineData(FaultKind.AnswerLost)]
    [InlineData(FaultKind.RefuseBefore)]
    [InlineData(FaultKind.Html502)]
    public async Task Whatever_happens_to_the_call_that_prepares_there_is_one_post(FaultKind kind)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        studio.Sandbox.Faults.Set(new Fault { Call = "media", Method = "POST", Kind = kind });
        var post = await shop.PublishNow(await shop.Connect("nora.bakes"), "Once");
        await Watch(studio, shop, post);
        Published(studio).ShouldHaveSingleItem();
        (await shop.Read(post)).State.ShouldBe(PostState.Published);
    }

    [Theory]
    [InlineData(24, 2207008)]
    [InlineData(4, 2207051)]
    public async Task A_no_that_is_not_true_does_not_lead_to_a_second_post(int code, int subcode)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        studio.Sandbox.Faults.Set(new Fault { Call = "media_publish", Kind = FaultKind.ErrorAfter, Code = code, Subcode = subcode });
        var post = await shop.PublishNow(await shop.Connect("nora.bakes"), "Live although they say no");
        await Watch(studio, shop, post);
        Published(studio).ShouldHaveSingleItem();
        (await shop.Read(post)).State.ShouldBe(PostState.Published);
    }

    [Fact]
    public async Task A_container_that_is_gone_is_replaced()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        studio.Sandbox.Faults.Set(new Fault { Call = "media_publish", Kind = FaultKind.Error, Code = 24, Subcode = 2207008 });
        var post = await shop.PublishNow(await shop.Connect("nora.bakes"), "Second container");
        await Watch(studio, shop, post);
        Published(studio).ShouldHaveSingleItem();
        studio.Sandbox.Journal("container-made").Count.ShouldBe(2);
        (await shop.Read(post)).State.ShouldBe(PostState.Published);
    }

    [Fact]
    public async Task What_is_taken_for_spam_is_not_tried_again_and_the_account_rests()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        studio.Sandbox.Faults.Set(new Fault { Call = "media_publish", Kind = FaultKind.Error, Code = 4, Subcode = 2207051 });
        var post = await shop.PublishNow(account, "Blocked");
        var next = await shop.Schedule(account, "Next", TimeSpan.FromMinutes(30));
        await studio.PassTime(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(3));
        await studio.PassTime(TimeSpan.FromMinutes(31), TimeSpan.FromMinutes(1));
        var blocked = await shop.Read(post);
        (blocked.State, blocked.Reason).ShouldBe((PostState.Failed, PublishingReasons.TakenForSpam));
        var waiting = await shop.Read(next);
        (waiting.State, waiting.Reason).ShouldBe((PostState.Publishing, PublishingReasons.TakenForSpam));
        await studio.PassTime(TimeSpan.FromHours(2), TimeSpan.FromMinutes(10));
        (await shop.Read(next)).State.ShouldBe(PostState.Missed);
        Published(studio).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(36000, 2207004, PublishingReasons.PictureTooLarge)]
    [InlineData(36001, 2207005, PublishingReasons.PictureFormat)]
    [InlineData(36003, 2207009, PublishingReasons.PictureShape)]
    [InlineData(36004, 2207010, PublishingReasons.CaptionRefused)]
    [InlineData(100, 2207040, PublishingReasons.TooManyTags)]
    [InlineData(25, 2207050, PublishingReasons.Restricted)]
    [InlineData(10, null, "permission-missing")]
    public async Task A_refusal_of_the_post_itself_fails_it_in_words(int code, int? subcode, string reason)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        studio.Sandbox.Faults.Set(new Fault { Call = "media", Method = "POST", Kind = FaultKind.Error, Code = code, Subcode = subcode, Times = 0 });
        var post = await shop.PublishNow(await shop.Connect("nora.bakes"), "Refused");
        await studio.PassTime(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10));
        var failed = await shop.Read(post);
        (failed.State, failed.Reason).ShouldBe((PostState.Failed, reason));
        failed.ReasonDetail.ShouldNotBeNull().ShouldStartWith($"{code}/{subcode}");

        studio.Sandbox.Faults.Clear();
        if (reason == PublishingReasons.Restricted)
            return; // Rests for an hour.
        (await studio.Get<Planner>().PublishNow(shop.Id, post.Id, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        await Watch(studio, shop, post);
        Published(studio).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_picture_that_cannot_be_fetched_is_tried_thrice_and_named()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await shop.PublishNow(await shop.Connect("nora.bakes"), "Unreachable");
        studio.Sandbox.Files = _ => Task.FromResult<byte[]?>(null);
        await studio.PassTime(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(10));
        (await shop.Read(post)).Reason.ShouldBe(PublishingReasons.PictureNotFetched);
        (await shop.Read(post)).State.ShouldBe(PostState.Failed);
    }

    [Fact]
    public async Task At_the_daily_limit_it_waits_and_goes_out_when_there_is_room()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        studio.Sandbox.Faults.Set(new Fault { Call = "media_publish", Kind = FaultKind.Error, Code = 9, Subcode = 2207042, Times = 2 });
        var post = await shop.PublishNow(await shop.Connect("nora.bakes"), "Patience");
        await studio.PassTime(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(10));
        (await shop.Read(post)).Reason.ShouldBe(PublishingReasons.Limit);
        await studio.PassTime(TimeSpan.FromMinutes(40), TimeSpan.FromMinutes(5));
        (await shop.Read(post)).State.ShouldBe(PostState.Published);
        Published(studio).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Late_by_less_than_the_grace_is_published_and_later_asks_the_author()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var late = await shop.Schedule(account, "Late", TimeSpan.FromHours(2));
        var missed = await shop.Schedule(account, "Missed", TimeSpan.FromMinutes(10));
        // Nothing runs for two and a half hours.
        studio.Clock.Advance(TimeSpan.FromHours(2.5));
        studio.Restart();
        await Watch(studio, shop, late);
        (await shop.Read(late)).State.ShouldBe(PostState.Published);
        (await shop.Read(missed)).State.ShouldBe(PostState.Missed);
        Published(studio).ShouldHaveSingleItem();
        (await studio.Get<Planner>().PublishNow(shop.Id, missed.Id, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        await Watch(studio, shop, missed);
        Published(studio).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_prepared_post_whose_slot_passed_long_ago_is_missed_too()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await shop.Schedule(await shop.Connect("nora.bakes"), "Prepared", TimeSpan.FromMinutes(4));
        await studio.PassTime(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(20));
        studio.Clock.Advance(TimeSpan.FromHours(5));
        studio.Restart();
        await studio.Settle();
        (await shop.Read(post)).State.ShouldBe(PostState.Missed);
        Published(studio).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_post_of_an_account_that_needs_login_waits_says_so_and_goes_on()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        studio.Sandbox.Control.EndTokens("nora.bakes", 460);
        var post = await shop.PublishNow(account, "Waits");
        await studio.PassTime(TimeSpan.FromSeconds(4), Second);
        (await shop.Read(post)).Reason.ShouldBe(GateRules.NeedsLogin);
        (await shop.Read(post)).State.ShouldBe(PostState.Publishing);

        await shop.LogInAgain(account);
        await Watch(studio, shop, post);
        (await shop.Read(post)).State.ShouldBe(PostState.Published);
    }

    [Theory]
    [InlineData("media_publish", FaultKind.PauseBefore)]
    [InlineData("media_publish", FaultKind.PauseAfter)]
    [InlineData("media", FaultKind.PauseAfter)]
    public async Task A_process_that_dies_in_the_middle_of_a_call_leaves_one_post(string call, FaultKind kind)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        studio.Sandbox.Faults.Set(new Fault { Call = call, Method = "POST", Kind = kind });
        var post = await shop.PublishNow(await shop.Connect("nora.bakes"), "Survives");
        var dying = studio.PassTime(TimeSpan.FromSeconds(3), Second);
        await studio.Sandbox.Faults.NextPaused(Ct);
        studio.Restart();
        await Watch(studio, shop, post);
        (await shop.Read(post)).State.ShouldBe(PostState.Published);

        // What the dead process still had in its hands comes to nothing, even if it was only slow.
        studio.Sandbox.Faults.Clear();
        await Should.NotThrowAsync(() => dying.ContinueWith(_ => { }, Ct, TaskContinuationOptions.None, TaskScheduler.Default));
        await studio.PassTime(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(10));
        Published(studio).ShouldHaveSingleItem();
        (await shop.Read(post)).State.ShouldBe(PostState.Published);
    }

    [Fact]
    public async Task A_post_cannot_be_withdrawn_or_changed_while_it_is_being_sent()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        studio.Sandbox.Faults.Set(new Fault { Call = "media_publish", Kind = FaultKind.AnswerLost });
        studio.Sandbox.Faults.Set(new Fault { Call = "container", Kind = FaultKind.Outage, After = 2, Times = 3 });
        var post = await shop.PublishNow(await shop.Connect("nora.bakes"), "On its way");
        await studio.PassTime(TimeSpan.FromSeconds(4), Second);
        (await shop.Read(post)).State.ShouldBe(PostState.Unknown);
        var planner = studio.Get<Planner>();
        (await planner.Withdraw(shop.Id, post.Id, null, Ct)).ShouldBeOfType<PlanOutcome.Conflict>();
        (await planner.PublishNow(shop.Id, post.Id, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Conflict>().Rule.ShouldBe(PostRules.UnderWay);
        (await planner.Write(shop.Id, post.Id, post.Content with { Caption = "Other" }, null, Ct)).ShouldBeOfType<PlanOutcome.Conflict>();
        (await planner.FindOut(shop.Id, post.Id, Ct)).ShouldBeTrue();
        await Watch(studio, shop, post);
        Published(studio).ShouldHaveSingleItem();
        (await shop.Read(post)).State.ShouldBe(PostState.Published);
    }

    [Fact]
    public async Task A_withdrawn_post_does_not_go_out()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await shop.Schedule(await shop.Connect("nora.bakes"), "Withdrawn", TimeSpan.FromMinutes(4));
        await studio.PassTime(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(20));
        (await studio.Get<Planner>().Withdraw(shop.Id, post.Id, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        await studio.PassTime(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30));
        (await shop.Read(post)).State.ShouldBe(PostState.Draft);
        Published(studio).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caption_changed_after_the_preparation_is_the_one_that_goes_out()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await shop.Schedule(await shop.Connect("nora.bakes"), "With a typo", TimeSpan.FromMinutes(4));
        await studio.PassTime(TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(20));
        (await studio.Get<Planner>().Write(shop.Id, post.Id, post.Content with { Caption = "Without" }, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        await studio.PassTime(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(20));
        Published(studio).ShouldHaveSingleItem().Effect.Words.ShouldBe("Without");
    }

    [Fact]
    public async Task Two_posts_of_the_same_minute_both_go_out()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        await shop.Schedule(account, "One", TimeSpan.FromMinutes(10));
        await shop.Schedule(account, "Two", TimeSpan.FromMinutes(10));
        await studio.PassTime(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(10));
        Published(studio).Select(p => p.Effect.Words).Order().ShouldBe(["One", "Two"]);
    }

    [Fact]
    public async Task A_container_that_expired_before_it_was_published_is_replaced()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        await using (var db = shop.Open())
        {
            (await db.Set<Workspace>().SingleAsync(Ct)).Grace = TimeSpan.FromDays(3);
            await db.SaveChangesAsync(Ct);
        }

        var post = await shop.Schedule(await shop.Connect("nora.bakes"), "Old container", TimeSpan.FromMinutes(4));
        await studio.PassTime(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(20));
        studio.Clock.Advance(TimeSpan.FromHours(30));
        studio.Restart();
        await Watch(studio, shop, post);
        (await shop.Read(post)).State.ShouldBe(PostState.Published);
        studio.Sandbox.Journal("container-made").Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_limit_is_read_from_Instagram()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        await Watch(studio, shop, await shop.PublishNow(account, "One of fifty"));
        var known = (await studio.Get<PublishingLimits>().Read(shop.Id, account.Id, Ct)).ShouldBeOfType<LimitOutcome.Known>();
        (known.Reading.Limit.Left, known.Reading.Limit.QuotaTotal).ShouldBe((49, 50));
    }

    private static async Task Watch(Tests.Studio.Studio studio, TestWorkspace shop, Post post)
    {
        for (var i = 0; i < 120 && (await shop.Read(post)).State is PostState.Scheduled or PostState.Publishing or PostState.Unknown; i++)
            await studio.PassTime(Second);
    }

    private static IReadOnlyList<JournalEntry> Published(Tests.Studio.Studio studio) => studio.Sandbox.Journal("published");

    private static string MediaIdOf(JournalEntry entry) => entry.Effect.Subjects["media"];
}

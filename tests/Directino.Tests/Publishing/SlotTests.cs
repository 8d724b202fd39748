using Directino.Planning;
using Directino.Publishing;
using Directino.Sandbox.Faults;
using Directino.Tests.Planning;

namespace Directino.Tests.Publishing;

public sealed class SlotTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scheduled_post_is_prepared_ahead_and_goes_out_at_its_slot()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await shop.Schedule(await shop.Connect("nora.bakes"), "Rye on Friday #bread", TimeSpan.FromHours(3));
        await studio.PassTime(TimeSpan.FromMinutes(175));
        await studio.PassTime(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        studio.Published().ShouldBeEmpty();
        studio.Sandbox.Journal("container-made").Count.ShouldBe(1);

        await studio.PassTime(TimeSpan.FromSeconds(1));
        studio.Published().ShouldHaveSingleItem();
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
        await studio.PassTime(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(1));
        (await shop.Read(post)).State.ShouldBe(PostState.Published);
        studio.Published().ShouldHaveSingleItem();
        var story = await studio.Get<PublishingStory>().Tell(shop.Id, post.Id, Ct);
        story.Select(s => s.Event).ShouldBe(
            [StoryEvent.ContainerAsked, StoryEvent.ContainerMade, StoryEvent.ContainerReady, StoryEvent.PublishSent, StoryEvent.Published]);
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
        studio.Published().Select(p => p.Effect.Words).Order().ShouldBe(["One", "Two"]);
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
        await shop.Watch(late);
        (await shop.Read(late)).State.ShouldBe(PostState.Published);
        (await shop.Read(missed)).State.ShouldBe(PostState.Missed);
        studio.Published().ShouldHaveSingleItem();
        (await studio.Get<Planner>().PublishNow(shop.Id, missed.Id, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        await shop.Watch(missed);
        studio.Published().Count.ShouldBe(2);
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
        studio.Published().ShouldBeEmpty();
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
        studio.Published().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_limit_is_read_from_Instagram()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        await shop.Watch(await shop.PublishNow(account, "One of fifty"));
        var known = (await studio.Get<PublishingLimits>().Read(shop.Id, account.Id, Ct)).ShouldBeOfType<LimitOutcome.Known>();
        (known.Reading.Limit.Left, known.Reading.Limit.QuotaTotal).ShouldBe((49, 50));
    }
}

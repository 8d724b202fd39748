using Directino.Accounts;
using Directino.Planning;
using Directino.Sandbox.Faults;
using Directino.Tests.Planning;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Publishing;

public sealed class ExactlyOnceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

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
        await shop.Watch(post);
        studio.Published().ShouldHaveSingleItem();
        (await shop.Read(post)).State.ShouldBe(PostState.Published);
        (await shop.Read(post)).InstagramId.ShouldBe(studio.Published().Single().MediaId());
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
        await shop.Watch(post);
        studio.Published().ShouldHaveSingleItem();
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
        await shop.Watch(post);
        studio.Published().ShouldHaveSingleItem();
        (await shop.Read(post)).State.ShouldBe(PostState.Published);
    }

    [Fact]
    public async Task A_container_that_is_gone_is_replaced()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        studio.Sandbox.Faults.Set(new Fault { Call = "media_publish", Kind = FaultKind.Error, Code = 24, Subcode = 2207008 });
        var post = await shop.PublishNow(await shop.Connect("nora.bakes"), "TimeSpan.FromSeconds(1) container");
        await shop.Watch(post);
        studio.Published().ShouldHaveSingleItem();
        studio.Sandbox.Journal("container-made").Count.ShouldBe(2);
        (await shop.Read(post)).State.ShouldBe(PostState.Published);
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
        await shop.Watch(post);
        (await shop.Read(post)).State.ShouldBe(PostState.Published);
        studio.Sandbox.Journal("container-made").Count.ShouldBe(2);
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
        var dying = studio.PassTime(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(1));
        await studio.Sandbox.Faults.NextPaused(Ct);
        studio.Restart();
        await shop.Watch(post);
        (await shop.Read(post)).State.ShouldBe(PostState.Published);

        // What the dead process still had in its hands comes to nothing, even if it was only slow.
        studio.Sandbox.Faults.Clear();
        await Should.NotThrowAsync(() => dying.ContinueWith(_ => { }, Ct, TaskContinuationOptions.None, TaskScheduler.Default));
        await studio.PassTime(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(10));
        studio.Published().ShouldHaveSingleItem();
        (await shop.Read(post)).State.ShouldBe(PostState.Published);
    }
}

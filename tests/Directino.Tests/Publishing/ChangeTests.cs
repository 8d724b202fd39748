using Directino.Planning;
using Directino.Sandbox.Faults;
using Directino.Tests.Planning;

namespace Directino.Tests.Publishing;

public sealed class ChangeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_post_cannot_be_withdrawn_or_changed_while_it_is_being_sent()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        studio.Sandbox.Faults.Set(new Fault { Call = "media_publish", Kind = FaultKind.AnswerLost });
        studio.Sandbox.Faults.Set(new Fault { Call = "container", Kind = FaultKind.Outage, After = 2, Times = 3 });
        var post = await shop.PublishNow(await shop.Connect("nora.bakes"), "On its way");
        await studio.PassTime(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(1));
        (await shop.Read(post)).State.ShouldBe(PostState.Unknown);
        var planner = studio.Get<Planner>();
        (await planner.Withdraw(shop.Id, post.Id, null, Ct)).ShouldBeOfType<PlanOutcome.Conflict>();
        (await planner.PublishNow(shop.Id, post.Id, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Conflict>().Rule.ShouldBe(PostRules.UnderWay);
        (await planner.Write(shop.Id, post.Id, post.Content with { Caption = "Other" }, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Conflict>();
        (await planner.FindOut(shop.Id, post.Id, Ct)).ShouldBeTrue();
        await shop.Watch(post);
        studio.Published().ShouldHaveSingleItem();
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
        studio.Published().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caption_changed_after_the_preparation_is_the_one_that_goes_out()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await shop.Schedule(await shop.Connect("nora.bakes"), "With a typo", TimeSpan.FromMinutes(4));
        await studio.PassTime(TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(20));
        (await studio.Get<Planner>().Write(shop.Id, post.Id, post.Content with { Caption = "Without" }, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        await studio.PassTime(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(20));
        studio.Published().ShouldHaveSingleItem().Effect.Words.ShouldBe("Without");
    }
}

using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Tests.Planning;
using Directino.Tests.Planning.Approvals;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Publishing;

/// <summary>What needs a word and has none never goes out, whatever the pages say.</summary>
public sealed class ApprovalGateTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_approved_post_goes_out_at_its_slot()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, post) = await Scheduled(studio, TimeSpan.FromMinutes(30));
        (await shop.Approve(post, shop.Owner)).ShouldBeDone();
        await studio.PassTime(TimeSpan.FromMinutes(30), TimeSpan.FromSeconds(30));
        (await shop.Watch(post)).State.ShouldBe(PostState.Published);
        studio.Published().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Without_approval_it_waits_at_its_slot_and_goes_out_when_it_is_approved_within_the_grace()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, post) = await Scheduled(studio, TimeSpan.FromMinutes(10));
        await studio.PassTime(TimeSpan.FromMinutes(40), TimeSpan.FromMinutes(1));
        var waiting = await shop.Read(post);
        (waiting.State, waiting.Reason).ShouldBe((PostState.Scheduled, ApprovalRules.Missing));
        studio.Sandbox.Journal("container-made").ShouldBeEmpty();

        (await shop.Approve(post, shop.Owner)).ShouldBeDone();
        (await shop.Read(post)).Reason.ShouldBeNull();
        (await shop.Watch(post)).State.ShouldBe(PostState.Published);
        studio.Published().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Without_approval_until_the_grace_is_over_its_author_is_asked()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, post) = await Scheduled(studio, TimeSpan.FromMinutes(10));
        await studio.PassTime(TimeSpan.FromMinutes(75), TimeSpan.FromMinutes(1));
        var missed = await shop.Read(post);
        (missed.State, missed.Reason).ShouldBe((PostState.Missed, ApprovalRules.Missing));
        // Too late is too late; approved, it may be sent off again.
        var planner = studio.Get<Planner>();
        (await planner.PublishNow(shop.Id, post.Id, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Refused>().Objections.ShouldHaveSingleItem().Rule.ShouldBe(ApprovalRules.Missing);
        (await shop.Approve(post, shop.Owner)).ShouldBeDone();
        await studio.PassTime(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1));
        studio.Published().ShouldBeEmpty();
        (await planner.PublishNow(shop.Id, post.Id, shop.Owner, null, Ct)).ShouldBeDone();
        (await shop.Watch(post)).State.ShouldBe(PostState.Published);
    }

    [Fact]
    public async Task Publishing_at_once_needs_the_approval_too()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        await shop.Demand(ApprovalKind.OneOf, shop.Owner);
        var post = await shop.Draft(await shop.Connect("nora.bakes"), "Rye");
        var refused = (await studio.Get<Planner>().PublishNow(shop.Id, post.Id, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Refused>();
        refused.Objections.ShouldBe([new Objection(PostField.Approval, ApprovalRules.Missing)]);
        (await shop.Read(post)).State.ShouldBe(PostState.Draft);
    }

    [Fact]
    public async Task Changes_asked_for_after_it_was_prepared_call_it_back_and_a_second_approval_publishes_it_once()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, post) = await Scheduled(studio, TimeSpan.FromMinutes(10));
        (await shop.Approve(post, shop.Owner)).ShouldBeDone();
        await studio.PassTime(TimeSpan.FromMinutes(8), TimeSpan.FromSeconds(30));
        studio.Sandbox.Journal("container-made").ShouldHaveSingleItem();
        (await shop.AskForChanges(post, shop.Owner)).ShouldBeDone();
        await studio.PassTime(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(30));
        studio.Published().ShouldBeEmpty();
        (await shop.Read(post)).Reason.ShouldBe(ApprovalRules.Missing);

        (await shop.Ask(post)).ShouldBeDone();
        (await shop.Approve(post, shop.Owner)).ShouldBeDone();
        (await shop.Watch(post)).State.ShouldBe(PostState.Published);
        await studio.PassTime(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30));
        studio.Published().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_edit_after_it_was_prepared_keeps_it_back_until_it_is_approved_again()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, post) = await Scheduled(studio, TimeSpan.FromMinutes(10));
        (await shop.Approve(post, shop.Owner)).ShouldBeDone();
        await studio.PassTime(TimeSpan.FromMinutes(8), TimeSpan.FromSeconds(30));
        await shop.Rewrite(post, "Wheat");
        await studio.PassTime(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(30));
        studio.Published().ShouldBeEmpty();
        (await shop.Approve(post, shop.Owner)).ShouldBeDone();
        await shop.Watch(post);
        studio.Published().ShouldHaveSingleItem().Effect.Words.ShouldBe("Wheat");
    }

    [Fact]
    public async Task A_rule_that_is_made_after_a_post_was_prepared_holds_for_it_and_one_that_is_taken_away_sets_it_free()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await shop.Schedule(await shop.Connect("nora.bakes"), "Rye", TimeSpan.FromMinutes(10));
        await studio.PassTime(TimeSpan.FromMinutes(8), TimeSpan.FromSeconds(30));
        await shop.Demand(ApprovalKind.OneOf, shop.Owner);
        await studio.PassTime(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(30));
        studio.Published().ShouldBeEmpty();
        await shop.Demand(ApprovalKind.None);
        (await shop.Watch(post)).State.ShouldBe(PostState.Published);
        studio.Published().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_noted_on_the_post_opens_no_door()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, post) = await Scheduled(studio, TimeSpan.FromMinutes(10));
        await using (var db = shop.Open())
            await db.Set<Post>().Where(p => p.Id == post.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.Approval, ApprovalState.Approved), Ct);
        await studio.PassTime(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(1));
        studio.Published().ShouldBeEmpty();
    }

    private static async Task<(TestWorkspace Shop, Post Post)> Scheduled(Tests.Studio.Studio studio, TimeSpan ahead)
    {
        var shop = await studio.OpenWorkspace();
        await shop.Demand(ApprovalKind.OneOf, shop.Owner);
        return (shop, await shop.Schedule(await shop.Connect("nora.bakes"), "Rye", ahead));
    }
}

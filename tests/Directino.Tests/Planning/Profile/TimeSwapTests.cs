using Directino.Accounts;
using Directino.Ledger;
using Directino.Planning;
using Directino.Planning.Profile;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Planning.Profile;

public sealed class TimeSwapTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_posts_exchange_their_times_and_what_is_due_for_them()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var (one, two) = (await shop.Schedule(account, "One", TimeSpan.FromHours(2)), await shop.Schedule(account, "Two", TimeSpan.FromHours(5)));
        (await Swap(shop, one, two)).ShouldBeOfType<PlanOutcome.Done>();
        ((await shop.Read(one)).Slot, (await shop.Read(two)).Slot).ShouldBe((two.Slot, one.Slot));
        await using var db = shop.Open();
        var due = await db.Set<DueItem>().Where(d => d.Kind == PostWork.Slot).ToDictionaryAsync(d => d.SubjectId, d => d.DueAt, Ct);
        due[one.Id.Value].ShouldBe(two.Slot!.Value);
        due[two.Id.Value].ShouldBe(one.Slot!.Value);
    }

    [Fact]
    public async Task Slots_of_the_timetable_change_hands()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var planner = studio.Get<Planner>();
        var (one, two) = (await shop.Draft(account, "One"), await shop.Draft(account, "Two"));
        var now = studio.Clock.GetUtcNow();
        one = (await planner.ScheduleInSlot(shop.Id, one.Id, now.AddHours(2), shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post;
        two = (await planner.ScheduleInSlot(shop.Id, two.Id, now.AddHours(4), shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post;
        (await Swap(shop, one, two)).ShouldBeOfType<PlanOutcome.Done>();
        ((await shop.Read(one)).HeldSlot, (await shop.Read(two)).HeldSlot).ShouldBe((now.AddHours(4), now.AddHours(2)));
    }

    [Fact]
    public async Task A_draft_and_a_scheduled_post_stay_what_they_are()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var draft = await ProfileTests.Draft(shop, account, "Idea", TimeSpan.FromHours(8));
        var planned = await shop.Schedule(account, "Plan", TimeSpan.FromHours(2));
        (await Swap(shop, draft, planned)).ShouldBeOfType<PlanOutcome.Done>();
        var (first, second) = (await shop.Read(draft), await shop.Read(planned));
        (first.State, first.Slot, second.State, second.Slot).ShouldBe((PostState.Draft, planned.Slot, PostState.Scheduled, draft.Slot));
    }

    [Fact]
    public async Task When_one_may_not_stand_there_neither_moves()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var over = await ProfileTests.Draft(shop, account, "Over", TimeSpan.FromHours(-1));
        var planned = await shop.Schedule(account, "Plan", TimeSpan.FromHours(2));
        (await Swap(shop, over, planned)).ShouldBeOfType<PlanOutcome.Refused>().Objections.ShouldHaveSingleItem().Rule.ShouldBe(PostRules.SlotInThePast);
        ((await shop.Read(over)).Slot, (await shop.Read(planned)).Slot).ShouldBe((over.Slot, planned.Slot));
        await studio.Get<Planner>().Write(shop.Id, planned.Id, planned.Content with { Caption = "Changed" }, shop.Owner, null, Ct);
        Rule(await studio.Get<TimeSwap>().Swap(shop.Id, over.Id, planned.Id, shop.Owner, (over.Version, planned.Version), Ct)).ShouldBe(PostRules.ChangedMeanwhile);
        Rule(await Swap(shop, planned, planned)).ShouldBe(PostRules.OtherAccount);
        var stranger = await studio.OpenWorkspace("Somebody else's");
        Rule(await studio.Get<TimeSwap>().Swap(stranger.Id, over.Id, planned.Id, stranger.Owner, (null, null), Ct)).ShouldBe(PostRules.NotThere);
    }

    private static string Rule(PlanOutcome outcome) => outcome.ShouldBeOfType<PlanOutcome.Conflict>().Rule;

    private static Task<PlanOutcome> Swap(TestWorkspace shop, Post one, Post other) =>
        shop.Studio.Get<TimeSwap>().Swap(shop.Id, one.Id, other.Id, shop.Owner, (null, null), Ct);
}

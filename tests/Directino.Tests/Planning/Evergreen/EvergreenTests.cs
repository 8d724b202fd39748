using Directino.Accounts;
using Directino.Accounts.Connecting;
using Directino.Ledger;
using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Planning.Evergreen;
using Directino.Tests.Planning.Approvals;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Planning.Evergreen;

/// <summary>Slots that nobody fills. The clock starts on Tuesday, 24 November 2026, at 09:00 in Lisbon; there is a slot every day at 18:00.</summary>
public sealed class EvergreenTests
{
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 18, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_slot_that_is_free_a_day_before_is_filled_and_goes_out_and_the_next_is_another()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, account) = await Open(studio, new(2, 1, 7), "Rye", "Buns", "Cake");
        await studio.Settle();
        (await InSlots(shop)).ShouldBe(["24 Rye"]);
        await studio.PassTime(TimeSpan.FromDays(4), TimeSpan.FromMinutes(30));
        (await InSlots(shop)).ShouldBe(["24 Rye", "25 Buns", "26 Cake", "27 Rye", "28 Buns"]);
        studio.Sandbox.Journal("published").Count.ShouldBe(4);
        var view = (await studio.Get<EvergreenBook>().Find(shop.Id, account.Id, Ct)).ShouldNotBeNull();
        view.Turns[0].Slot.ShouldBe(Tuesday.AddDays(5));
        view.Posts.Sum(p => p.Uses).ShouldBe(5);
    }

    [Fact]
    public async Task Whoever_plans_a_post_first_has_the_slot_and_who_deletes_one_leaves_it_empty()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, account) = await Open(studio, new(1, 1, 7), "Rye", "Buns");
        var mine = await shop.Draft(account, "Mine");
        (await studio.Get<Planner>().ScheduleInSlot(shop.Id, mine.Id, Tuesday.AddDays(2), shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        await studio.PassTime(TimeSpan.FromHours(10), TimeSpan.FromHours(1));
        var wednesday = (await Held(shop)).Single(p => p.Slot == Tuesday.AddDays(1));
        await studio.Get<Planner>().Delete(shop.Id, wednesday.Id, null, Ct);
        await studio.PassTime(TimeSpan.FromDays(2), TimeSpan.FromHours(1));
        (await InSlots(shop)).ShouldBe(["24 Rye", "26 Mine", "27 Rye"]);
    }

    [Fact]
    public async Task Two_that_fill_at_the_same_moment_fill_each_slot_once()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, account) = await Open(studio, new(1, 1, 7), "Rye", "Buns");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => studio.Get<EvergreenKeeper>().Fill(shop.Id, account.Id, Ct)));
        (await InSlots(shop)).ShouldBe(["24 Rye"]);
        await using var db = shop.Open();
        (await db.Set<EvergreenUse>().CountAsync(Ct)).ShouldBe(1);
        (await db.Set<EvergreenPost>().SumAsync(p => p.Uses, Ct)).ShouldBe(1);
    }

    [Fact]
    public async Task Switched_off_with_paused_slots_or_a_disconnected_account_nothing_is_put_anywhere()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, account) = await Open(studio, new(1, 1, 7), "Rye", "Buns");
        var (book, tables) = (studio.Get<EvergreenBook>(), studio.Get<TimetableBook>());
        await book.Set(shop.Id, account.Id, false, null, null, Ct);
        await studio.Settle();
        (await Held(shop)).ShouldBeEmpty();

        await book.Set(shop.Id, account.Id, true, null, null, Ct);
        await tables.Save(shop.Id, account.Id, null, true, null, Ct);
        await studio.Settle();
        (await Held(shop)).ShouldBeEmpty();
        (await book.Find(shop.Id, account.Id, Ct)).ShouldNotBeNull().Idle.ShouldBe(TimetableRules.Paused);

        await tables.Save(shop.Id, account.Id, null, false, null, Ct);
        await studio.Get<AccountDesk>().Switch(shop.Id, account.Id, Capability.Publish, false, Ct);
        await studio.PassTime(TimeSpan.FromHours(2));
        (await Held(shop)).ShouldBeEmpty();
        (await book.Find(shop.Id, account.Id, Ct)).ShouldNotBeNull().Pool.Trouble.ShouldBe(GateRules.SwitchedOff);
        await studio.Get<AccountDesk>().Switch(shop.Id, account.Id, Capability.Publish, true, Ct);
        await studio.PassTime(TimeSpan.FromHours(2));
        (await InSlots(shop)).ShouldBe(["24 Rye"]);
        (await book.Find(shop.Id, account.Id, Ct)).ShouldNotBeNull().Pool.Trouble.ShouldBeNull();
    }

    [Fact]
    public async Task Where_posts_wait_for_a_word_what_comes_again_waits_for_it_too()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, _) = await Open(studio, new(1, 1, 7), "Rye");
        await shop.Demand(ApprovalKind.OneOf, await shop.AddMember("Mia"));
        await studio.PassTime(TimeSpan.FromDays(1), TimeSpan.FromMinutes(30));
        studio.Sandbox.Journal("published").ShouldBeEmpty();
        (await Held(shop, PostState.Missed)).ShouldHaveSingleItem().Approval.ShouldBe(ApprovalState.Waiting);
    }

    [Fact]
    public async Task A_post_is_in_the_pool_once_can_rest_and_be_taken_out_and_its_limits_are_possible()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, account) = await Open(studio, new(1, 1, 7), "Rye");
        var book = studio.Get<EvergreenBook>();
        var one = (await book.Find(shop.Id, account.Id, Ct)).ShouldNotBeNull().Posts.ShouldHaveSingleItem();
        (await book.Add(shop.Id, one.PostId, shop.Owner, Ct)).ShouldBe(new EvergreenOutcome.Refused(EvergreenRules.AlreadyThere));
        (await book.Rest(shop.Id, one.Id, true, Ct)).ShouldBeTrue();
        await studio.Settle();
        (await Held(shop)).ShouldBeEmpty();
        var removed = (await book.Remove(shop.Id, one.Id, Ct)).ShouldNotBeNull();
        await book.Restore(removed, Ct);
        (await book.Of(shop.Id, one.PostId, Ct)).ShouldBe(one.Id);
        (await book.Set(shop.Id, account.Id, null, new(0, 1, 7), null, Ct)).ShouldBe(new EvergreenOutcome.Refused(EvergreenRules.LimitsOutside));
        (await book.Set(shop.Id, account.Id, null, new(5, 1, 7), 0, Ct)).ShouldBe(new EvergreenOutcome.Refused(PostRules.ChangedMeanwhile));
        var bare = await shop.Draft(PostContent.Empty with { Account = account.Id, Caption = "No picture" });
        (await book.Add(shop.Id, bare.Id, shop.Owner, Ct)).ShouldBeOfType<EvergreenOutcome.Objected>();
        var other = await studio.OpenWorkspace("Somebody else's");
        (await book.Find(other.Id, account.Id, Ct)).ShouldBeNull();
        (await book.Rest(other.Id, one.Id, false, Ct)).ShouldBeFalse();
    }

    /// <summary>A shop whose pool is on, before anything was filled.</summary>
    private static async Task<(TestWorkspace Shop, ConnectedAccount Account)> Open(Tests.Studio.Studio studio, EvergreenLimits limits, params string[] captions)
    {
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        WeekSlot[] slots = [.. Enum.GetValues<DayOfWeek>().Select(d => new WeekSlot(d, new(18, 0)))];
        (await studio.Get<TimetableBook>().Save(shop.Id, account.Id, slots, null, null, Ct)).ShouldBeOfType<TimetableOutcome.Done>();
        var book = studio.Get<EvergreenBook>();
        foreach (var caption in captions)
        {
            (await book.Add(shop.Id, (await shop.Draft(account, caption)).Id, shop.Owner, Ct)).ShouldBeOfType<EvergreenOutcome.Done>();
            studio.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        (await book.Set(shop.Id, account.Id, true, limits, null, Ct)).ShouldBeOfType<EvergreenOutcome.Done>();
        return (shop, account);
    }

    private static async Task<IReadOnlyList<Post>> Held(TestWorkspace shop, params PostState[] states)
    {
        await using var db = shop.Open();
        return await db.Set<Post>().AsNoTracking().Where(p => p.Slot != null && (states.Length == 0 || states.Contains(p.State))).OrderBy(p => p.Slot).ToListAsync(Ct);
    }

    private static async Task<IReadOnlyList<string>> InSlots(TestWorkspace shop) => [.. (await Held(shop)).Select(p => $"{p.Slot:dd} {p.Caption}")];
}

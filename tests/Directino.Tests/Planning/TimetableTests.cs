using Directino.Accounts;
using Directino.Accounts.Connecting;
using Directino.Planning;
using Directino.Tests.Studio;

namespace Directino.Tests.Planning;

public sealed class TimetableTests
{
    private static readonly WeekSlot Friday = new(DayOfWeek.Friday, new(18, 0)), Monday = new(DayOfWeek.Monday, new(9, 0));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_timetable_has_each_slot_once_and_of_two_people_the_second_learns_of_the_first()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var book = studio.Get<TimetableBook>();
        (await book.Find(shop.Id, account.Id, Ct)).ShouldNotBeNull().Slots.ShouldBeEmpty();
        var saved = await Set(shop, account, Friday, Monday, Friday);
        saved.Slots.ShouldBe([Monday, Friday]);
        (await book.Save(shop.Id, account.Id, [Friday], null, saved.Version - 1, Ct)).ShouldBe(new TimetableOutcome.Refused(PostRules.ChangedMeanwhile));
        (await book.Save(shop.Id, account.Id, [Friday], null, saved.Version, Ct)).ShouldBeOfType<TimetableOutcome.Done>().Timetable.Slots.ShouldBe([Friday]);
        var many = Enumerable.Range(0, TimetableBook.Most + 1).Select(i => new WeekSlot(DayOfWeek.Monday, new TimeOnly(i / 60, i % 60))).ToList();
        (await book.Save(shop.Id, account.Id, many, null, null, Ct)).ShouldBe(new TimetableOutcome.Refused(TimetableRules.TooMany));
        (await book.Find(shop.Id, account.Id, Ct)).ShouldNotBeNull().Slots.ShouldBe([Friday]);
    }

    [Fact]
    public async Task Nobody_sees_or_sets_the_timetable_of_another_workspace()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        await Set(shop, account, Friday);
        var other = await studio.OpenWorkspace("Somebody else's");
        var book = studio.Get<TimetableBook>();
        (await book.Find(other.Id, account.Id, Ct)).ShouldBeNull();
        (await book.Next(other.Id, account.Id, null, Ct)).ShouldBeNull();
        (await book.Save(other.Id, account.Id, [Monday], null, null, Ct)).ShouldBe(new TimetableOutcome.Refused(PostRules.NotThere));
        (await book.Free(other.Id, account.Id, studio.Clock.GetUtcNow(), studio.Clock.GetUtcNow().AddDays(14), Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_paused_timetable_keeps_its_slots_and_offers_none_and_says_so()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var book = studio.Get<TimetableBook>();
        (await book.Next(shop.Id, account.Id, null, Ct)).ShouldNotBeNull().Why.ShouldBe(TimetableRules.Empty);
        await Set(shop, account, Friday);
        var now = studio.Clock.GetUtcNow();
        (await book.Free(shop.Id, null, now, now.AddDays(14), Ct)).Count.ShouldBe(2);
        await book.Save(shop.Id, account.Id, null, true, null, Ct);
        var offer = (await book.Next(shop.Id, account.Id, null, Ct)).ShouldNotBeNull();
        (offer.At, offer.Why).ShouldBe((null, TimetableRules.Paused));
        (await book.Free(shop.Id, null, now, now.AddDays(14), Ct)).ShouldBeEmpty();
        var again = (await book.Save(shop.Id, account.Id, null, false, null, Ct)).ShouldBeOfType<TimetableOutcome.Done>().Timetable;
        again.Slots.ShouldBe([Friday]);
        (await book.Next(shop.Id, account.Id, null, Ct)).ShouldNotBeNull().At.ShouldNotBeNull();
    }

    [Fact]
    public async Task Scheduled_posts_of_the_account_take_slots_drafts_and_other_accounts_do_not_nor_does_a_post_its_own()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        studio.Sandbox.Control.MakeAccount("leo.rides", "Leo");
        var (account, other) = (await shop.Connect("nora.bakes"), await shop.Connect("leo.rides"));
        await Set(shop, account, Friday);
        var first = await Next(shop, account);
        var post = await shop.Draft(account, "Rye");
        var planner = studio.Get<Planner>();
        await planner.Propose(shop.Id, post.Id, first, shop.Owner, null, Ct);
        (await planner.Schedule(shop.Id, (await shop.Draft(other, "Walks")).Id, first, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        (await Next(shop, account)).ShouldBe(first);
        (await planner.Schedule(shop.Id, post.Id, first, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        (await Next(shop, account)).ShouldBe(first.AddDays(7));
        (await Next(shop, account, post.Id)).ShouldBe(first);
        (await studio.Get<TimetableBook>().Free(shop.Id, account.Id, studio.Clock.GetUtcNow(), first.AddDays(7), Ct)).ShouldHaveSingleItem().At.ShouldBe(first.AddDays(7));
    }

    [Fact]
    public async Task The_next_slot_is_on_the_clock_of_the_account_also_after_it_moved()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        await Set(shop, account, Friday);
        foreach (var zone in (string[])["Asia/Kolkata", "America/St_Johns", "Pacific/Kiritimati"])
        {
            (await studio.Get<AccountDesk>().SetTimeZone(shop.Id, account.Id, zone, Ct)).ShouldBeTrue();
            var local = LocalTime.Of(await Next(shop, account), LocalTime.Zone(zone));
            (local.DayOfWeek, local.TimeOfDay).ShouldBe((DayOfWeek.Friday, new TimeSpan(18, 0, 0)));
        }
    }

    [Fact]
    public async Task Of_two_posts_put_into_one_slot_the_second_is_refused_only_when_both_chose_the_slot()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        await Set(shop, account, Friday);
        var slot = await Next(shop, account);
        var (first, second) = (await shop.Draft(account, "Rye"), await shop.Draft(account, "Buns"));
        var planner = studio.Get<Planner>();

        (await planner.ScheduleInSlot(shop.Id, first.Id, slot, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post.HeldSlot.ShouldBe(slot);
        // The same again is no quarrel with oneself.
        (await planner.ScheduleInSlot(shop.Id, first.Id, slot, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        (await planner.ScheduleInSlot(shop.Id, second.Id, slot, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Refused>().Objections.ShouldHaveSingleItem().Rule.ShouldBe(PostRules.SlotTaken);
        (await shop.Read(second)).State.ShouldBe(PostState.Draft);
        (await planner.Schedule(shop.Id, second.Id, slot, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post.HeldSlot.ShouldBeNull();

        // Whoever goes back to draft lets go of it.
        (await planner.Withdraw(shop.Id, first.Id, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        (await planner.ScheduleInSlot(shop.Id, second.Id, slot, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        (await planner.Schedule(shop.Id, first.Id, slot, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
    }

    [Fact]
    public async Task Of_many_at_the_same_moment_exactly_one_gets_the_slot()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        await Set(shop, account, Friday);
        var slot = await Next(shop, account);
        List<Post> posts = [];
        for (var i = 0; i < 4; i++)
            posts.Add(await shop.Draft(account, $"Bread {i}"));
        var outcomes = await Task.WhenAll(posts.Select(p => studio.Get<Planner>().ScheduleInSlot(shop.Id, p.Id, slot, shop.Owner, null, Ct)));
        outcomes.OfType<PlanOutcome.Done>().ShouldHaveSingleItem();
        outcomes.OfType<PlanOutcome.Refused>().Select(r => r.Objections[0].Rule).ShouldBe([PostRules.SlotTaken, PostRules.SlotTaken, PostRules.SlotTaken]);
    }

    private static async Task<TimetableView> Set(TestWorkspace shop, ConnectedAccount account, params WeekSlot[] slots) =>
        (await shop.Studio.Get<TimetableBook>().Save(shop.Id, account.Id, slots, null, null, Ct)).ShouldBeOfType<TimetableOutcome.Done>().Timetable;

    private static async Task<DateTimeOffset> Next(TestWorkspace shop, ConnectedAccount account, PostId? except = null) =>
        (await shop.Studio.Get<TimetableBook>().Next(shop.Id, account.Id, except, Ct)).ShouldNotBeNull().At.ShouldNotBeNull();
}

using Directino.Accounts;
using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Planning.Queue;
using Directino.Tests.Planning.Approvals;
using Directino.Tests.Studio;

namespace Directino.Tests.Planning.Queue;

/// <summary>Posts in slots. The clock starts on Tuesday, 24 November 2026, at 09:00 in Lisbon; there is a slot every day at 18:00.</summary>
public sealed class QueueTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    public async Task Shuffled_every_post_has_another_of_the_same_slots_goes_out_there_and_can_be_put_back(int count)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, account, posts) = await Queue(studio, count);
        var before = await Slots(shop, account);
        for (var seed = 0; seed < 5; seed++)
        {
            var moves = (await studio.Get<QueueBook>().Shuffle(shop.Id, account.Id, shop.Owner, new Random(seed), Ct)).ShouldBeOfType<QueueOutcome.Done>().Moves;
            var after = await Slots(shop, account);
            after.Values.Order().ShouldBe(before.Values.Order());
            posts.ShouldAllBe(p => after[p.Id] != before[p.Id]);
            (await studio.Get<QueueBook>().PutBack(shop.Id, account.Id, shop.Owner, moves, Ct)).ShouldBeOfType<QueueOutcome.Done>();
            (await Slots(shop, account)).ShouldBe(before, ignoreOrder: true);
        }

        await studio.Get<QueueBook>().Shuffle(shop.Id, account.Id, shop.Owner, new Random(7), Ct);
        var first = (await Slots(shop, account)).MinBy(s => s.Value).Key;
        await studio.PassTime(TimeSpan.FromHours(10), TimeSpan.FromMinutes(10));
        studio.Sandbox.Journal("published").ShouldHaveSingleItem();
        (await shop.Read(posts.Single(p => p.Id == first))).State.ShouldBe(PostState.Published);
    }

    [Fact]
    public async Task What_goes_out_within_an_hour_and_what_stands_elsewhere_by_hand_is_not_shuffled()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, account, posts) = await Queue(studio, 3);
        await studio.Get<Planner>().Move(shop.Id, posts[1].Id, posts[1].Slot!.Value.AddHours(1), shop.Owner, null, Ct);
        studio.Clock.Advance(new TimeSpan(8, 30, 0));
        (await studio.Get<QueueBook>().Shuffle(shop.Id, account.Id, shop.Owner, new Random(1), Ct)).ShouldBe(new QueueOutcome.Refused(QueueRules.TooFew));
    }

    [Fact]
    public async Task Taken_back_only_what_still_stands_where_the_shuffle_put_it_moves()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, account, posts) = await Queue(studio, 3);
        var book = studio.Get<QueueBook>();
        var moves = (await book.Shuffle(shop.Id, account.Id, shop.Owner, new Random(1), Ct)).ShouldBeOfType<QueueOutcome.Done>().Moves;
        await studio.Get<Planner>().Withdraw(shop.Id, posts[0].Id, null, Ct);
        (await book.PutBack(shop.Id, account.Id, shop.Owner, moves, Ct)).ShouldBeOfType<QueueOutcome.Done>().Moves.Count.ShouldBe(2);
        var slots = await Slots(shop, account);
        (slots[posts[1].Id], slots[posts[2].Id]).ShouldBe((posts[1].Slot!.Value, posts[2].Slot!.Value));
        (await shop.Read(posts[0])).State.ShouldBe(PostState.Draft);
        (await book.PutBack(shop.Id, account.Id, shop.Owner, moves, Ct)).ShouldBe(new QueueOutcome.Refused(PostRules.ChangedMeanwhile));
    }

    [Fact]
    public async Task An_approval_holds_wherever_a_shuffle_puts_the_post()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, account, posts) = await Queue(studio, 2);
        var mia = await shop.AddMember("Mia");
        await shop.Demand(ApprovalKind.OneOf, mia);
        await shop.Ask(posts[0]);
        await shop.Approve(posts[0], mia);
        await studio.Get<QueueBook>().Shuffle(shop.Id, account.Id, shop.Owner, new Random(1), Ct);
        (await shop.Standing(posts[0])).ShouldBe(ApprovalState.Approved);
    }

    [Fact]
    public async Task Held_back_nothing_goes_out_and_afterwards_each_has_its_slot_or_the_next_free_one()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, account, posts) = await Queue(studio, 3);
        var (book, tables) = (studio.Get<QueueBook>(), studio.Get<TimetableBook>());
        await tables.Save(shop.Id, account.Id, null, true, null, Ct);
        (await book.Hold(shop.Id, account.Id, Ct)).ShouldBeOfType<QueueOutcome.Done>().Moves.Count.ShouldBe(3);
        (await book.Find(shop.Id, account.Id, Ct)).ShouldNotBeNull().Held.Select(h => h.Id).ShouldBe(posts.Select(p => p.Id));
        // As long as it rests there is no slot to go to.
        (await book.Release(shop.Id, account.Id, shop.Owner, Ct)).ShouldBe(new QueueOutcome.Refused(TimetableRules.Paused));
        await studio.PassTime(TimeSpan.FromHours(30), TimeSpan.FromHours(1));
        studio.Sandbox.Journal("published").ShouldBeEmpty();
        await studio.Get<Planner>().Propose(shop.Id, posts[1].Id, posts[1].Slot!.Value.AddDays(9), shop.Owner, null, Ct);

        await tables.Save(shop.Id, account.Id, null, false, null, Ct);
        var moves = (await book.Release(shop.Id, account.Id, shop.Owner, Ct)).ShouldBeOfType<QueueOutcome.Done>().Moves;
        // The first one's slot is over, the second has other plans, the third's is there still: whoever comes first takes it.
        moves.Select(m => (m.Post, m.To.Day)).ShouldBe([(posts[0].Id, 25), (posts[2].Id, 26)]);
        (await shop.Read(posts[1])).State.ShouldBe(PostState.Draft);
        (await book.Find(shop.Id, account.Id, Ct)).ShouldNotBeNull().Held.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_at_the_same_moment_shuffle_or_hold_once_and_nobody_touches_another_workspaces_queue()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, account, posts) = await Queue(studio, 4);
        var book = studio.Get<QueueBook>();
        var before = await Slots(shop, account);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(i => book.Shuffle(shop.Id, account.Id, shop.Owner, new Random(i), Ct)));
        (await Slots(shop, account)).Values.Order().ShouldBe(before.Values.Order());
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => book.Hold(shop.Id, account.Id, Ct)));
        (await book.Find(shop.Id, account.Id, Ct)).ShouldNotBeNull().Held.Count.ShouldBe(posts.Count);
        var other = await studio.OpenWorkspace("Somebody else's");
        (await book.Find(other.Id, account.Id, Ct)).ShouldBeNull();
        (await book.Hold(other.Id, account.Id, Ct)).ShouldBe(new QueueOutcome.Refused(PostRules.NotThere));
        (await book.Release(other.Id, account.Id, other.Owner, Ct)).ShouldBe(new QueueOutcome.Refused(PostRules.NotThere));
        (await book.Shuffle(other.Id, account.Id, other.Owner, new Random(1), Ct)).ShouldBe(new QueueOutcome.Refused(QueueRules.TooFew));
    }

    private static async Task<(TestWorkspace Shop, ConnectedAccount Account, IReadOnlyList<Post> Posts)> Queue(Tests.Studio.Studio studio, int count)
    {
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        WeekSlot[] slots = [.. Enum.GetValues<DayOfWeek>().Select(d => new WeekSlot(d, new(18, 0)))];
        (await studio.Get<TimetableBook>().Save(shop.Id, account.Id, slots, null, null, Ct)).ShouldBeOfType<TimetableOutcome.Done>();
        List<Post> posts = [];
        for (var i = 0; i < count; i++)
        {
            var slot = (await studio.Get<TimetableBook>().Next(shop.Id, account.Id, null, Ct)).ShouldNotBeNull().At!.Value;
            posts.Add((await studio.Get<Planner>().ScheduleInSlot(shop.Id, (await shop.Draft(account, $"Bread {i}")).Id, slot, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post);
        }

        return (shop, account, posts);
    }

    private static async Task<Dictionary<PostId, DateTimeOffset>> Slots(TestWorkspace shop, ConnectedAccount account) =>
        (await shop.Studio.Get<QueueBook>().Find(shop.Id, account.Id, Ct)).ShouldNotBeNull().Posts.ToDictionary(p => p.Id, p => p.Slot);
}

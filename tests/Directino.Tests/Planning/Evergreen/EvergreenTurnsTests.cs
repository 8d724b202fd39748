using System.Globalization;
using CsCheck;
using Directino.Planning;
using Directino.Planning.Evergreen;
using Directino.Planning.Quotas;

namespace Directino.Tests.Planning.Evergreen;

/// <summary>Whose turn it is, on paper.</summary>
public sealed class EvergreenTurnsTests
{
    private static readonly EvergreenId Rye = Id(1), Buns = Id(2), Cake = Id(3);
    private static readonly EvergreenLimits Loose = new(2, 10, 50);

    [Fact]
    public void The_one_that_was_out_longest_ago_comes_first_and_one_that_never_was_before_it()
    {
        var turns = Turns(["11-27 18:00", "11-28 18:00", "11-29 18:00"], [One(Rye, "11-10 18:00"), One(Buns, "11-05 18:00"), One(Cake)]);
        turns.Select(t => (t.Id, t.Why)).ShouldBe([(Cake, EvergreenWhy.NeverOut), (Buns, EvergreenWhy.OutLongestAgo), (Rye, EvergreenWhy.OutLongestAgo)]);
        turns[1].At.ShouldBe(At("11-05 18:00"));
    }

    [Fact]
    public void Nothing_comes_within_its_cool_down_and_it_says_when_the_first_is_ready()
    {
        var turns = Turns(["11-27 18:00", "11-30 18:00"], [One(Rye, "11-28 12:00")], Loose with { CoolDownDays = 2 });
        turns[0].ShouldBe(new EvergreenTurn(At("11-27 18:00"), null, EvergreenWhy.AllCoolDown, At("11-30 12:00")));
        turns[1].Id.ShouldBe(Rye);
    }

    [Fact]
    public void Never_the_same_twice_in_a_row_even_when_it_is_the_only_one()
    {
        var turns = Turns(["11-27 18:00", "11-30 18:00", "12-03 18:00"], [One(Rye)]);
        turns.Select(t => (t.Id, t.Why)).ShouldBe([(Rye, EvergreenWhy.NeverOut), (null, EvergreenWhy.NeverTwice), (null, EvergreenWhy.NeverTwice)]);
        Turns(["11-27 18:00", "11-30 18:00", "12-03 18:00"], [One(Rye), One(Buns)]).Select(t => t.Id).ShouldBe([Rye, Buns, Rye]);
    }

    [Fact]
    public void A_day_and_a_week_have_only_as_many_as_are_allowed_on_the_accounts_calendar()
    {
        EvergreenCandidate[] pool = [.. Enumerable.Range(1, 9).Select(i => One(Id(i)))];
        // 23:30 in Lisbon is the next day in Berlin; 29 November is a Sunday.
        var slots = (string[])["11-27 09:00", "11-27 18:00", "11-27 23:30", "11-28 18:00", "11-29 18:00", "11-30 18:00"];
        Turns(slots, pool, new(1, 1, 3), "Europe/Lisbon").Select(t => t.Why)
            .ShouldBe([EvergreenWhy.NeverOut, EvergreenWhy.DayIsFull, EvergreenWhy.DayIsFull, EvergreenWhy.NeverOut, EvergreenWhy.NeverOut, EvergreenWhy.NeverOut]);
        Turns(slots, pool, new(1, 1, 3), "Europe/Berlin").Select(t => t.Why)
            .ShouldBe([EvergreenWhy.NeverOut, EvergreenWhy.DayIsFull, EvergreenWhy.NeverOut, EvergreenWhy.DayIsFull, EvergreenWhy.NeverOut, EvergreenWhy.NeverOut]);
        Turns(slots, pool, new(1, 2, 3), "Europe/Lisbon").Select(t => t.Why)
            .ShouldBe([EvergreenWhy.NeverOut, EvergreenWhy.NeverOut, EvergreenWhy.DayIsFull, EvergreenWhy.NeverOut, EvergreenWhy.WeekIsFull, EvergreenWhy.NeverOut]);
    }

    [Fact]
    public void Where_a_day_is_full_of_other_posts_Instagrams_room_is_left()
    {
        var posts = Enumerable.Range(0, 5).Select(i => At("11-27 12:00").AddMinutes(i));
        EvergreenTurns.Of([At("11-27 11:00"), At("11-27 18:00"), At("11-29 18:00")], [One(Rye)], Loose, [], posts, new PostQuota(5, TimeSpan.FromDays(1)), TimeZoneInfo.Utc).Select(t => t.Why)
            .ShouldBe([EvergreenWhy.QuotaIsFull, EvergreenWhy.QuotaIsFull, EvergreenWhy.NeverOut]);
    }

    [Fact]
    public void Who_rests_is_not_taken()
    {
        Turns(["11-27 18:00"], [One(Rye) with { IsResting = true }, One(Buns, "11-01 18:00")])[0].Id.ShouldBe(Buns);
        Turns(["11-27 18:00"], [One(Rye) with { IsResting = true }])[0].ShouldBe(new EvergreenTurn(At("11-27 18:00"), null, EvergreenWhy.AllCoolDown));
    }

    [Fact]
    public void Whatever_the_pool_and_the_slots_every_limit_holds()
    {
        var slot = Gen.Int[0, 24 * 40].Select(h => At("11-01 00:00").AddHours(h));
        Gen.Select(slot.Array[1, 60], Gen.Int[1, 6], Gen.Int[1, 12], Gen.Int[1, 3], Gen.Int[1, 8]).Sample((slots, size, cool, day, week) =>
        {
            var limits = new EvergreenLimits(cool, day, week);
            var turns = EvergreenTurns.Of(slots.Distinct().Order(), [.. Enumerable.Range(1, size).Select(i => One(Id(i)))], limits, [], [], null, LocalTime.Zone("Asia/Kolkata"));
            var filled = turns.Where(t => t.Id is not null).ToList();
            foreach (var (before, after) in filled.Zip(filled.Skip(1)))
                after.Id.ShouldNotBe(before.Id);
            foreach (var one in filled.GroupBy(t => t.Id))
                one.Zip(one.Skip(1)).ShouldAllBe(p => p.Second.Slot - p.First.Slot >= TimeSpan.FromDays(cool));
            filled.GroupBy(t => LocalTime.Of(t.Slot, LocalTime.Zone("Asia/Kolkata")).Date).ShouldAllBe(g => g.Count() <= day);
            filled.GroupBy(t => ISOWeek.GetWeekOfYear(LocalTime.Of(t.Slot, LocalTime.Zone("Asia/Kolkata")))).ShouldAllBe(g => g.Count() <= week);
        }, iter: 300);
    }

    private static IReadOnlyList<EvergreenTurn> Turns(string[] slots, EvergreenCandidate[] pool, EvergreenLimits? limits = null, string zone = "UTC") =>
        EvergreenTurns.Of(slots.Select(At), pool, limits ?? Loose, [], [], null, LocalTime.Zone(zone));

    private static EvergreenCandidate One(EvergreenId id, string? last = null) => new(id, last is null ? null : At(last), false);

    private static EvergreenId Id(int number) => EvergreenId.Of(new Guid(number, 0, 0, new byte[8]));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse($"2026-{text}", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

using System.Globalization;
using CsCheck;
using Directino.Planning;

namespace Directino.Tests.Planning;

/// <summary>The next free slot, in zones of every kind and on the days on which their clocks change. What is expected was written down from the zones' own rules.</summary>
public sealed class FreeSlotsTests
{
    private static readonly string[] Zones =
        ["Europe/Lisbon", "Europe/Berlin", "America/New_York", "America/Santiago", "Asia/Tehran", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia", "Pacific/Kiritimati", "UTC"];

    [Theory]
    [InlineData("Europe/Lisbon", "Friday 18:00", "2026-11-27 10:00", "2026-11-27 18:00")]
    [InlineData("Europe/Lisbon", "Friday 18:00", "2026-11-27 18:00", "2026-12-04 18:00")]
    [InlineData("Asia/Kolkata", "Friday 00:15", "2026-11-26 12:00", "2026-11-26 18:45")]
    [InlineData("Pacific/Kiritimati", "Friday 00:00", "2026-11-25 12:00", "2026-11-26 10:00")]
    [InlineData("Pacific/Pago_Pago", "Thursday 23:59", "2026-11-27 09:00", "2026-11-27 10:59")]
    [InlineData("Asia/Tehran", "Tuesday 10:00", "2028-02-28 12:00", "2028-02-29 06:30")]
    // The clock jumps over it: after the jump.
    [InlineData("Europe/Berlin", "Sunday 02:30", "2027-03-27 12:00", "2027-03-28 01:30")]
    [InlineData("America/New_York", "Sunday 02:30", "2027-03-13 12:00", "2027-03-14 07:30")]
    [InlineData("Australia/Lord_Howe", "Sunday 02:15", "2027-10-02 12:00", "2027-10-02 15:45")]
    [InlineData("Africa/Cairo", "Friday 00:30", "2027-04-29 12:00", "2027-04-29 22:30")]
    // The clock shows it twice: the first is meant, and when that is over the next week's.
    [InlineData("Europe/Lisbon", "Sunday 01:30", "2027-10-30 12:00", "2027-10-31 00:30")]
    [InlineData("Europe/Lisbon", "Sunday 01:30", "2027-10-31 00:45", "2027-11-07 01:30")]
    [InlineData("America/Santiago", "Saturday 23:30", "2027-04-03 12:00", "2027-04-04 02:30")]
    [InlineData("Australia/Lord_Howe", "Sunday 01:45", "2027-04-03 12:00", "2027-04-03 14:45")]
    public void The_next_slot_is_when_the_clock_of_the_zone_shows_it(string zone, string slot, string now, string expected) =>
        FreeSlots.Next([Slot(slot)], LocalTime.Zone(zone), [], Utc(now)).ShouldBe(Utc(expected));

    [Fact]
    public void A_taken_slot_is_passed_over_to_the_next_of_the_week_and_then_to_the_next_week()
    {
        WeekSlot[] slots = [Slot("Friday 18:00"), Slot("Monday 09:00")];
        var zone = LocalTime.Zone("Europe/Lisbon");
        var now = Utc("2026-11-26 12:00");
        FreeSlots.Next(slots, zone, [Utc("2026-11-27 18:00")], now).ShouldBe(Utc("2026-11-30 09:00"));
        FreeSlots.Next(slots, zone, [Utc("2026-11-27 18:00"), Utc("2026-11-30 09:00")], now).ShouldBe(Utc("2026-12-04 18:00"));
    }

    [Fact]
    public void A_post_takes_the_slot_of_its_minute_and_no_other()
    {
        var zone = LocalTime.Zone("Europe/Lisbon");
        var now = Utc("2026-11-26 12:00");
        FreeSlots.Next([Slot("Friday 18:00")], zone, [Utc("2026-11-27 18:00").AddSeconds(59)], now).ShouldBe(Utc("2026-12-04 18:00"));
        FreeSlots.Next([Slot("Friday 18:00")], zone, [Utc("2026-11-27 18:01"), Utc("2026-11-27 17:59")], now).ShouldBe(Utc("2026-11-27 18:00"));
    }

    [Fact]
    public void Two_slots_that_a_jump_of_the_clock_puts_on_one_instant_are_one_and_order_is_that_of_instants()
    {
        WeekSlot[] slots = [Slot("Sunday 02:30"), Slot("Sunday 03:30"), Slot("Sunday 03:15")];
        FreeSlots.Between(slots, LocalTime.Zone("Europe/Berlin"), [], Utc("2027-03-28 00:00"), Utc("2027-03-28 23:00"))
            .ShouldBe([Utc("2027-03-28 01:15"), Utc("2027-03-28 01:30")]);
    }

    [Fact]
    public void A_week_without_slots_has_no_next_one() => FreeSlots.Next([], TimeZoneInfo.Utc, [], Utc("2026-11-26 12:00")).ShouldBeNull();

    [Fact]
    public void The_next_slot_lies_ahead_is_one_of_the_timetable_is_free_and_none_before_it_is()
    {
        var slot = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 1439]).Select((day, minute) => new WeekSlot((DayOfWeek)day, new TimeOnly(minute / 60, minute % 60)));
        // Minutes from the end of 2026 on: more than a year, with every change of the clock in it.
        Gen.Select(slot.Array[1, 5], Gen.Int[0, Zones.Length - 1].Select(i => Zones[i]), Gen.Int[0, 600_000], Gen.Int[0, 9]).Sample((slots, name, minutes, full) =>
        {
            var zone = LocalTime.Zone(name);
            var now = Utc("2026-11-26 12:00").AddMinutes(minutes);
            List<DateTimeOffset> taken = [];
            for (var i = 0; i < full; i++)
                taken.Add(FreeSlots.Next(slots, zone, taken, now)!.Value);

            var next = FreeSlots.Next(slots, zone, taken, now)!.Value;
            var all = EverySlot(slots, zone, now).Where(at => at > now && at <= next).ToHashSet();
            next.ShouldBeGreaterThan(now);
            all.ShouldContain(next);
            taken.ShouldNotContain(next);
            all.Count.ShouldBe(full + 1);
        });
    }

    /// <summary>By counting days, as one would on paper; as far as ten slots of one a week reach.</summary>
    private static IEnumerable<DateTimeOffset> EverySlot(WeekSlot[] slots, TimeZoneInfo zone, DateTimeOffset now) =>
        from day in Enumerable.Range(-3, 90).Select(DateOnly.FromDateTime(now.UtcDateTime).AddDays)
        from slot in slots
        where slot.Weekday == day.DayOfWeek
        select LocalTime.ToInstant(day, slot.Time, zone).Instant;

    private static WeekSlot Slot(string text)
    {
        var parts = text.Split(' ');
        return WeekSlot.At(Enum.Parse<DayOfWeek>(parts[0]), TimeOnly.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

using CsCheck;
using Directino.Insights;
using Directino.Insights.BestTimes;

namespace Directino.Tests.Insights.BestTimes;

public sealed class OnlineWeekTests
{
    private static readonly string[] Zones =
        ["Europe/Lisbon", "America/Los_Angeles", "America/New_York", "Asia/Tehran", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "UTC"];

    private static readonly Gen<OnlineTold[]> Days =
        from first in Gen.Int[0, 700].Select(d => new DateOnly(2025, 1, 1).AddDays(d))
        from days in Gen.Long[0, 100_000].Select(Gen.Int[0, 9], (count, gap) => gap == 0 ? (long?)null : count).Array[24].Array[1, 40]
        select days.Select((hours, i) => new OnlineTold(first.AddDays(i), hours)).ToArray();

    [Fact]
    public void A_level_lies_between_what_was_told_and_no_told_hour_is_lost() => Gen.Select(Days, Gen.Int[0, 8].Select(i => Zones[i])).Sample((days, zone) =>
    {
        var levels = OnlineWeek.Levels(days, Zone(zone));
        var told = days.SelectMany(d => PacificDay.Hours(d.Day).Select(h => d.Hours[h.Hour])).OfType<long>().ToList();
        (levels.Count == 0).ShouldBe(told.Count == 0);
        levels.Values.ShouldAllBe(l => l.Average >= told.Min() - .001 && l.Average <= told.Max() + .001 && l.Dates > 0);
    });

    [Fact]
    public void Where_clocks_differ_by_whole_hours_a_level_is_the_mean_of_the_hours_that_fall_into_it() => Days.Sample(days =>
    {
        var zone = Zone("Europe/Lisbon");
        var expected = days.SelectMany(d => PacificDay.Hours(d.Day).Select(h => (At: WeekHour.Of(h.Start, zone), Count: d.Hours[h.Hour])))
            .Where(h => h.Count is not null).GroupBy(h => h.At).ToDictionary(g => g.Key, g => g.Average(h => h.Count!.Value));
        var levels = OnlineWeek.Levels(days, zone);
        levels.Count.ShouldBe(expected.Count);
        expected.ShouldAllBe(e => Math.Abs(levels[e.Key].Average - e.Value) < .001);
    });

    [Fact]
    public void At_most_one_hour_a_weekday_and_each_stands_out() => Gen.Select(Days, Gen.Int[0, 8].Select(i => Zones[i])).Sample((days, zone) =>
    {
        var best = OnlineWeek.Best(days, Zone(zone));
        best.Hours.Select(h => h.At.Weekday).ShouldBeUnique();
        best.Hours.ShouldAllBe(h => h.Level >= BestHour.Least * h.Usual && h.RestsOn >= 2);
        best.Hours.Select(h => h.Level).ShouldBe(best.Hours.Select(h => h.Level).OrderDescending());
        (best.Missing is null).ShouldBe(best.Hours.Count > 0);
        if (days.Length < OnlineWeek.LeastDays)
            best.Missing.ShouldBe(TimesMissing.TooFewDays);
    });

    [Fact]
    public void Noon_in_California_is_evening_in_Lisbon_also_where_only_one_of_them_has_changed_its_clock()
    {
        // On 8 March California goes forward, on 29 March Lisbon: between them they are seven hours apart, before and after eight.
        OnlineWeek.Best(Peaks(new(2026, 2, 9), 14), Zone("Europe/Lisbon")).Hours.ShouldAllBe(h => h.At.Hour == 20);
        OnlineWeek.Best(Peaks(new(2026, 3, 9), 14), Zone("Europe/Lisbon")).Hours.ShouldAllBe(h => h.At.Hour == 19);
        OnlineWeek.Best(Peaks(new(2026, 4, 6), 14), Zone("Europe/Lisbon")).Hours.ShouldAllBe(h => h.At.Hour == 20);
    }

    [Fact]
    public void Half_an_hour_between_the_clocks_gives_half_to_each_hour()
    {
        // Tehran is eleven and a half hours ahead of California's winter.
        var levels = OnlineWeek.Levels(Peaks(new(2026, 1, 5), 14), Zone("Asia/Tehran"));
        levels[new(DayOfWeek.Tuesday, 23)].Average.ShouldBe(550);
        levels[new(DayOfWeek.Tuesday, 0)].Average.ShouldBe(550);
        levels[new(DayOfWeek.Tuesday, 1)].Average.ShouldBe(100);
    }

    [Fact]
    public void The_day_of_a_changed_clock_has_its_own_number_of_hours()
    {
        PacificDay.Hours(new(2026, 3, 8)).Select(h => h.Hour).ShouldBe([0, 1, .. Enumerable.Range(3, 21)]);
        PacificDay.Hours(new(2026, 11, 1)).Select(h => h.Hour).ShouldBe([0, 1, 1, .. Enumerable.Range(2, 22)]);
    }

    [Fact]
    public void A_week_without_difference_has_no_best_hour()
    {
        var even = Enumerable.Range(0, 20).Select(i => new OnlineTold(new DateOnly(2026, 6, 1).AddDays(i), [.. Enumerable.Repeat((long?)400, 24)])).ToArray();
        OnlineWeek.Best(even, Zone("Europe/Lisbon")).Missing.ShouldBe(TimesMissing.Even);
        var dead = Enumerable.Range(0, 20).Select(i => new OnlineTold(new DateOnly(2026, 6, 1).AddDays(i), [.. Enumerable.Repeat((long?)0, 24)])).ToArray();
        OnlineWeek.Best(dead, Zone("Europe/Lisbon")).Missing.ShouldBe(TimesMissing.Even);
    }

    private static OnlineTold[] Peaks(DateOnly first, int days) =>
        [.. Enumerable.Range(0, days).Select(i => new OnlineTold(first.AddDays(i), [.. Enumerable.Range(0, 24).Select(h => (long?)(h == 12 ? 1000 : 100))]))];

    private static TimeZoneInfo Zone(string name) => TimeZoneInfo.FindSystemTimeZoneById(name);
}

using CsCheck;
using Directino.Accounts;
using Directino.Insights.BestTimes;
using Directino.Planning;
using Directino.Web.Planning;
using Microsoft.Extensions.Time.Testing;

namespace Directino.Web.Tests.Planning;

public sealed class BestMarkTests
{
    private static readonly string[] Zones = ["Europe/Lisbon", "America/New_York", "Asia/Tehran", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca"];

    [Fact]
    public void The_next_best_time_is_within_a_week_ahead_and_on_its_weekday() =>
        Gen.Select(Gen.Int[0, 3 * 365 * 24 * 60], Gen.Int[0, 6], Gen.Int[0, 23], Gen.Int[0, 5]).Sample((minutes, weekday, hour, zone) =>
        {
            var now = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
            var best = BestMark.Next(View(Zones[zone], [(weekday, hour)], []), null, now)!;
            var at = LocalTime.ToInstant(best.Day, best.Time, LocalTime.Zone(Zones[zone])).Instant;
            at.ShouldBeGreaterThan(now);
            at.ShouldBeLessThanOrEqualTo(now.AddDays(7).AddHours(1.5));
            ((int)best.Day.DayOfWeek, best.Time.Hour).ShouldBe((weekday, hour));
        });

    [Fact]
    public void On_a_chosen_day_its_own_hour_is_suggested_and_none_that_is_over()
    {
        var view = View("Europe/Lisbon", [(2, 18), (5, 12)], [(5, 20), (3, 9)]);
        var now = new DateTimeOffset(2026, 11, 27, 13, 0, 0, TimeSpan.Zero);
        BestMark.Next(view, new(2026, 12, 1), now)!.Time.Hour.ShouldBe(18);
        // Friday noon is over, what posts reached says the evening.
        BestMark.Next(view, new(2026, 11, 27), now)!.ShouldSatisfyAllConditions(m => m.Time.Hour.ShouldBe(20), m => m.IsOnline.ShouldBeFalse());
        BestMark.Next(view, new(2026, 11, 28), now).ShouldBeNull();
        BestMark.Next(View("Europe/Lisbon", [], []), null, now).ShouldBeNull();
        // Of equals the next one that is ahead.
        BestMark.Next(View("Europe/Lisbon", [], [(1, 18), (5, 12), (6, 9)]), null, now)!.Day.ShouldBe(new DateOnly(2026, 11, 28));
        BestMark.On(new(2026, 11, 27), view).Select(m => m.Time.Hour).ShouldBe([12, 20]);
        BestMark.On(new(2026, 11, 27), null).ShouldBeEmpty();
    }

    private static BestTimesView View(string zone, (int Weekday, int Hour)[] online, (int Weekday, int Hour)[] posts) =>
        new(AccountId.New(new FakeTimeProvider()), "nora.bakes", zone, Of(online), Of(posts));

    private static BestHours Of((int Weekday, int Hour)[] hours) =>
        new([.. hours.Select(h => new BestHour(new((DayOfWeek)h.Weekday, h.Hour), 2, 1, 4))], hours.Length == 0 ? TimesMissing.Even : null, 20, 14, null, null);
}

using CsCheck;
using Directino.Planning;

namespace Directino.Tests.Planning;

public sealed class LocalTimeTests
{
    private static readonly string[] Zones =
        ["Europe/Lisbon", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Asia/Tehran", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia", "UTC"];

    [Fact]
    public void A_time_that_the_clock_jumps_over_lies_after_the_jump()
    {
        var moment = LocalTime.ToInstant(new(2026, 3, 29), new(2, 30), LocalTime.Zone("Europe/Berlin"));
        moment.ShouldBe(new LocalMoment(new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.Zero), LocalOddity.Skipped));
        LocalTime.Of(moment.Instant, LocalTime.Zone("Europe/Berlin")).ShouldBe(new DateTime(2026, 3, 29, 3, 30, 0, DateTimeKind.Unspecified));
    }

    [Fact]
    public void Of_a_time_that_the_clock_shows_twice_the_first_is_meant()
    {
        var moment = LocalTime.ToInstant(new(2026, 10, 25), new(2, 30), LocalTime.Zone("Europe/Berlin"));
        moment.ShouldBe(new LocalMoment(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), LocalOddity.Twice));
    }

    [Fact]
    public void Half_an_hour_of_daylight_saving_is_half_an_hour()
    {
        var zone = LocalTime.Zone("Australia/Lord_Howe");
        var moment = LocalTime.ToInstant(new(2026, 10, 4), new(2, 15), zone);
        moment.Oddity.ShouldBe(LocalOddity.Skipped);
        LocalTime.Of(moment.Instant, zone).TimeOfDay.ShouldBe(new TimeSpan(2, 45, 0));
    }

    [Fact]
    public void There_and_back_is_the_same_time_of_day_unless_the_clock_jumps_over_it() =>
        Gen.Select(Gen.Int[0, 4000], Gen.Int[0, 1439], Gen.Int[0, 8].Select(i => Zones[i])).Sample((day, minute, name) =>
        {
            var zone = LocalTime.Zone(name);
            var (date, time) = (new DateOnly(2024, 1, 1).AddDays(day), new TimeOnly(minute / 60, minute % 60));
            var moment = LocalTime.ToInstant(date, time, zone);
            var shown = LocalTime.Of(moment.Instant, zone);
            if (moment.Oddity == LocalOddity.Skipped)
                (shown - date.ToDateTime(time)).ShouldBeInRange(TimeSpan.FromMinutes(1), TimeSpan.FromHours(24));
            else
                shown.ShouldBe(date.ToDateTime(time));
        });

    [Fact]
    public void Moving_to_another_day_keeps_the_time_of_day() =>
        Gen.Select(Gen.Int[0, 700], Gen.Int[-40, 40], Gen.Int[0, 1439], Gen.Int[0, 8].Select(i => Zones[i])).Sample((day, move, minute, name) =>
        {
            var zone = LocalTime.Zone(name);
            var (date, time) = (new DateOnly(2026, 1, 1).AddDays(day), new TimeOnly(minute / 60, minute % 60));
            var start = LocalTime.ToInstant(date, time, zone);
            var target = LocalTime.ToInstant(date.AddDays(move), time, zone);
            if (start.Oddity == LocalOddity.None)
                LocalTime.OnDate(start.Instant, date.AddDays(move), zone).ShouldBe(target.Instant);
        });
}

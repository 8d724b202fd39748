using System.Globalization;
using Directino.Planning;

namespace Directino.Tests.Planning;

/// <summary>The days on which calendars go wrong, in zones of every kind. What is expected was written down from the zones' own rules.</summary>
public sealed class CalendarTimeTests
{
    [Theory]
    [InlineData("Europe/Lisbon", "2027-03-28 01:30", "2027-03-28 01:30", "02:30")]
    [InlineData("Europe/Berlin", "2027-03-28 02:30", "2027-03-28 01:30", "03:30")]
    [InlineData("America/New_York", "2027-03-14 02:30", "2027-03-14 07:30", "03:30")]
    [InlineData("America/Havana", "2027-03-14 00:30", "2027-03-14 05:30", "01:30")]
    [InlineData("Africa/Cairo", "2027-04-30 00:30", "2027-04-29 22:30", "01:30")]
    [InlineData("Asia/Beirut", "2027-03-28 00:30", "2027-03-27 22:30", "01:30")]
    [InlineData("Australia/Lord_Howe", "2027-10-03 02:15", "2027-10-02 15:45", "02:45")]
    [InlineData("Pacific/Chatham", "2027-09-26 03:00", "2027-09-25 14:15", "04:00")]
    public void A_time_that_a_zone_jumps_over_lies_after_the_jump(string zone, string local, string utc, string shown)
    {
        var moment = ToInstant(local, zone);
        moment.ShouldBe(new LocalMoment(Utc(utc), LocalOddity.Skipped));
        LocalTime.Of(moment.Instant, LocalTime.Zone(zone)).ToString("HH:mm", CultureInfo.InvariantCulture).ShouldBe(shown);
    }

    [Theory]
    [InlineData("Europe/Lisbon", "2026-10-25 01:30", "2026-10-25 00:30", 60)]
    [InlineData("Europe/Berlin", "2027-10-31 02:30", "2027-10-31 00:30", 60)]
    [InlineData("America/New_York", "2026-11-01 01:30", "2026-11-01 05:30", 60)]
    [InlineData("America/Santiago", "2027-04-03 23:30", "2027-04-04 02:30", 60)]
    [InlineData("Africa/Casablanca", "2027-02-07 02:30", "2027-02-07 01:30", 60)]
    [InlineData("Australia/Lord_Howe", "2027-04-04 01:45", "2027-04-03 14:45", 30)]
    public void Of_a_time_that_a_zone_shows_twice_the_first_is_meant(string zone, string local, string utc, int again)
    {
        var moment = ToInstant(local, zone);
        moment.ShouldBe(new LocalMoment(Utc(utc), LocalOddity.Twice));
        var shown = LocalTime.Of(moment.Instant, LocalTime.Zone(zone));
        LocalTime.Of(moment.Instant.AddMinutes(again), LocalTime.Zone(zone)).ShouldBe(shown);
        LocalTime.Of(moment.Instant.AddMinutes(-again), LocalTime.Zone(zone)).ShouldBe(shown.AddMinutes(-again));
    }

    [Theory]
    [InlineData("Pacific/Kiritimati", "2026-12-31 09:59")]
    [InlineData("Pacific/Chatham", "2026-12-31 10:14")]
    [InlineData("Asia/Kolkata", "2026-12-31 18:29")]
    [InlineData("Asia/Tehran", "2026-12-31 20:29")]
    [InlineData("Europe/Lisbon", "2026-12-31 23:59")]
    [InlineData("America/Sao_Paulo", "2027-01-01 02:59")]
    [InlineData("America/St_Johns", "2027-01-01 03:29")]
    [InlineData("Pacific/Pago_Pago", "2027-01-01 10:59")]
    public void The_last_minute_of_a_year_is_followed_by_the_next_years_first(string zone, string utc)
    {
        var last = ToInstant("2026-12-31 23:59", zone);
        last.ShouldBe(new LocalMoment(Utc(utc), LocalOddity.None));
        ToInstant("2027-01-01 00:00", zone).Instant.ShouldBe(last.Instant.AddMinutes(1));
        LocalTime.Of(last.Instant.AddMinutes(1), LocalTime.Zone(zone)).ShouldBe(new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Unspecified));
        LocalTime.OnDate(last.Instant, new(2027, 1, 1), LocalTime.Zone(zone)).ShouldBe(ToInstant("2027-01-01 23:59", zone).Instant);
    }

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Asia/Kolkata")]
    [InlineData("Asia/Tehran")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Sao_Paulo")]
    [InlineData("Pacific/Pago_Pago")]
    public void A_leap_day_is_a_day_like_any_other(string zone)
    {
        var (before, leap, after) = (ToInstant("2028-02-28 10:00", zone).Instant, ToInstant("2028-02-29 10:00", zone).Instant, ToInstant("2028-03-01 10:00", zone).Instant);
        (leap - before, after - leap).ShouldBe((TimeSpan.FromDays(1), TimeSpan.FromDays(1)));
        LocalTime.OnDate(before, new(2028, 2, 29), LocalTime.Zone(zone)).ShouldBe(leap);
        LocalTime.OnDate(leap, new(2029, 2, 28), LocalTime.Zone(zone)).ShouldBe(ToInstant("2029-02-28 10:00", zone).Instant);
        DateOnly.FromDateTime(LocalTime.Of(leap, LocalTime.Zone(zone))).ShouldBe(new DateOnly(2028, 2, 29));
    }

    [Theory]
    [InlineData("Europe/Lisbon", "2027-03-27 10:00", "2027-03-28", 23)]
    [InlineData("Europe/Lisbon", "2026-10-24 10:00", "2026-10-25", 25)]
    [InlineData("America/New_York", "2027-03-13 10:00", "2027-03-14", 23)]
    [InlineData("America/New_York", "2027-11-06 10:00", "2027-11-07", 25)]
    [InlineData("Australia/Lord_Howe", "2027-04-03 10:00", "2027-04-04", 24.5)]
    [InlineData("Asia/Kolkata", "2027-03-27 10:00", "2027-03-28", 24)]
    public void Moved_over_a_change_of_the_clock_it_keeps_its_time_of_day(string zone, string from, string to, double hours)
    {
        var start = ToInstant(from, zone).Instant;
        var moved = LocalTime.OnDate(start, DateOnly.Parse(to, CultureInfo.InvariantCulture), LocalTime.Zone(zone));
        (moved - start).ShouldBe(TimeSpan.FromHours(hours));
        LocalTime.Of(moved, LocalTime.Zone(zone)).TimeOfDay.ShouldBe(TimeSpan.FromHours(10));
    }

    [Fact]
    public void A_time_skipped_on_the_way_is_back_when_it_is_moved_on()
    {
        // 02:30 → 03:30 on the day of the jump; whoever moves it again starts from what they saw.
        var zone = LocalTime.Zone("Europe/Berlin");
        var skipped = LocalTime.OnDate(ToInstant("2027-03-27 02:30", "Europe/Berlin").Instant, new(2027, 3, 28), zone);
        LocalTime.Of(skipped, zone).ShouldBe(new DateTime(2027, 3, 28, 3, 30, 0, DateTimeKind.Unspecified));
        LocalTime.Of(LocalTime.OnDate(skipped, new(2027, 3, 29), zone), zone).ShouldBe(new DateTime(2027, 3, 29, 3, 30, 0, DateTimeKind.Unspecified));
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("0202-03-28")]
    [InlineData("9999-12-31")]
    public void A_year_that_is_still_being_typed_does_no_harm(string date) =>
        LocalTime.ToInstant(DateOnly.Parse(date, CultureInfo.InvariantCulture), new(0, 0), LocalTime.Zone("Pacific/Kiritimati")).Oddity.ShouldBe(LocalOddity.None);

    [Fact]
    public void A_zone_that_this_machine_does_not_know_is_UTC() =>
        LocalTime.ToInstant(new(2027, 3, 28), new(2, 30), LocalTime.Zone("Atlantis/Capital")).ShouldBe(new LocalMoment(Utc("2027-03-28 02:30"), LocalOddity.None));

    private static LocalMoment ToInstant(string local, string zone)
    {
        var time = DateTime.Parse(local, CultureInfo.InvariantCulture);
        return LocalTime.ToInstant(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time), LocalTime.Zone(zone));
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

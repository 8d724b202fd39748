using System.Globalization;
using Directino.Planning;
using Directino.Planning.Files;

namespace Directino.Tests.Planning.Files;

public sealed class RowTimeTests
{
    [Theory]
    [InlineData("2026-12-01", "18:00", "2026-12-01T17:00Z")]
    [InlineData("2026/12/1", "6:00 PM", "2026-12-01T17:00Z")]
    [InlineData("1.12.2026", "6 pm", "2026-12-01T17:00Z")]
    [InlineData("3.4.2026", "18:00:00", "2026-04-03T16:00Z")] // with dots the day is first
    [InlineData("25/12/2026", "9:05", "2026-12-25T08:05Z")]
    [InlineData("12/25/2026", "09:05", "2026-12-25T08:05Z")]
    [InlineData("07-07-2026", "12:00", "2026-07-07T10:00Z")] // both ways the same day
    [InlineData("2026-12-01 18:00", "", "2026-12-01T17:00Z")]
    [InlineData("2026-12-01T18:00", "", "2026-12-01T17:00Z")]
    [InlineData("2026-12-01T18:00:00+00:00", "", "2026-12-01T18:00Z")]
    [InlineData("2026-12-01T18:00:00Z", "", "2026-12-01T18:00Z")]
    [InlineData("۲۰۲۶-۱۲-۰۱", "۱۸:۰۰", "2026-12-01T17:00Z")]
    public void A_time_is_read_on_the_clock_of_its_account(string date, string time, string instant) =>
        Read(date, time).ShouldBe(new RowMoment(Utc(instant)));

    [Theory]
    [InlineData("", "18:00", PlanFileRules.DateMissing)]
    [InlineData("2026-12-01", "", PlanFileRules.TimeMissing)]
    [InlineData("2026-12-01", "25:00", PlanFileRules.TimeUnreadable)]
    [InlineData("2026-12-01", "noon", PlanFileRules.TimeUnreadable)]
    [InlineData("2026-02-30", "18:00", PlanFileRules.DateUnreadable)]
    [InlineData("1/2/26", "18:00", PlanFileRules.DateUnreadable)]
    [InlineData("1405-09-10", "18:00", PlanFileRules.DateUnreadable)]
    [InlineData("31/31/2026", "18:00", PlanFileRules.DateUnreadable)]
    [InlineData("next Friday", "18:00", PlanFileRules.DateUnreadable)]
    [InlineData("2027-03-28", "02:30", PlanFileRules.TimeSkipped)]
    public void What_cannot_be_told_is_not_guessed(string date, string time, string rule) => Read(date, time).ShouldBe(new RowMoment(null, rule));

    [Theory]
    [InlineData("03/04/2026")]
    [InlineData("3-4-2026")]
    public void A_date_of_two_days_is_refused_with_both(string date) =>
        Read(date, "18:00").ShouldBe(new RowMoment(null, PlanFileRules.DateAmbiguous) { DayFirst = new DateOnly(2026, 4, 3), MonthFirst = new DateOnly(2026, 3, 4) });

    [Fact]
    public void Of_an_hour_that_comes_twice_the_first_is_meant_and_that_is_said() =>
        Read("2026-10-25", "02:30").ShouldBe(new RowMoment(Utc("2026-10-25T00:30Z"), PlanFileRules.TimeTwice));

    [Fact]
    public void No_time_is_no_fault() => Read(" ", "").ShouldBe(RowMoment.None);

    private static RowMoment Read(string date, string time) => RowTime.Read(date, time, LocalTime.Zone("Europe/Berlin"));

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

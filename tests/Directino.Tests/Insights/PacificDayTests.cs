using Directino.Insights;

namespace Directino.Tests.Insights;

public sealed class PacificDayTests
{
    [Fact]
    public void A_day_begins_at_midnight_in_California_in_summer_and_in_winter()
    {
        PacificDay.Start(new DateOnly(2026, 7, 1)).ShouldBe(new DateTimeOffset(2026, 7, 1, 7, 0, 0, TimeSpan.Zero));
        PacificDay.Start(new DateOnly(2026, 12, 1)).ShouldBe(new DateTimeOffset(2026, 12, 1, 8, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void The_days_on_which_clocks_change_are_one_hour_shorter_and_longer()
    {
        (PacificDay.End(new DateOnly(2026, 3, 8)) - PacificDay.Start(new DateOnly(2026, 3, 8))).ShouldBe(TimeSpan.FromHours(23));
        (PacificDay.End(new DateOnly(2026, 11, 1)) - PacificDay.Start(new DateOnly(2026, 11, 1))).ShouldBe(TimeSpan.FromHours(25));
    }

    [Theory]
    [InlineData("2026-03-04T08:00:00Z")]
    [InlineData("2026-03-04T07:00:00Z")]
    public void The_end_of_a_day_names_it_whichever_hour_Instagram_writes(string end) =>
        PacificDay.EndingAt(DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(new DateOnly(2026, 3, 3));

    [Fact]
    public void Thirty_days_never_ask_for_more_than_Instagram_answers()
    {
        for (var last = new DateOnly(2026, 1, 1); last.Year == 2026; last = last.AddDays(1))
        {
            var (since, until) = PacificDay.Range(last.AddDays(-29), last);
            (until - since).ShouldBeLessThanOrEqualTo(TimeSpan.FromDays(30));
            until.ShouldBe(PacificDay.End(last));
        }
    }
}

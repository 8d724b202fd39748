using Directino.Insights;

namespace Directino.Tests.Insights;

public sealed class FreshnessTests
{
    private static readonly DateTimeOffset End = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_was_never_asked_for_is_wanted() =>
        Freshness.WantsReading(End, null, null, End + TimeSpan.FromHours(1)).ShouldBeTrue();

    [Theory]
    [InlineData(1, 5, false)] // still moving, asked four hours ago
    [InlineData(1, 14, true)] // still moving, asked half a day ago
    [InlineData(40, 49, true)] // now settled, but asked before it was
    [InlineData(49, 500, false)] // asked after it had settled
    public void It_is_asked_for_again_until_Instagram_is_no_longer_late(int askedHour, int nowHour, bool wanted) =>
        Freshness.WantsReading(End, End.AddHours(askedHour), null, End.AddHours(nowHour)).ShouldBe(wanted);

    [Fact]
    public void After_an_error_it_is_asked_for_again_within_the_hour() =>
        Freshness.WantsReading(End, End.AddDays(9), NumberGap.Trouble, End.AddDays(9).AddMinutes(61)).ShouldBeTrue();

    [Fact]
    public void A_number_that_is_missing_may_still_come_for_two_days()
    {
        Freshness.GapOf(End, End.AddHours(47)).ShouldBe(NumberGap.NotYet);
        Freshness.GapOf(End, End.AddHours(49)).ShouldBe(NumberGap.NotTold);
    }

    [Fact]
    public void The_older_a_post_the_seldomer_it_is_read()
    {
        TimeSpan After(int days) => Freshness.NextOfPost(End, End.AddDays(days)) - End.AddDays(days);
        After(1).ShouldBeLessThan(After(5));
        After(5).ShouldBeLessThan(After(20));
        After(20).ShouldBeLessThan(After(60));
        After(60).ShouldBeLessThan(After(200));
    }
}

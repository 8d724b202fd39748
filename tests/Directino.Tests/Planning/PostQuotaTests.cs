using Directino.Planning.Quotas;

namespace Directino.Tests.Planning;

/// <summary>A window that goes along with time, on paper. Hours are counted from the first day's midnight.</summary>
public sealed class PostQuotaTests
{
    private static readonly DateTimeOffset Begin = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static TheoryData<int, double[], double, bool, double?> Cases => new()
    {
        // total, posts that stand there, when one more wants to go out, whether it has room, the next hour with room
        { 2, [], 10, true, 10 },
        { 2, [9], 10, true, 10 },
        { 2, [8, 9], 10, false, 32 },
        { 2, [8, 9], 31.99, false, 32 },
        { 2, [8, 9], 32, true, 32 }, // the first has left the window to the minute
        { 2, [8, 9], 33, true, 33 },
        { 2, [9, 9], 10, false, 33 }, // both at once leave at once
        { 2, [12, 20], 10, false, 36 }, // room before it, none for the later two
        { 2, [12, 40], 10, true, 10 }, // the later two are in no window together
        { 2, [12, 20, 38], 10, false, 44 }, // a gap that a later pair closes is no room
        { 2, [1, 20, 26], 10, false, 44 },
        { 1, [10], 10, false, 34 },
        { 1, [10, 34, 58], 11, false, 82 }, // shoulder to shoulder
        { 1, [10, 35, 59], 11, false, 83 }, // an hour between them is no day
        { 1, [10, 60], 11, false, 34 },
        { 0, [], 10, false, null },
        { 25, [.. Enumerable.Repeat(9.0, 24)], 10, true, 10 },
        { 25, [.. Enumerable.Repeat(9.0, 25)], 10, false, 33 },
        { 50, [.. Enumerable.Range(0, 50).Select(i => i / 4.0)], 13, false, 24 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Room_is_looked_for_in_every_window_a_post_would_stand_in(int total, double[] posts, double wanted, bool fits, double? next)
    {
        var quota = new PostQuota(total, Day);
        DateTimeOffset[] others = [.. posts.Select(At)];
        quota.Fits(others, At(wanted)).ShouldBe(fits);
        (quota.Next(others, At(wanted)) is { } found ? Math.Round((found - Begin).TotalHours, 2) : (double?)null).ShouldBe(next);
    }

    [Fact]
    public void A_time_that_is_offered_is_a_full_minute_and_holds()
    {
        var quota = new PostQuota(1, Day);
        var next = quota.Next([At(10).AddSeconds(7)], At(11)).ShouldNotBeNull();
        next.ShouldBe(At(34).AddMinutes(1));
        quota.Fits([At(10).AddSeconds(7)], next).ShouldBeTrue();
    }

    [Fact]
    public void Whatever_stands_there_the_offer_has_room_and_no_minute_before_it_has()
    {
        // A small world that can be tried through minute by minute.
        var quota = new PostQuota(3, TimeSpan.FromMinutes(40));
        var random = new Random(20261124);
        for (var world = 0; world < 300; world++)
        {
            DateTimeOffset[] others = [.. Enumerable.Range(0, random.Next(0, 14)).Select(_ => Begin.AddMinutes(random.Next(0, 180)))];
            var from = Begin.AddMinutes(random.Next(0, 180));
            var expected = Enumerable.Range(0, 400).Select(m => from.AddMinutes(m)).First(at => HasRoom(quota, others, at));
            quota.Next(others, from).ShouldBe(expected, $"world {world}");
        }
    }

    [Fact]
    public void The_fullest_moment_of_a_day_counts_what_the_day_before_left()
    {
        var quota = new PostQuota(50, Day);
        DateTimeOffset[] posts = [At(20), At(21), At(26), At(47)];
        quota.Fullest(posts, At(24), At(48)).ShouldBe(3);
        quota.Fullest(posts, At(0), At(24)).ShouldBe(2);
        quota.Fullest(posts, At(72), At(96)).ShouldBe(0);
        quota.Fullest([At(20)], At(24), At(48)).ShouldBe(1);
    }

    /// <summary>By the letter: with it, no window of any end holds more than the total.</summary>
    private static bool HasRoom(PostQuota quota, IReadOnlyList<DateTimeOffset> others, DateTimeOffset at)
    {
        DateTimeOffset[] all = [.. others, at];
        return Enumerable.Range(0, 40).Select(m => at.AddMinutes(m)).All(end => all.Count(p => p > end - quota.Window && p <= end) <= quota.Total);
    }

    private static DateTimeOffset At(double hours) => Begin.AddHours(hours);
}

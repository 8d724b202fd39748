using CsCheck;
using Directino.Insights.BestTimes;

namespace Directino.Tests.Insights.BestTimes;

public sealed class PostWeekTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Lisbon = TimeZoneInfo.FindSystemTimeZoneById("Europe/Lisbon");

    [Fact]
    public void The_hour_whose_post_in_the_middle_reached_most_is_told_with_how_many_it_rests_on()
    {
        // Tuesdays at 18:00 reach twice what Fridays at 09:00 do; Lisbon's clock goes back in between.
        var best = PostWeek.Best([.. Weekly(DayOfWeek.Tuesday, 18, 12, 2000), .. Weekly(DayOfWeek.Friday, 9, 12, 1000)], Lisbon, Now);
        var hour = best.Hours.ShouldHaveSingleItem();
        hour.ShouldBe(new BestHour(new(DayOfWeek.Tuesday, 18), 2000, 1500, 12));
        (best.RestsOn, best.Missing).ShouldBe((24, null));
    }

    [Fact]
    public void One_post_that_spread_far_does_not_make_an_hour_good()
    {
        PostReached[] posts = [.. Weekly(DayOfWeek.Tuesday, 18, 12, 1000), .. Weekly(DayOfWeek.Friday, 9, 12, 1000)];
        posts[0] = posts[0] with { Reach = 900_000 };
        PostWeek.Best(posts, Lisbon, Now).Missing.ShouldBe(TimesMissing.Even);
    }

    [Fact]
    public void Too_few_too_young_too_old_and_scattered_posts_say_nothing()
    {
        PostWeek.Best([], Lisbon, Now).Missing.ShouldBe(TimesMissing.TooFewPosts);
        PostWeek.Best(Weekly(DayOfWeek.Tuesday, 18, 19, 500), Lisbon, Now).Missing.ShouldBe(TimesMissing.TooFewPosts);
        PostWeek.Best(Enumerable.Range(0, 60).Select(i => new PostReached(Now.AddDays(-6).AddMinutes(i), 10 * i)), Lisbon, Now).RestsOn.ShouldBe(0);
        PostWeek.Best(Enumerable.Range(0, 60).Select(i => new PostReached(Now.AddDays(-181).AddHours(-i), 10 * i)), Lisbon, Now).RestsOn.ShouldBe(0);
        PostWeek.Best(Enumerable.Range(0, 40).Select(i => new PostReached(Now.AddDays(-8).AddHours(-i), 10 * i)), Lisbon, Now).Missing.ShouldBe(TimesMissing.Scattered);
    }

    [Fact]
    public void Where_no_hour_of_the_week_has_enough_those_of_all_days_are_taken_together()
    {
        // Every evening for twelve days, and every noon: each hour of the week has two at most.
        var evenings = Enumerable.Range(0, 12).Select(i => new PostReached(Now.AddDays(-8 - i).AddHours(9), 3000));
        var noons = Enumerable.Range(0, 12).Select(i => new PostReached(Now.AddDays(-8 - i).AddHours(3), 1000));
        var best = PostWeek.Best([.. evenings, .. noons], Lisbon, Now);
        best.IsDaily.ShouldBeTrue();
        best.Hours.Count.ShouldBe(7);
        best.Hours.ShouldAllBe(h => h.At.Hour == 18 && h.Level == 3000 && h.RestsOn == 12);
    }

    [Fact]
    public void Every_hour_told_stands_out_and_rests_on_enough_posts() => Gen.Select(Gen.Int[0, 200 * 24], Gen.Int[0, 5000]).Array[0, 120].Sample(posts =>
    {
        var best = PostWeek.Best(posts.Select(p => new PostReached(Now.AddHours(-p.Item1), p.Item2)), Lisbon, Now);
        best.Hours.ShouldAllBe(h => h.RestsOn >= (best.IsDaily ? PostWeek.LeastOfDaily : PostWeek.LeastOfHour) && h.Level >= BestHour.Least * h.Usual);
        best.Hours.Take(best.IsDaily ? 1 : 7).Sum(h => h.RestsOn).ShouldBeLessThanOrEqualTo(best.RestsOn);
        best.Hours.Select(h => h.At.Weekday).ShouldBeUnique();
        (best.Missing is null).ShouldBe(best.Hours.Count > 0);
        if (best.RestsOn < PostWeek.LeastPosts)
            best.Missing.ShouldBe(TimesMissing.TooFewPosts);
    });

    private static PostReached[] Weekly(DayOfWeek weekday, int hour, int count, long reach)
    {
        var day = DateOnly.FromDateTime(Now.UtcDateTime).AddDays(-8);
        while (day.DayOfWeek != weekday)
            day = day.AddDays(-1);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var local = day.AddDays(-7 * i).ToDateTime(new TimeOnly(hour, 5));
            return new PostReached(new DateTimeOffset(local, Lisbon.GetUtcOffset(local)), reach);
        })];
    }
}

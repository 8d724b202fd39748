namespace Directino.Insights.BestTimes;

/// <summary>
/// In which hours of the week an account's own posts reached most: the post in the middle of an hour against the post in the middle of all. Where no hour
/// of the week has enough posts, the hours of all days are taken together. It tells what was, not why: what is posted at some hour may be better, too. Pure.
/// </summary>
public static class PostWeek
{
    /// <summary>Fewer say nothing.</summary>
    public const int LeastPosts = 20;

    /// <summary>Of an hour; fewer are chance.</summary>
    public const int LeastOfHour = 3;

    /// <summary>Of an hour of all days together.</summary>
    public const int LeastOfDaily = 5;

    /// <summary>A younger post is still being seen.</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromDays(7);

    /// <summary>Older ones tell of another audience.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromDays(180);

    /// <param name="posts">Those whose reach is known.</param>
    /// <param name="zone">The account's.</param>
    /// <param name="now">The time.</param>
    public static BestHours Best(IEnumerable<PostReached> posts, TimeZoneInfo zone, DateTimeOffset now)
    {
        var counted = posts.Where(p => p.PublishedAt <= now - Settled && p.PublishedAt >= now - Span).ToList();
        DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
        var (from, to) = counted.Count == 0 ? ((DateOnly?)null, (DateOnly?)null) : (Day(counted.Min(p => p.PublishedAt)), Day(counted.Max(p => p.PublishedAt)));
        BestHours None(TimesMissing why) => new([], why, counted.Count, LeastPosts, from, to);
        if (counted.Count < LeastPosts)
            return None(TimesMissing.TooFewPosts);
        var usual = Middle(counted);
        List<BestHour> hours = [.. counted.GroupBy(p => WeekHour.Of(p.PublishedAt, zone)).Where(g => g.Count() >= LeastOfHour).Select(g => new BestHour(g.Key, Middle(g), usual, g.Count()))];
        var isDaily = hours.Count == 0;
        if (isDaily)
            hours = [.. Daily(counted, usual, zone)];
        if (hours.Count == 0)
            return None(TimesMissing.Scattered);
        var best = BestHour.Of(hours);
        return best.Count == 0 ? None(TimesMissing.Even) : new BestHours(best, null, counted.Count, LeastPosts, from, to) { IsDaily = isDaily };
    }

    /// <summary>An hour of all days is one of each of them.</summary>
    private static IEnumerable<BestHour> Daily(List<PostReached> posts, double usual, TimeZoneInfo zone) =>
        posts.GroupBy(p => WeekHour.Of(p.PublishedAt, zone).Hour).Where(g => g.Count() >= LeastOfDaily)
            .SelectMany(g => Enum.GetValues<DayOfWeek>().Select(day => new BestHour(new(day, g.Key), Middle(g), usual, g.Count())));

    /// <summary>One that spread further than all others does not make an hour good.</summary>
    private static double Middle(IEnumerable<PostReached> posts)
    {
        var reached = posts.Select(p => p.Reach).Order().ToList();
        var half = reached.Count / 2;
        return reached.Count % 2 == 1 ? reached[half] : (reached[half - 1] + reached[half]) / 2.0;
    }
}

/// <summary>A published post and how many accounts it reached.</summary>
public readonly record struct PostReached(DateTimeOffset PublishedAt, long Reach);

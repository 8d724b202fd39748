namespace Directino.Planning.Quotas;

/// <summary>
/// How many posts Instagram lets an account publish within a window that goes along with time. Whatever is published counts once: a picture, a
/// carousel, a reel, a story. A post counts in the windows that end from its moment on until one window later, when it has left. Pure.
/// </summary>
public sealed record PostQuota(int Total, TimeSpan Window)
{
    /// <summary>How many count in the window that ends at an instant.</summary>
    public int Within(IEnumerable<DateTimeOffset> posts, DateTimeOffset end) => posts.Count(p => p > end - Window && p <= end);

    /// <summary>Whether one more has room: in the window that ends with it, and in those of later posts that it would stand in.</summary>
    public bool Fits(IReadOnlyCollection<DateTimeOffset> others, DateTimeOffset at) =>
        others.Where(o => o > at && o < at + Window).Append(at).All(end => Within(others, end) < Total);

    /// <summary>The first full minute from <paramref name="from"/> on that can take one more; null only where nothing may be published at all.</summary>
    public DateTimeOffset? Next(IReadOnlyCollection<DateTimeOffset> others, DateTimeOffset from) => Total < 1
        ? null
        // Room appears when a post leaves the window, and only then.
        : others.Select(o => NextMinute(o + Window)).Where(at => at > from).Append(from).Distinct().Order().First(at => Fits(others, at));

    /// <summary>The most that count in any window that ends between two instants.</summary>
    public int Fullest(IReadOnlyCollection<DateTimeOffset> posts, DateTimeOffset from, DateTimeOffset until) =>
        posts.Where(p => p > from && p < until).Append(from).Max(end => Within(posts, end));

    private static DateTimeOffset NextMinute(DateTimeOffset at) =>
        at.UtcTicks % TimeSpan.TicksPerMinute is 0 ? at : at.AddTicks(TimeSpan.TicksPerMinute - (at.UtcTicks % TimeSpan.TicksPerMinute));
}

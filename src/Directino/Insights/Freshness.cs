namespace Directino.Insights;

/// <summary>When a number is asked for again. Instagram is up to 48 hours late; what was read after that is final.</summary>
public static class Freshness
{
    public static readonly TimeSpan Delay = TimeSpan.FromHours(48);
    private static readonly TimeSpan WhileItMoves = TimeSpan.FromHours(12);

    /// <param name="end">End of the day or window.</param>
    /// <param name="askedAt">When it was last asked for; null when never.</param>
    /// <param name="missing">Why it is missing, where it is.</param>
    /// <param name="now">The time.</param>
    public static bool WantsReading(DateTimeOffset end, DateTimeOffset? askedAt, NumberGap? missing, DateTimeOffset now)
    {
        if (askedAt is not { } asked)
            return true;
        if (missing == NumberGap.Trouble)
            return now - asked >= TimeSpan.FromHours(1);
        if (missing == NumberGap.NoPermission)
            return now - asked >= TimeSpan.FromDays(1);
        return asked < end + Delay && (now >= end + Delay || now - asked >= WhileItMoves);
    }

    /// <summary>Why a number that did not come is missing.</summary>
    public static NumberGap GapOf(DateTimeOffset end, DateTimeOffset now) => now < end + Delay ? NumberGap.NotYet : NumberGap.NotTold;

    /// <summary>When a post's numbers are read next: the younger, the more often.</summary>
    public static DateTimeOffset NextOfPost(DateTimeOffset publishedAt, DateTimeOffset now) => now + ((now - publishedAt).TotalDays switch
    {
        < 2 => TimeSpan.FromHours(3),
        < 7 => TimeSpan.FromHours(12),
        < 30 => TimeSpan.FromDays(1),
        < 90 => TimeSpan.FromDays(7),
        _ => TimeSpan.FromDays(30),
    });
}

using Directino.Sandbox.Media;

namespace Directino.Sandbox.Insights;

/// <summary>Numbers of a post that was published in the sandbox: they grow fast on the first day and then level off. Same post, same age, same numbers.</summary>
internal static class MediaGrowth
{
    public static MediaNumbers Of(MediaPost media, int followers, DateTimeOffset now)
    {
        if (media.Numbers is { } given) return given;
        var grown = 1 - Math.Exp(-Math.Max(0, (now - media.Timestamp).TotalHours) / 18);
        var views = (long)(followers * (0.5 + Luck(media.Id)) * grown);
        return new()
        {
            Views = views,
            Reach = (long)(views * 0.78),
            Saved = (long)(views * 0.018),
            Shares = (long)(views * 0.011),
            Reposts = (long)(views * 0.003),
            Follows = (long)(views * 0.002),
            ProfileVisits = (long)(views * 0.013),
        };
    }

    private static double Luck(string id) => id.Aggregate(17u, (hash, c) => (hash * 31) + c) % 1000 / 1000.0;
}

using System.Collections.Immutable;

namespace Directino.Insights;

/// <summary>The metrics that are asked for: only documented ones (API reference, insights 2.2 and 3.2).</summary>
public static class MetricNames
{
    /// <summary>Not a metric of the insights edge: the total on the account itself, sampled by us.</summary>
    public const string Followers = "followers_count";
    public const string Reach = "reach";
    public const string Views = "views";
    public const string Interactions = "total_interactions";
    public const string Engaged = "accounts_engaged";
    public const string Likes = "likes";
    public const string Comments = "comments";
    public const string Shares = "shares";
    public const string Saved = "saved";

    /// <summary>By hour of the day, kept as <see cref="OnlineHours"/>: in no reference of Meta's, but answered.</summary>
    public const string Online = "online_followers";

    /// <summary>Totals of one day; none of them has a series, so each day is one question.</summary>
    public static readonly ImmutableArray<string> Day =
        [Views, Interactions, Engaged, Likes, Comments, Shares, "saves", "replies", "reposts", "profile_links_taps"];

    /// <summary>Asked for whole windows: people are unique within a window, so no window follows from others.</summary>
    public static readonly ImmutableArray<string> Window = [Reach, Engaged, Views, Interactions];

    private static readonly ImmutableArray<string> Feed =
        [Views, Reach, Interactions, Likes, Comments, Saved, Shares, "reposts", "follows", "profile_visits"];

    private static readonly ImmutableArray<string> Reels =
        [Views, Reach, Interactions, Likes, Comments, Saved, Shares, "reposts", "ig_reels_avg_watch_time", "ig_reels_video_view_total_time"];

    private static readonly ImmutableArray<string> Story =
        [Views, Reach, Interactions, Shares, "replies", "reposts", "follows", "profile_visits", "navigation"];

    /// <summary>What a post of this product type can be asked.</summary>
    public static ImmutableArray<string> OfPost(string productType) => productType switch
    {
        "REELS" => Reels,
        "STORY" => Story,
        _ => Feed,
    };
}

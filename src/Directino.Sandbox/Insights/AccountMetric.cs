namespace Directino.Sandbox.Insights;

/// <summary>One row of the documentation's table of account metrics.</summary>
internal sealed record AccountMetric(string Name, string Title, Func<DailyNumbers, long?>? Value = null)
{
    private static readonly string[] People = ["age", "city", "country", "gender"];

    public IReadOnlyList<string> Periods { get; init; } = ["day"];
    public bool Series { get; init; }
    public bool Total { get; init; } = true;
    public IReadOnlyList<string> Breakdowns { get; init; } = [];

    /// <summary>Counts people: days never add up.</summary>
    public bool Unique { get; init; }
    public bool NeedsHundred { get; init; }
    public bool Demographic { get; init; }
    public bool NeedsTimeframe { get; init; }

    public static readonly IReadOnlyList<AccountMetric> All =
    [
        new("reach", "Accounts reached", n => n.Reach) { Periods = ["day", "week", "days_28"], Series = true, Unique = true, Breakdowns = ["media_product_type", "follow_type"] },
        new("follower_count", "Follower count", n => n.Follows) { Series = true, Total = false, NeedsHundred = true },
        new("website_clicks", "Website clicks", n => n.WebsiteClicks),
        new("profile_views", "Profile views", n => n.ProfileViews),
        new("online_followers", "Online followers") { Periods = ["lifetime"], Series = true, Total = false, NeedsHundred = true },
        new("accounts_engaged", "Accounts engaged", n => n.AccountsEngaged) { Unique = true },
        new("total_interactions", "Content interactions", n => n.Interactions) { Breakdowns = ["media_product_type"] },
        new("likes", "Likes", n => n.Likes) { Breakdowns = ["media_product_type"] },
        new("comments", "Comments", n => n.Comments) { Breakdowns = ["media_product_type"] },
        new("shares", "Shares", n => n.Shares) { Breakdowns = ["media_product_type"] },
        new("saves", "Saves", n => n.Saves) { Breakdowns = ["media_product_type"] },
        new("replies", "Replies", n => n.Replies),
        new("reposts", "Reposts", n => n.Reposts),
        new("engaged_audience_demographics", "Engaged audience demographics") { Periods = ["lifetime"], Breakdowns = People, NeedsHundred = true, Demographic = true, NeedsTimeframe = true },
        new("follower_demographics", "Follower demographics") { Periods = ["lifetime"], Breakdowns = People, NeedsHundred = true, Demographic = true },
        new("follows_and_unfollows", "Follows and unfollows", n => n.Follows) { Breakdowns = ["follow_type"], NeedsHundred = true },
        new("profile_links_taps", "Profile links taps", n => n.ProfileLinksTaps) { Breakdowns = ["contact_button_type"] },
        new("views", "Views", n => n.Views) { Breakdowns = ["media_product_type", "follow_type"] },
    ];
}

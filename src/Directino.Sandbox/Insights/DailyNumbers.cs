namespace Directino.Sandbox.Insights;

/// <summary>One account's numbers of one day (Pacific calendar, as Meta's buckets). Null = Instagram has no such number, which is not 0.</summary>
public sealed record DailyNumbers
{
    public long? Reach { get; init; }
    public long? Views { get; init; }
    public long? AccountsEngaged { get; init; }
    public long? Likes { get; init; }
    public long? Comments { get; init; }
    public long? Shares { get; init; }
    public long? Saves { get; init; }
    public long? Replies { get; init; }
    public long? Reposts { get; init; }
    public long? ProfileLinksTaps { get; init; }
    public long? ProfileViews { get; init; }
    public long? WebsiteClicks { get; init; }
    public long? Follows { get; init; }
    public long? Unfollows { get; init; }

    public long? Interactions => Likes is null && Comments is null && Shares is null && Saves is null ? null
        : (Likes ?? 0) + (Comments ?? 0) + (Shares ?? 0) + (Saves ?? 0) + (Replies ?? 0) + (Reposts ?? 0);
}

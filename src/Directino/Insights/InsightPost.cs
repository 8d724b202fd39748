using System.Globalization;
using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;

namespace Directino.Insights;

/// <summary>A post of the account as Instagram lists it, whoever published it, with its newest numbers beside it so that a table can sort by them.</summary>
public sealed class InsightPost : IWorkspaceRow
{
    private const int LongestExcerpt = 200;

    public required InsightPostId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required AccountId AccountId { get; init; }

    [Personal(PersonalCategory.AccountContent, "To ask Instagram for the numbers of a post.", Retention.WhileConnected, Eraser.WithAccount)]
    public required string MediaId { get; init; }

    /// <summary><c>FEED</c>, <c>REELS</c>, <c>STORY</c>.</summary>
    [NotPersonal("A name of Instagram's.")]
    public required string ProductType { get; set; }

    /// <summary><c>IMAGE</c>, <c>VIDEO</c>, <c>CAROUSEL_ALBUM</c>.</summary>
    [NotPersonal("A name of Instagram's.")]
    public string? MediaType { get; set; }

    [Personal(PersonalCategory.AccountContent, "To recognise a post beside its numbers.", Retention.WhileConnected, Eraser.WithAccount)]
    public string? Caption { get; set; }

    [Personal(PersonalCategory.AccountContent, "To open the post at Instagram.", Retention.WhileConnected, Eraser.WithAccount)]
    public string? Permalink { get; set; }

    /// <summary>Expires after some days; every full listing brings a new one.</summary>
    [Personal(PersonalCategory.AccountContent, "To recognise a post beside its numbers.", Retention.WhileConnected, Eraser.WithAccount)]
    public string? PictureUrl { get; set; }

    public required DateTimeOffset PublishedAt { get; init; }

    public long? Likes { get; set; }

    public long? Comments { get; set; }

    public long? Views { get; private set; }

    public long? Reach { get; private set; }

    public long? Interactions { get; private set; }

    public long? Saved { get; private set; }

    public long? Shares { get; private set; }

    /// <summary>When the list that named it was read.</summary>
    public required DateTimeOffset ListedAt { get; set; }

    /// <summary>When its numbers are read next; null when they never are again.</summary>
    public DateTimeOffset? NumbersDueAt { get; set; }

    /// <summary>When Instagram no longer knew it.</summary>
    public DateTimeOffset? GoneAt { get; set; }

    /// <summary>The first letters as people count them: none is cut in two.</summary>
    public static string? Excerpt(string? caption, int longest = LongestExcerpt)
    {
        if (string.IsNullOrWhiteSpace(caption))
            return null;
        var text = new StringInfo(caption.Trim());
        return text.LengthInTextElements <= longest ? text.String : text.SubstringByTextElements(0, longest) + "…";
    }

    /// <summary>Keeps the newest value of a metric where the table sorts by it.</summary>
    public void Show(string metric, long value)
    {
        switch (metric)
        {
            case MetricNames.Views: Views = value; break;
            case MetricNames.Reach: Reach = value; break;
            case MetricNames.Interactions: Interactions = value; break;
            case MetricNames.Saved: Saved = value; break;
            case MetricNames.Shares: Shares = value; break;
            case MetricNames.Likes: Likes = value; break;
            case MetricNames.Comments: Comments = value; break;
        }
    }
}

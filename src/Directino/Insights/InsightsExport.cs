using Directino.Accounts;
using Directino.Persistence;

namespace Directino.Insights;

/// <summary>The numbers of the insights pages as files. A missing number is an empty cell with its reason beside it, never 0.</summary>
public sealed class InsightsExport(AccountReport accounts)
{
    private const int Slice = 500;

    /// <summary>Null when there is no such account in this workspace.</summary>
    public async Task<string?> Days(DirectinoContext db, AccountId account, CancellationToken ct)
    {
        if (await accounts.Overview(db, account, ct) is not { } overview)
            return null;
        var csv = new Csv().Row(
            "account", "day_pacific", "followers", "followers_missing", "reach", "reach_missing", "views", "views_missing",
            "interactions", "interactions_missing", "fetched_at");
        foreach (var day in overview.Days)
        {
            csv.Row(
                overview.Username, day.Day, day.Followers.Value, day.Followers.Missing?.ToString(), day.Reach.Value, day.Reach.Missing?.ToString(),
                day.Views.Value, day.Views.Missing?.ToString(), day.Interactions.Value, day.Interactions.Missing?.ToString(), day.Views.FetchedAt);
        }

        return csv.ToString();
    }

    public static async Task<string> Posts(DirectinoContext db, AccountId? account, PostSort sort, bool ascending, CancellationToken ct)
    {
        var csv = new Csv().Row(
            "media_id", "type", "published_at", "caption", "permalink", "views", "reach", "interactions", "likes", "comments", "saved", "shares", "gone_at");
        string? next = null;
        do
        {
            var page = await PostReport.Page(db, account, sort, ascending, next, Slice, ct);
            foreach (var p in page.Posts)
            {
                csv.Row(
                    p.MediaId, p.ProductType, p.PublishedAt, p.Caption, p.Permalink, p.Views, p.Reach, p.Interactions, p.Likes, p.Comments,
                    p.Saved, p.Shares, p.GoneAt);
            }

            next = page.Next;
        }
        while (next is not null);
        return csv.ToString();
    }
}

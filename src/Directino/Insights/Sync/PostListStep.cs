using Directino.Instagram;
using Directino.Instagram.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Directino.Insights.Sync;

/// <summary>
/// Lists the posts: the newest page every two hours, all of them once a day. A full listing also brings fresh addresses
/// of their pictures, fifty for one question, and shows which posts are gone.
/// </summary>
internal sealed class PostListStep(InstagramClient instagram, IOptions<InsightsOptions> options, TimeProvider clock) : IInsightsStep
{
    private const int PageSize = 50;
    private static readonly TimeSpan Newest = TimeSpan.FromHours(2);
    private static readonly TimeSpan All = TimeSpan.FromDays(1);

    public async Task<bool> Run(SyncTurn turn, CancellationToken ct)
    {
        var progress = turn.Progress;
        var goesOn = progress.ListingAfter is not null;
        if (!goesOn && turn.Now - progress.NewestListedAt < Newest)
            return false;

        var (page, _, error) = await turn.Ask(() => instagram.Media.List(turn.Access, PageSize, progress.ListingAfter, ct));
        if (page is null)
        {
            // Asked again in two hours, from the start: the position may be what Instagram did not like.
            (progress.ListingAfter, progress.NewestListedAt) = (null, turn.Now);
            return error is not null;
        }

        await Keep(turn, page.Items, ct);
        if (!goesOn)
            (progress.NewestListedAt, progress.ListedSoFar) = (turn.Now, 0);
        progress.ListedSoFar += page.Items.Count;
        var wantsAll = goesOn || progress.AllListedAt is null || turn.Now - progress.AllListedAt >= All;
        var isEnd = page.After is null || progress.ListedSoFar >= options.Value.Posts;
        progress.ListingAfter = wantsAll && !isEnd ? page.After : null;
        if (wantsAll && isEnd)
            progress.AllListedAt = turn.Now;
        return true;
    }

    private async Task Keep(SyncTurn turn, IReadOnlyList<InstagramMedia> items, CancellationToken ct)
    {
        var account = turn.Account;
        string[] ids = [.. items.Select(m => m.Id)];
        var known = await turn.Db.Set<InsightPost>().Where(p => p.AccountId == account.Id && ids.Contains(p.MediaId)).ToDictionaryAsync(p => p.MediaId, ct);
        foreach (var media in items.DistinctBy(m => m.Id))
        {
            if (!known.TryGetValue(media.Id, out var post))
            {
                post = new InsightPost
                {
                    Id = InsightPostId.New(clock),
                    WorkspaceId = account.WorkspaceId,
                    AccountId = account.Id,
                    MediaId = media.Id,
                    ProductType = ProductTypeOf(media),
                    PublishedAt = media.Timestamp ?? turn.Now,
                    ListedAt = turn.Now,
                    NumbersDueAt = turn.Now,
                };
                turn.Db.Add(post);
            }

            post.MediaType = media.MediaType ?? post.MediaType;
            post.ProductType = ProductTypeOf(media);
            post.Caption = InsightPost.Excerpt(media.Caption);
            post.Permalink = media.Permalink ?? post.Permalink;
            post.PictureUrl = media.ThumbnailUrl ?? (media.MediaType == "VIDEO" ? null : media.MediaUrl) ?? post.PictureUrl;
            // Hidden counters are left out: the last ones known stay.
            post.Likes = media.LikeCount ?? post.Likes;
            post.Comments = media.CommentsCount ?? post.Comments;
            (post.ListedAt, post.GoneAt) = (turn.Now, null);
        }
    }

    private static string ProductTypeOf(InstagramMedia media) => media.MediaProductType ?? (media.MediaType == "VIDEO" ? "REELS" : "FEED");
}

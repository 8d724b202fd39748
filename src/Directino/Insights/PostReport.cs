using System.Globalization;
using System.Linq.Expressions;
using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Insights;

/// <summary>Posts as a table, and one post with all its numbers.</summary>
public static class PostReport
{
    /// <summary>A page of the table. Missing numbers come last, whichever way it is sorted.</summary>
    /// <param name="db">The workspace's database.</param>
    /// <param name="account">One account, or null for all.</param>
    /// <param name="sort">What it is sorted by.</param>
    /// <param name="ascending">Smallest or oldest first.</param>
    /// <param name="after">Where the page before ended, as it said.</param>
    /// <param name="take">Rows.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<PostPage> Page(
        DirectinoContext db, AccountId? account, PostSort sort, bool ascending, string? after, int take, CancellationToken ct)
    {
        IQueryable<InsightPost> posts = db.Set<InsightPost>().AsNoTracking();
        if (account is { } one)
            posts = posts.Where(p => p.AccountId == one);
        posts = sort == PostSort.Published ? ByTime(posts, ascending, after) : ByNumber(posts, Key(sort, ascending), ascending, after);
        var rows = await posts.Take(take + 1).Select(p => new PostRow(
            p.Id, p.AccountId, p.MediaId, p.ProductType, p.MediaType, p.Caption, p.Permalink, p.PictureUrl, p.PublishedAt,
            p.Views, p.Reach, p.Interactions, p.Likes, p.Comments, p.Saved, p.Shares, p.GoneAt)).ToListAsync(ct);
        if (rows.Count <= take)
            return new PostPage(rows, null);
        rows.RemoveAt(take);
        return new PostPage(rows, Place(rows[^1], sort, ascending));
    }

    /// <summary>Null when there is no such post in this workspace.</summary>
    public static async Task<PostDetail?> Detail(DirectinoContext db, InsightPostId id, CancellationToken ct)
    {
        if (await db.Set<InsightPost>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } post)
            return null;
        var samples = await db.Set<PostNumber>().AsNoTracking().Where(n => n.PostId == id).OrderBy(n => n.Day).ToListAsync(ct);
        var newest = samples.GroupBy(n => n.Metric).ToDictionary(g => g.Key, g => g.LastOrDefault(n => n.Value is not null) ?? g.Last());
        PostMetric[] metrics = [.. MetricNames.OfPost(post.ProductType).Select(m => new PostMetric(m, Reading.Of(newest.GetValueOrDefault(m))))];
        PostCurvePoint[] curve = [.. samples.Where(n => n.Metric == MetricNames.Views).Select(n => new PostCurvePoint(n.Day, n.Value))];
        return new PostDetail(post, metrics, curve);
    }

    private static IQueryable<InsightPost> ByTime(IQueryable<InsightPost> posts, bool ascending, string? after)
    {
        if (Placed(after) is ( >= 0 and var ticks, var id) && ticks <= DateTimeOffset.MaxValue.UtcTicks)
        {
            var at = new DateTimeOffset(ticks, TimeSpan.Zero);
            posts = ascending
                ? posts.Where(p => p.PublishedAt > at || (p.PublishedAt == at && p.Id > id))
                : posts.Where(p => p.PublishedAt < at || (p.PublishedAt == at && p.Id < id));
        }

        return ascending
            ? posts.OrderBy(p => p.PublishedAt).ThenBy(p => p.Id)
            : posts.OrderByDescending(p => p.PublishedAt).ThenByDescending(p => p.Id);
    }

    private static IQueryable<InsightPost> ByNumber(
        IQueryable<InsightPost> posts, Expression<Func<InsightPost, long>> key, bool ascending, string? after)
    {
        if (Placed(after) is var (value, id))
        {
            var post = key.Parameters[0];
            var at = Expression.Constant(value);
            Expression<Func<InsightPost, bool>> tie = ascending ? p => p.Id > id : p => p.Id < id;
            var beyond = ascending ? Expression.GreaterThan(key.Body, at) : Expression.LessThan(key.Body, at);
            var same = Expression.AndAlso(Expression.Equal(key.Body, at), new Swap(tie.Parameters[0], post).Visit(tie.Body));
            posts = posts.Where(Expression.Lambda<Func<InsightPost, bool>>(Expression.OrElse(beyond, same), post));
        }

        return ascending ? posts.OrderBy(key).ThenBy(p => p.Id) : posts.OrderByDescending(key).ThenByDescending(p => p.Id);
    }

    private static Expression<Func<InsightPost, long>> Key(PostSort sort, bool ascending)
    {
        var none = ascending ? long.MaxValue : -1;
        return sort switch
        {
            PostSort.Views => p => p.Views ?? none,
            PostSort.Reach => p => p.Reach ?? none,
            PostSort.Interactions => p => p.Interactions ?? none,
            PostSort.Likes => p => p.Likes ?? none,
            PostSort.Comments => p => p.Comments ?? none,
            PostSort.Saved => p => p.Saved ?? none,
            PostSort.Shares => p => p.Shares ?? none,
            PostSort.Published => throw new ArgumentOutOfRangeException(nameof(sort)),
        };
    }

    private static string Place(PostRow row, PostSort sort, bool ascending)
    {
        var none = ascending ? long.MaxValue : -1;
        var value = sort switch
        {
            PostSort.Published => row.PublishedAt.UtcTicks,
            PostSort.Views => row.Views ?? none,
            PostSort.Reach => row.Reach ?? none,
            PostSort.Interactions => row.Interactions ?? none,
            PostSort.Likes => row.Likes ?? none,
            PostSort.Comments => row.Comments ?? none,
            PostSort.Saved => row.Saved ?? none,
            PostSort.Shares => row.Shares ?? none,
        };
        return string.Create(CultureInfo.InvariantCulture, $"{value}_{row.Id.Value:N}");
    }

    /// <summary>A place that nobody gave is the beginning.</summary>
    private static (long Value, InsightPostId Id)? Placed(string? after) =>
        after?.Split('_') is [var value, var id]
        && long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && InsightPostId.TryParse(id, null, out var post)
            ? (number, post)
            : null;

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}

using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Instagram.Insights;
using Microsoft.EntityFrameworkCore;

namespace Directino.Insights.Sync;

/// <summary>Running totals of one post at a time, the newest first and the younger the more often.</summary>
internal sealed class PostNumbersStep(InstagramClient instagram) : IInsightsStep
{
    public async Task<bool> Run(SyncTurn turn, CancellationToken ct)
    {
        var (account, now) = (turn.Account.Id, turn.Now);
        var post = await turn.Db.Set<InsightPost>()
            .Where(p => p.AccountId == account && p.NumbersDueAt <= now)
            .OrderByDescending(p => p.PublishedAt).FirstOrDefaultAsync(ct);
        if (post is null)
            return false;

        var unsupported = await turn.Unsupported(post.ProductType, ct);
        var metrics = MetricNames.OfPost(post.ProductType);
        string[] wanted = [.. metrics.Except(unsupported)];
        var (answer, gap, error) = wanted is [] ? default : await turn.Ask<InsightsAnswer>(
            () => instagram.Insights.Media(turn.Access, post.MediaId, wanted, ct));
        if (error is ObjectGoneException)
        {
            (post.GoneAt, post.NumbersDueAt) = (now, null);
            (turn.Progress.Trouble, turn.Progress.TroubleAt) = (null, null);
            await Keep(turn, post, metrics, null, _ => NumberGap.Gone, ct);
            return true;
        }

        if (answer is { } told && told.Unsupported.Count < wanted.Length)
        {
            await turn.Remember(post.ProductType, told.Unsupported, ct);
            unsupported.UnionWith(told.Unsupported);
        }
        else if (answer is not null)
        {
            // Nothing at all: a post from before the account was professional. That is true of this post, not of its kind.
            unsupported.UnionWith(wanted);
        }

        var otherwise = answer is null ? gap : Freshness.GapOf(post.PublishedAt, now);
        await Keep(turn, post, metrics, answer, m => unsupported.Contains(m) ? NumberGap.Unsupported : otherwise, ct);
        post.NumbersDueAt = answer is null ? now + TimeSpan.FromHours(1) : Freshness.NextOfPost(post.PublishedAt, now);
        return true;
    }

    private static async Task Keep(
        SyncTurn turn, InsightPost post, IEnumerable<string> metrics, InsightsAnswer? answer, Func<string, NumberGap> missing, CancellationToken ct)
    {
        var day = DateOnly.FromDateTime(turn.Now.UtcDateTime);
        var today = await turn.Db.Set<PostNumber>().Where(n => n.PostId == post.Id && n.Day == day).ToDictionaryAsync(n => n.Metric, ct);
        foreach (var metric in metrics)
        {
            if (!today.TryGetValue(metric, out var number))
            {
                number = new PostNumber { WorkspaceId = post.WorkspaceId, AccountId = post.AccountId, PostId = post.Id, Metric = metric, Day = day };
                turn.Db.Add(number);
            }

            number.Take(Told.Of(answer?[metric], missing(metric)), NumberSource.Media, turn.Now);
            if (number.Value is { } value)
                post.Show(metric, value);
        }
    }
}

using Directino.Accounts;
using Directino.Insights;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Web.Home;

/// <summary>
/// Yesterday in three numbers. Views and interactions are counts, so accounts may be added up; people are not, so reach
/// is not among them. Instagram's yesterday is the Pacific one; the answers are those of the reader's own day.
/// </summary>
internal sealed class YesterdayReport(TimeProvider clock)
{
    private static readonly string[] Answers = ["reply-to-comment", "private-reply", "send-message"];

    /// <summary>Null when no account is connected.</summary>
    public async Task<Yesterday?> Read(DirectinoContext db, string zone, CancellationToken ct)
    {
        var accounts = await db.Set<ConnectedAccount>().Where(a => a.State != AccountState.Disconnected).Select(a => a.Id).ToListAsync(ct);
        if (accounts.Count == 0)
            return null;
        var now = clock.GetUtcNow();
        var day = PacificDay.LastComplete(now);
        var numbers = await db.Set<DailyNumber>().AsNoTracking()
            .Where(n => n.Day == day && n.Value != null && accounts.Contains(n.AccountId) && (n.Metric == MetricNames.Views || n.Metric == MetricNames.Interactions))
            .Select(n => new { n.Metric, n.Value }).ToListAsync(ct);
        var views = numbers.Where(n => n.Metric == MetricNames.Views).ToList();
        var interactions = numbers.Where(n => n.Metric == MetricNames.Interactions).ToList();
        var (from, until) = LocalDay.Around(now, zone, -1);
        var answers = await db.Set<Act>().CountAsync(a => a.State == ActState.Done && a.EndedAt >= from && a.EndedAt < until && Answers.Contains(a.Kind), ct);
        return new Yesterday(
            accounts.Count, views.Count == 0 ? null : views.Sum(n => n.Value), views.Count,
            interactions.Count == 0 ? null : interactions.Sum(n => n.Value), interactions.Count, answers);
    }
}

/// <param name="ViewsTold">For how many accounts Instagram has told them.</param>
internal sealed record Yesterday(int Accounts, long? Views, int ViewsTold, long? Interactions, int InteractionsTold, int Answers);

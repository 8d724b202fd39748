using Directino.Instagram;
using Directino.Instagram.Insights;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Directino.Insights.Sync;

/// <summary>Totals day by day, newest first: one question a day, since these metrics have no series.</summary>
internal sealed class DaysStep(InstagramClient instagram, IOptions<InsightsOptions> options) : IInsightsStep
{
    // Every day's reading stores this one, with a value or a reason, so it tells which days were read.
    private const string Marker = MetricNames.Views;

    public async Task<bool> Run(SyncTurn turn, CancellationToken ct)
    {
        if (await NextDay(turn, ct) is not { } day)
            return false;
        var unsupported = await turn.Unsupported(SyncTurn.AccountSubject, ct);
        string[] wanted = [.. MetricNames.Day.Except(unsupported)];
        var (since, end) = PacificDay.Range(day, day);
        var (answer, gap, _) = wanted is [] ? default : await turn.Ask<InsightsAnswer>(
            () => instagram.Insights.Account(turn.Access, wanted, since, end, cancellation: ct));
        if (answer is not null)
        {
            await turn.Remember(SyncTurn.AccountSubject, answer.Unsupported, ct);
            unsupported.UnionWith(answer.Unsupported);
            gap = Freshness.GapOf(end, turn.Now);
        }

        foreach (var metric in MetricNames.Day)
        {
            var missing = unsupported.Contains(metric) ? NumberGap.Unsupported : gap;
            await turn.KeepDay(day, metric, Told.Of(answer?[metric], missing), NumberSource.AccountDay, ct);
        }

        return true;
    }

    private async Task<DateOnly?> NextDay(SyncTurn turn, CancellationToken ct)
    {
        var last = PacificDay.LastComplete(turn.Now);
        var first = last.AddDays(1 - options.Value.BackfillDays);
        var account = turn.Account.Id;
        var read = await turn.Db.Set<DailyNumber>().AsNoTracking()
            .Where(n => n.AccountId == account && n.Metric == Marker && n.Day >= first)
            .ToDictionaryAsync(n => n.Day, ct);
        for (var day = last; day >= first; day = day.AddDays(-1))
        {
            var known = read.GetValueOrDefault(day);
            if (Freshness.WantsReading(PacificDay.End(day), known?.AskedAt, known?.Missing, turn.Now))
                return day;
        }

        return null;
    }
}

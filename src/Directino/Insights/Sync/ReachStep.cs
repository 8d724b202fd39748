using Directino.Instagram;
using Microsoft.EntityFrameworkCore;

namespace Directino.Insights.Sync;

/// <summary>Reach day by day: the one metric with a documented series, so 30 days are one question. Never added up.</summary>
internal sealed class ReachStep(InstagramClient instagram) : IInsightsStep
{
    private const int Days = 30;

    public async Task<bool> Run(SyncTurn turn, CancellationToken ct)
    {
        var last = PacificDay.LastComplete(turn.Now);
        var first = last.AddDays(1 - Days);
        var account = turn.Account.Id;
        var read = await turn.Db.Set<DailyNumber>()
            .Where(n => n.AccountId == account && n.Metric == MetricNames.Reach && n.Day >= first)
            .ToDictionaryAsync(n => n.Day, ct);
        DateOnly[] wanted = [.. Enumerable.Range(0, Days).Select(first.AddDays)
            .Where(d => Freshness.WantsReading(PacificDay.End(d), read.GetValueOrDefault(d)?.AskedAt, read.GetValueOrDefault(d)?.Missing, turn.Now))];
        if (wanted is [])
            return false;

        var (since, until) = PacificDay.Range(wanted[0], last);
        var (series, gap, _) = await turn.Ask(() => instagram.Insights.AccountSeries(turn.Access, [MetricNames.Reach], since, until, ct));
        var told = (series?.Points ?? []).GroupBy(p => PacificDay.EndingAt(p.EndTime)).ToDictionary(g => g.Key, g => g.Last().Value);
        foreach (var day in wanted)
        {
            var missing = series is null ? gap
                : series.Unsupported.Count > 0 ? NumberGap.Unsupported
                : Freshness.GapOf(PacificDay.End(day), turn.Now);
            await turn.KeepDay(day, MetricNames.Reach, Told.Of(told.GetValueOrDefault(day), missing), NumberSource.AccountSeries, ct);
        }

        return true;
    }
}

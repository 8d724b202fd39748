using Directino.Instagram;
using Directino.Instagram.Insights;
using Microsoft.EntityFrameworkCore;

namespace Directino.Insights.Sync;

/// <summary>The last 7, 28 and 30 days, and the 30 before them to compare with: each asked as a window of its own.</summary>
internal sealed class WindowsStep(InstagramClient instagram) : IInsightsStep
{
    private const string Marker = MetricNames.Reach;

    public async Task<bool> Run(SyncTurn turn, CancellationToken ct)
    {
        var last = PacificDay.LastComplete(turn.Now);
        foreach (var (days, lastDay) in ((int, DateOnly)[])[(30, last), (30, last.AddDays(-30)), (7, last), (28, last)])
        {
            var known = await turn.Db.Set<WindowNumber>().FindAsync([turn.Account.Id, Marker, days, lastDay], ct);
            if (!Freshness.WantsReading(PacificDay.End(lastDay), known?.AskedAt, known?.Missing, turn.Now))
                continue;
            await Read(turn, days, lastDay, ct);
            return true;
        }

        return false;
    }

    private async Task Read(SyncTurn turn, int days, DateOnly lastDay, CancellationToken ct)
    {
        var unsupported = await turn.Unsupported(SyncTurn.AccountSubject, ct);
        string[] wanted = [.. MetricNames.Window.Except(unsupported)];
        var (since, end) = PacificDay.Range(lastDay.AddDays(1 - days), lastDay);
        var (answer, gap, _) = wanted is [] ? default : await turn.Ask<InsightsAnswer>(
            () => instagram.Insights.Account(turn.Access, wanted, since, end, cancellation: ct));
        if (answer is not null)
        {
            await turn.Remember(SyncTurn.AccountSubject, answer.Unsupported, ct);
            unsupported.UnionWith(answer.Unsupported);
            gap = Freshness.GapOf(end, turn.Now);
        }

        foreach (var metric in MetricNames.Window)
        {
            var missing = unsupported.Contains(metric) ? NumberGap.Unsupported : gap;
            await Keep(turn, metric, days, lastDay, Told.Of(answer?[metric], missing), ct);
        }
    }

    private static async Task Keep(SyncTurn turn, string metric, int days, DateOnly lastDay, Told told, CancellationToken ct)
    {
        var (account, workspace) = (turn.Account.Id, turn.Account.WorkspaceId);
        var number = await turn.Db.Set<WindowNumber>().FindAsync([account, metric, days, lastDay], ct);
        if (number is null)
        {
            number = new WindowNumber { WorkspaceId = workspace, AccountId = account, Metric = metric, Days = days, LastDay = lastDay };
            turn.Db.Add(number);
        }

        number.Take(told, NumberSource.AccountWindow, turn.Now);
    }
}

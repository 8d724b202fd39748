using Directino.Insights.BestTimes;
using Directino.Instagram;
using Directino.Instagram.Insights;
using Microsoft.EntityFrameworkCore;

namespace Directino.Insights.Sync;

/// <summary>Followers on line hour by hour: Instagram keeps thirty days, which are one question; what it told stays with us.</summary>
internal sealed class OnlineStep(InstagramClient instagram) : IInsightsStep
{
    private const int Days = 30;

    public async Task<bool> Run(SyncTurn turn, CancellationToken ct)
    {
        // Below its minimum Instagram answers with nothing: not worth a question.
        if (turn.Account.FollowersCount < OnlineWeek.LeastFollowers || (await turn.Unsupported(SyncTurn.AccountSubject, ct)).Contains(MetricNames.Online))
            return false;
        var last = PacificDay.LastComplete(turn.Now);
        var first = last.AddDays(1 - Days);
        var account = turn.Account.Id;
        var known = await turn.Db.Set<OnlineHours>().Where(o => o.AccountId == account && o.Day >= first).ToDictionaryAsync(o => o.Day, ct);
        DateOnly[] wanted = [.. Enumerable.Range(0, Days).Select(first.AddDays)
            .Where(d => Freshness.WantsReading(PacificDay.End(d), known.GetValueOrDefault(d)?.AskedAt, known.GetValueOrDefault(d)?.Missing, turn.Now))];
        if (wanted is [])
            return false;

        var (since, until) = PacificDay.Range(wanted[0], last);
        var (answer, gap, _) = await turn.Ask(() => instagram.Insights.OnlineFollowers(turn.Access, since, until, ct));
        if (answer is { IsUnsupported: true })
            await turn.Remember(SyncTurn.AccountSubject, [MetricNames.Online], ct);
        var told = ByDay(answer?.Days ?? [], last);
        foreach (var day in wanted)
        {
            if (!known.TryGetValue(day, out var hours))
                turn.Db.Add(hours = new OnlineHours { WorkspaceId = turn.Account.WorkspaceId, AccountId = account, Day = day });
            var missing = answer is null ? gap : answer.IsUnsupported ? NumberGap.Unsupported : Freshness.GapOf(PacificDay.End(day), turn.Now);
            hours.Take(told.GetValueOrDefault(day), missing, turn.Now);
        }

        return true;
    }

    /// <summary>A single day that came without its date is the newest one; of several without, nobody knows which they are.</summary>
    private static Dictionary<DateOnly, IReadOnlyDictionary<int, long>> ByDay(IReadOnlyList<OnlineDay> days, DateOnly last) =>
        days.Where(d => d.Hours.Count > 0 && (d.EndTime is not null || days.Count == 1))
            .GroupBy(d => d.EndTime is { } end ? PacificDay.EndingAt(end) : last).ToDictionary(g => g.Key, g => g.Last().Hours);
}

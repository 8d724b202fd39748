using Directino.Instagram;
using Microsoft.EntityFrameworkCore;

namespace Directino.Insights.Sync;

/// <summary>Samples the follower total several times a day (the last one of a day stays): Instagram tells only today's.</summary>
internal sealed class FollowersStep(InstagramClient instagram) : IInsightsStep
{
    private static readonly TimeSpan Often = TimeSpan.FromHours(6);

    public async Task<bool> Run(SyncTurn turn, CancellationToken ct)
    {
        var account = turn.Account;
        var last = await turn.Db.Set<DailyNumber>()
            .Where(n => n.AccountId == account.Id && n.Metric == MetricNames.Followers)
            .OrderByDescending(n => n.Day).Select(n => (DateTimeOffset?)n.AskedAt).FirstOrDefaultAsync(ct);
        if (turn.Now - last < Often)
            return false;

        var (me, gap, _) = await turn.Ask(() => instagram.Accounts.Me(turn.Access, ct));
        await turn.KeepDay(
            PacificDay.Of(turn.Now), MetricNames.Followers, Told.Of(me?.FollowersCount, me is null ? gap : NumberGap.NotTold), NumberSource.Account, ct);
        if (me is null)
            return true;
        account.FollowersCount = (int?)me.FollowersCount ?? account.FollowersCount;
        account.Username = me.Username ?? account.Username;
        account.Name = me.Name;
        account.PictureUrl = me.ProfilePictureUrl;
        return true;
    }
}

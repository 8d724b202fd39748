using Directino.Accounts;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Insights.BestTimes;

/// <summary>Reads when an account's posts are best placed, from its own numbers. The two sources are told apart and never blended.</summary>
public sealed class BestTimesReader(Database database, TimeProvider clock)
{
    /// <summary>Eight weeks: what followers did before tells little about the next one.</summary>
    private const int OnlineDays = 56;
    private const int MostPosts = 500;

    /// <summary>Null when there is no such account in this workspace.</summary>
    public async Task<BestTimesView?> Find(WorkspaceId workspace, AccountId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<ConnectedAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct) is not { } account)
            return null;
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(account.TimeZone, out var known) ? known : TimeZoneInfo.Utc;
        var mayNot = Gate.Standing(account, Capability.Insights) is not null;
        return new BestTimesView(account.Id, account.Username, account.TimeZone, await Online(account, zone, mayNot, db, ct), await Posts(account, zone, mayNot, db, ct));
    }

    /// <summary>The same of the only account, where there is just one; null where one has to be chosen.</summary>
    public async Task<BestTimesView?> OfOnly(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var two = await db.Set<ConnectedAccount>().Where(a => a.State != AccountState.Disconnected).OrderBy(a => a.Id).Select(a => a.Id).Take(2).ToListAsync(ct);
        return two is [var only] ? await Find(workspace, only, ct) : null;
    }

    private async Task<BestHours> Online(ConnectedAccount account, TimeZoneInfo zone, bool mayNot, DirectinoContext db, CancellationToken ct)
    {
        var since = PacificDay.Of(clock.GetUtcNow()).AddDays(-OnlineDays);
        var days = await db.Set<OnlineHours>().AsNoTracking().Where(o => o.AccountId == account.Id && o.Day >= since).OrderBy(o => o.Day)
            .Select(o => new { o.Day, o.Counts, o.Missing }).ToListAsync(ct);
        var best = OnlineWeek.Best([.. days.Where(d => d.Counts is not null).Select(d => new OnlineTold(d.Day, OnlineHours.Read(d.Counts!)))], zone);
        return best.Missing != TimesMissing.TooFewDays ? best : best with
        {
            Missing = mayNot || days is [.., { Missing: NumberGap.NoPermission }] ? TimesMissing.NoPermission
                : account.FollowersCount < OnlineWeek.LeastFollowers ? TimesMissing.TooFewFollowers
                : days.Count == 0 ? TimesMissing.NotRead
                : days[^1].Missing == NumberGap.Unsupported ? TimesMissing.NotServed
                : TimesMissing.TooFewDays,
        };
    }

    private async Task<BestHours> Posts(ConnectedAccount account, TimeZoneInfo zone, bool mayNot, DirectinoContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (from, until) = (now - PostWeek.Span, now - PostWeek.Settled);
        // Stories are seen for a day only, by other people.
        var posts = await db.Set<InsightPost>().AsNoTracking()
            .Where(p => p.AccountId == account.Id && p.PublishedAt >= from && p.PublishedAt <= until && p.Reach != null && p.GoneAt == null && p.ProductType != "STORY")
            .OrderByDescending(p => p.PublishedAt).Take(MostPosts).Select(p => new { p.PublishedAt, p.Reach }).ToListAsync(ct);
        var best = PostWeek.Best(posts.Select(p => new PostReached(p.PublishedAt, p.Reach!.Value)), zone, now);
        return mayNot && best.Missing == TimesMissing.TooFewPosts ? best with { Missing = TimesMissing.NoPermission } : best;
    }
}

/// <summary>What an account's own numbers say about when to post.</summary>
/// <param name="TimeZone">The zone on whose clock the hours are.</param>
/// <param name="Online">When most followers are on line.</param>
/// <param name="Posts">When its own posts reached most.</param>
public sealed record BestTimesView(AccountId Account, string Username, string TimeZone, BestHours Online, BestHours Posts)
{
    /// <summary>Whether either source says anything.</summary>
    public bool HasAny => Online.Hours.Count > 0 || Posts.Hours.Count > 0;
}

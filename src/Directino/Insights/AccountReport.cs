using Directino.Accounts;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Insights;

/// <summary>What an account's page and its export show. Windows of unique people are shown as Instagram told them, never added up from days.</summary>
public sealed class AccountReport(TimeProvider clock)
{
    public const int Days = 30;

    /// <summary>The newest window may be told a few days late; an older one is then shown, with its own dates.</summary>
    private const int LateDays = 3;
    private static readonly string[] Shown = [MetricNames.Followers, MetricNames.Reach, MetricNames.Views, MetricNames.Interactions];

    /// <summary>The accounts that have numbers or will have them, by name.</summary>
    public static async Task<IReadOnlyList<AccountId>> Accounts(DirectinoContext db, CancellationToken ct) =>
        await db.Set<ConnectedAccount>().Where(a => a.State != AccountState.Disconnected).OrderBy(a => a.Username).Select(a => a.Id).ToListAsync(ct);

    /// <summary>Null when there is no such account in this workspace.</summary>
    public async Task<AccountOverview?> Overview(DirectinoContext db, AccountId id, CancellationToken ct) =>
        (await Overviews(db, [id], ct)).SingleOrDefault();

    /// <summary>Several accounts, each for itself, by name.</summary>
    public async Task<IReadOnlyList<AccountOverview>> Overviews(DirectinoContext db, IReadOnlyCollection<AccountId> ids, CancellationToken ct)
    {
        var today = PacificDay.Of(clock.GetUtcNow());
        var first = today.AddDays(-Days);
        var windowsSince = first.AddDays(-LateDays - 1);
        var accounts = await db.Set<ConnectedAccount>().AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Username).ToListAsync(ct);
        var days = (await db.Set<DailyNumber>().AsNoTracking()
            .Where(n => ids.Contains(n.AccountId) && n.Day >= first && Shown.Contains(n.Metric)).ToListAsync(ct)).ToLookup(n => n.AccountId);
        var windows = (await db.Set<WindowNumber>().AsNoTracking()
            .Where(n => ids.Contains(n.AccountId) && n.Days == Days && n.LastDay >= windowsSince).ToListAsync(ct)).ToLookup(n => n.AccountId);
        var troubles = await db.Set<InsightsProgress>().AsNoTracking().Where(p => ids.Contains(p.AccountId)).ToDictionaryAsync(p => p.AccountId, p => p.Trouble, ct);
        return [.. accounts.Select(a => Build(a, troubles.GetValueOrDefault(a.Id), [.. days[a.Id]], [.. windows[a.Id]], today))];
    }

    private static AccountOverview Build(
        ConnectedAccount account, string? trouble, DailyNumber[] numbers, WindowNumber[] windows, DateOnly today)
    {
        var byDay = numbers.ToDictionary(n => (n.Metric, n.Day));
        DayOfNumbers[] days = [.. Enumerable.Range(0, Days).Select(i => Day(today.AddDays(i - Days), byDay))];
        OverviewFigure Window(string metric) => WindowOf([.. windows.Where(n => n.Metric == metric)], today.AddDays(-1));
        return new AccountOverview(
            account.Id, account.Username, account.PictureUrl, RefusalOf(account), trouble, FollowersOf(numbers, today),
            Window(MetricNames.Reach), Window(MetricNames.Views), Window(MetricNames.Interactions),
            days, days.Count(d => d.Views.Missing != NumberGap.NotRead));
    }

    private static string? RefusalOf(ConnectedAccount account) =>
        Gate.Standing(account, Capability.Insights)?.Rule ?? (account.State == AccountState.NeedsLogin ? GateRules.NeedsLogin : null);

    private static DayOfNumbers Day(DateOnly day, Dictionary<(string, DateOnly), DailyNumber> numbers)
    {
        Reading Of(string metric) => Reading.Of(numbers.GetValueOrDefault((metric, day)));
        return new DayOfNumbers(day, Of(MetricNames.Followers), Of(MetricNames.Reach), Of(MetricNames.Views), Of(MetricNames.Interactions));
    }

    /// <summary>The newest sample, compared with the oldest of the thirty days.</summary>
    private static OverviewFigure FollowersOf(DailyNumber[] numbers, DateOnly today)
    {
        DailyNumber[] samples = [.. numbers.Where(n => n.Metric == MetricNames.Followers).OrderBy(n => n.Day)];
        var newest = samples.LastOrDefault(n => n.Value is not null) ?? samples.LastOrDefault();
        var oldest = samples.FirstOrDefault(n => n.Value is not null && n != newest);
        return new OverviewFigure(Reading.Of(newest), oldest?.Value, oldest?.Day ?? today, newest?.Day ?? today);
    }

    /// <summary>The newest window, and the one that ends where it begins to compare with.</summary>
    private static OverviewFigure WindowOf(WindowNumber[] windows, DateOnly last)
    {
        var recent = windows.Where(n => n.LastDay >= last.AddDays(-LateDays)).OrderByDescending(n => n.LastDay).ToList();
        var now = recent.FirstOrDefault(n => n.Value is not null) ?? recent.FirstOrDefault();
        var lastDay = now?.LastDay ?? last;
        var before = windows.FirstOrDefault(n => n.LastDay == lastDay.AddDays(-Days));
        return new OverviewFigure(Reading.Of(now), before?.Value, lastDay.AddDays(1 - Days), lastDay);
    }
}

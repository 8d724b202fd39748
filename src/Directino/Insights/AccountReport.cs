using Directino.Accounts;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Insights;

/// <summary>What an account's page and its export show. Windows of unique people are shown as Instagram told them, never added up from days.</summary>
public sealed class AccountReport(TimeProvider clock)
{
    public const int Days = 30;
    private static readonly string[] Shown = [MetricNames.Followers, MetricNames.Reach, MetricNames.Views, MetricNames.Interactions];

    /// <summary>Null when there is no such account in this workspace.</summary>
    public async Task<AccountOverview?> Overview(DirectinoContext db, AccountId id, CancellationToken ct)
    {
        if (await db.Set<ConnectedAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct) is not { } account)
            return null;
        var now = clock.GetUtcNow();
        var today = PacificDay.Of(now);
        var last = today.AddDays(-1);
        var first = today.AddDays(-Days);
        var numbers = await db.Set<DailyNumber>().AsNoTracking()
            .Where(n => n.AccountId == id && n.Day >= first && Shown.Contains(n.Metric)).ToListAsync(ct);
        var byDay = numbers.ToDictionary(n => (n.Metric, n.Day));
        DayOfNumbers[] days = [.. Enumerable.Range(0, Days).Select(i => Day(first.AddDays(i), byDay))];
        var trouble = await db.Set<InsightsProgress>().Where(p => p.AccountId == id).Select(p => p.Trouble).FirstOrDefaultAsync(ct);
        var windows = await Windows(db, id, last, ct);
        return new AccountOverview(
            id, account.Username, account.PictureUrl, Gate.Standing(account, Capability.Insights)?.Rule ?? NeedsLogin(account), trouble,
            Followers(numbers, today), Window(windows, MetricNames.Reach), Window(windows, MetricNames.Views), Window(windows, MetricNames.Interactions),
            days, days.Count(d => d.Views.Missing != NumberGap.NotRead));
    }

    private static string? NeedsLogin(ConnectedAccount account) => account.State == AccountState.NeedsLogin ? GateRules.NeedsLogin : null;

    private static DayOfNumbers Day(DateOnly day, Dictionary<(string, DateOnly), DailyNumber> numbers)
    {
        Reading Of(string metric) => Reading.Of(numbers.GetValueOrDefault((metric, day)));
        return new DayOfNumbers(day, Of(MetricNames.Followers), Of(MetricNames.Reach), Of(MetricNames.Views), Of(MetricNames.Interactions));
    }

    /// <summary>The newest sample, compared with the oldest of the thirty days.</summary>
    private static OverviewFigure Followers(List<DailyNumber> numbers, DateOnly today)
    {
        var samples = numbers.Where(n => n.Metric == MetricNames.Followers).OrderBy(n => n.Day).ToList();
        var newest = samples.LastOrDefault(n => n.Value is not null) ?? samples.LastOrDefault();
        var oldest = samples.FirstOrDefault(n => n.Value is not null && n != newest);
        return new OverviewFigure(Reading.Of(newest), oldest?.Value, oldest?.Day ?? today, newest?.Day ?? today);
    }

    /// <summary>The windows of thirty days: the newest that was read (a day may pass before the next is), and the one that ends where it begins.</summary>
    private static async Task<List<WindowNumber>> Windows(DirectinoContext db, AccountId id, DateOnly last, CancellationToken ct)
    {
        var since = last.AddDays(-Days - 3);
        return await db.Set<WindowNumber>().AsNoTracking()
            .Where(n => n.AccountId == id && n.Days == Days && n.LastDay >= since)
            .OrderByDescending(n => n.LastDay).ToListAsync(ct);
    }

    private OverviewFigure Window(List<WindowNumber> windows, string metric)
    {
        var last = PacificDay.LastComplete(clock.GetUtcNow());
        var recent = windows.Where(n => n.Metric == metric && n.LastDay >= last.AddDays(-3)).ToList();
        // Yesterday's window may not be told yet; the one before it is then better than none.
        var now = recent.FirstOrDefault(n => n.Value is not null) ?? recent.FirstOrDefault();
        var lastDay = now?.LastDay ?? last;
        var before = windows.FirstOrDefault(n => n.Metric == metric && n.LastDay == lastDay.AddDays(-Days));
        return new OverviewFigure(Reading.Of(now), before?.Value, lastDay.AddDays(1 - Days), lastDay);
    }
}

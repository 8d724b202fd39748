using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Quotas;

/// <summary>How much of their accounts' quotas the days of a plan take.</summary>
public sealed class QuotaReader(Database database)
{
    /// <summary>Of the days from the first up to before the end: those that take something, by the clock of each account.</summary>
    public async Task<ILookup<DateOnly, DayQuota>> Days(WorkspaceId workspace, AccountId? account, DateOnly first, DateOnly end, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var accounts = await db.Set<ConnectedAccount>().AsNoTracking()
            .Where(a => a.QuotaTotal != null && a.QuotaWindow != null && a.State != AccountState.Disconnected && (account == null || a.Id == account)).ToListAsync(ct);
        if (accounts.Count == 0)
            return Enumerable.Empty<DayQuota>().ToLookup(d => d.Day);
        var from = Somewhere(first, -14) - accounts.Max(a => a.QuotaWindow!.Value);
        var until = Somewhere(end, 14);
        var posts = (await db.Set<Post>().Where(p => p.WorkspaceId == workspace && p.At > from && p.At < until && (account == null || p.AccountId == account)).Counting()
            .Select(p => new { p.AccountId, At = p.At!.Value }).ToListAsync(ct)).ToLookup(p => p.AccountId, p => p.At);
        return accounts.SelectMany(a => Days(a, [.. posts[a.Id].Order()], first, end)).OrderByDescending(d => d.Share).ThenBy(d => d.Username, StringComparer.Ordinal).ToLookup(d => d.Day);
    }

    private static IEnumerable<DayQuota> Days(ConnectedAccount account, IReadOnlyList<DateTimeOffset> posts, DateOnly first, DateOnly end)
    {
        var zone = LocalTime.Zone(account.TimeZone);
        var quota = new PostQuota(account.QuotaTotal!.Value, account.QuotaWindow!.Value);
        // What other programs published by then, at the latest moment it can have been.
        DateTimeOffset[] all = [.. posts, .. Enumerable.Repeat(account.QuotaReadAt ?? DateTimeOffset.MinValue, account.QuotaElsewhere)];
        for (var day = first; day < end; day = day.AddDays(1))
        {
            var (begins, ends) = (Midnight(day, zone), Midnight(day.AddDays(1), zone));
            var near = all.Where(p => p > begins - quota.Window && p < ends).ToList();
            if (near.Count == 0)
                continue;
            var found = new DayQuota(day, account.Id, account.Username, posts.Count(p => p >= begins && p < ends), quota.Fullest(near, begins, ends), quota);
            if (found.Planned > 0 || found.IsFull)
                yield return found;
        }
    }

    private static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone) => LocalTime.ToInstant(day, TimeOnly.MinValue, zone).Instant;

    private static DateTimeOffset Somewhere(DateOnly day, int hours) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddHours(hours);
}

/// <summary>What a day takes of an account's quota.</summary>
/// <param name="Planned">Posts of that day: to come out, or out.</param>
/// <param name="Fullest">The most that count within the window at any moment of it, with those of the day before and of other programs.</param>
public sealed record DayQuota(DateOnly Day, AccountId Account, string Username, int Planned, int Fullest, PostQuota Quota)
{
    public bool IsFull => Fullest >= Quota.Total;

    /// <summary>A fifth or less is left.</summary>
    public bool IsTight => Fullest * 5 >= Quota.Total * 4;

    public double Share => Quota.Total == 0 ? 1 : (double)Fullest / Quota.Total;
}

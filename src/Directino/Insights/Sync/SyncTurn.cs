using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Insights.Sync;

/// <summary>One turn of an account's reading: at most one question to Instagram.</summary>
internal sealed class SyncTurn(ConnectedAccount account, InstagramAccess access, InsightsProgress progress, DirectinoContext db, DateTimeOffset now)
{
    public const string AccountSubject = "ACCOUNT";

    public ConnectedAccount Account { get; } = account;

    public InstagramAccess Access { get; } = access;

    public InsightsProgress Progress { get; } = progress;

    public DirectinoContext Db { get; } = db;

    public DateTimeOffset Now { get; } = now;

    /// <summary>How long to leave Instagram alone after this turn, when it is in trouble.</summary>
    public TimeSpan Pause { get; private set; }

    /// <summary>
    /// Asks; an error becomes the reason for what is missing, so that one bad day does not hold up the others.
    /// A used-up budget and a dead token end the turn instead.
    /// </summary>
    public async Task<Asked<T>> Ask<T>(Func<Task<T>> question) where T : class
    {
        try
        {
            var answer = await question();
            (Progress.Trouble, Progress.TroubleAt) = (null, null);
            return new Asked<T>(answer, default, null);
        }
        catch (InstagramException error) when (error is not (RateLimitedException or LoginNeededException))
        {
            (Progress.Trouble, Progress.TroubleAt) = (Reasons.Of(error), Now);
            if (error is TryLaterException)
                Pause = error.RetryAfter ?? TimeSpan.FromMinutes(5);
            return new Asked<T>(null, error is PermissionMissingException ? NumberGap.NoPermission : NumberGap.Trouble, error);
        }
    }

    /// <summary>The metrics of a subject that Instagram has refused lately.</summary>
    public async Task<HashSet<string>> Unsupported(string subject, CancellationToken ct)
    {
        var since = Now - UnsupportedMetric.Memory;
        var account = Account.Id;
        return await Db.Set<UnsupportedMetric>()
            .Where(m => m.AccountId == account && m.Subject == subject && m.RefusedAt >= since)
            .Select(m => m.Metric).ToHashSetAsync(ct);
    }

    public async Task Remember(string subject, IReadOnlyList<string> unsupported, CancellationToken ct)
    {
        foreach (var metric in unsupported)
        {
            if (await Db.Set<UnsupportedMetric>().FindAsync([Account.Id, subject, metric], ct) is { } known)
                known.RefusedAt = Now;
            else
                Db.Add(new UnsupportedMetric { WorkspaceId = Account.WorkspaceId, AccountId = Account.Id, Subject = subject, Metric = metric, RefusedAt = Now });
        }
    }

    public async Task KeepDay(DateOnly day, string metric, Told told, string source, CancellationToken ct)
    {
        var number = await Db.Set<DailyNumber>().FindAsync([Account.Id, metric, day], ct);
        if (number is null)
            Db.Add(number = new DailyNumber { WorkspaceId = Account.WorkspaceId, AccountId = Account.Id, Metric = metric, Day = day });
        number.Take(told, source, Now);
    }
}

/// <summary>An answer, or why there is none.</summary>
internal readonly record struct Asked<T>(T? Answer, NumberGap Gap, InstagramException? Error) where T : class;

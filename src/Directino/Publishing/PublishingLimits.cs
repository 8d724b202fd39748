using System.Collections.Concurrent;
using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Instagram.Publishing;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Planning;
using Directino.Planning.Quotas;
using Microsoft.EntityFrameworkCore;

namespace Directino.Publishing;

/// <summary>
/// How many posts an account may still publish, as Instagram says. Asked at most once a minute per account, and noted at the account, so that
/// calendars know it without asking.
/// </summary>
public sealed class PublishingLimits(Database database, InstagramClient instagram, AccountAccess access, Gate gate, TimeProvider clock) : IPostQuotas
{
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);

    /// <summary>What calendars show may be so old before it is asked again.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<AccountId, LimitReading> _readings = new();

    public async Task<LimitOutcome> Read(WorkspaceId workspace, AccountId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await Find(id, db, ct) is not { } account)
            return new LimitOutcome.NotThere();
        var now = clock.GetUtcNow();
        if (_readings.TryGetValue(id, out var known) && now - known.At < Memory)
            return new LimitOutcome.Known(known);
        var outcome = await Ask(account, null, ct);
        if (outcome is LimitOutcome.Known { Reading: var reading })
        {
            _readings[id] = reading;
            await Note(account, reading, db, ct);
        }

        return outcome;
    }

    /// <inheritdoc />
    public async Task<QuotaReading?> For(WorkspaceId workspace, AccountId account, DateTimeOffset at, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var now = clock.GetUtcNow();
        if (await Find(account, db, ct) is not { } known)
            return null;
        // Far ahead only the total matters, and that hardly ever changes.
        if (known.QuotaReadAt is not { } last || now - last > TimeSpan.FromDays(1) || at - known.QuotaWindow < now)
            known = await Read(workspace, account, ct) is LimitOutcome.Known && await Find(account, db, ct) is { } fresh ? fresh : known;
        if (known is not { QuotaTotal: { } total, QuotaWindow: { } window, QuotaReadAt: { } read })
            return null;
        return new QuotaReading(new PostQuota(total, window), await Elsewhere(known, at - window, now, db, ct), read);
    }

    /// <summary>Asks about the accounts whose quota was not read for a while. False when there was nothing to ask.</summary>
    public async Task<bool> Refresh(WorkspaceId workspace, AccountId? account, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var before = clock.GetUtcNow() - Fresh;
        var old = await db.Set<ConnectedAccount>()
            .Where(a => a.State == AccountState.Connected && (account == null || a.Id == account) && (a.QuotaReadAt == null || a.QuotaReadAt < before)).Select(a => a.Id).ToListAsync(ct);
        var read = false;
        foreach (var id in old)
            read |= await Read(workspace, id, ct) is LimitOutcome.Known;
        return read;
    }

    /// <summary>After a publication the number is another.</summary>
    internal void Forget(AccountId account) => _readings.TryRemove(account, out _);

    private async Task<LimitOutcome> Ask(ConnectedAccount account, DateTimeOffset? since, CancellationToken ct)
    {
        if (gate.MayRead(account, Capability.Publish) is { } refusal)
            return new LimitOutcome.Refused(refusal.Rule);
        if (await access.For(account, ct) is not { } token)
            return new LimitOutcome.Refused(GateRules.Disconnected);
        try
        {
            var limit = since is { } begin ? await instagram.Publishing.Limit(token, begin, ct) : await instagram.Publishing.Limit(token, ct);
            return new LimitOutcome.Known(new LimitReading(limit, clock.GetUtcNow()));
        }
        catch (InstagramException error)
        {
            return new LimitOutcome.Refused(PublishingReasons.Of(error));
        }
    }

    private static async Task Note(ConnectedAccount account, LimitReading reading, DirectinoContext db, CancellationToken ct)
    {
        if (reading.Limit is not { QuotaTotal: { } total, QuotaUsage: { } used })
            return;
        var window = reading.Limit.QuotaDuration ?? TimeSpan.FromDays(1);
        var elsewhere = Math.Max(0, used - await Ours(account, reading.At - window, reading.At, db, ct));
        await db.Set<ConnectedAccount>().Where(a => a.Id == account.Id).ExecuteUpdateAsync(a => a
            .SetProperty(x => x.QuotaTotal, total).SetProperty(x => x.QuotaWindow, window)
            .SetProperty(x => x.QuotaElsewhere, elsewhere).SetProperty(x => x.QuotaReadAt, reading.At), ct);
    }

    /// <summary>How many posts of other programs came out since an instant, as far as that is certain.</summary>
    private async Task<int> Elsewhere(ConnectedAccount account, DateTimeOffset since, DateTimeOffset now, DirectinoContext db, CancellationToken ct)
    {
        if (account.QuotaElsewhere == 0 || since >= account.QuotaReadAt)
            return 0;
        if (since <= now - account.QuotaWindow)
            return account.QuotaElsewhere;
        return await Ask(account, since, ct) is LimitOutcome.Known { Reading.Limit.QuotaUsage: { } used } ? Math.Max(0, used - await Ours(account, since, now, db, ct)) : 0;
    }

    /// <summary>What is out by our own hand, or may be.</summary>
    private static Task<int> Ours(ConnectedAccount account, DateTimeOffset since, DateTimeOffset until, DirectinoContext db, CancellationToken ct) =>
        db.Set<Post>().CountAsync(p => p.WorkspaceId == account.WorkspaceId && p.AccountId == account.Id && p.At > since && p.At <= until && !p.IsByHand
            && (p.State == PostState.Published || p.State == PostState.Publishing || p.State == PostState.Unknown), ct);

    private static Task<ConnectedAccount?> Find(AccountId id, DirectinoContext db, CancellationToken ct) =>
        db.Set<ConnectedAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct);
}

public sealed record LimitReading(PublishingLimit Limit, DateTimeOffset At);

public abstract record LimitOutcome
{
    private LimitOutcome() { }

    public sealed record Known(LimitReading Reading) : LimitOutcome;

    /// <summary>It cannot be asked now.</summary>
    public sealed record Refused(string Rule) : LimitOutcome;

    public sealed record NotThere : LimitOutcome;
}

using System.Collections.Concurrent;
using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Instagram.Publishing;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Publishing;

/// <summary>How many posts an account may still publish today, as Instagram says. Asked at most once a minute per account.</summary>
public sealed class PublishingLimits(Database database, InstagramClient instagram, AccountAccess access, Gate gate, TimeProvider clock)
{
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<AccountId, LimitReading> _readings = new();

    public async Task<LimitOutcome> Read(WorkspaceId workspace, AccountId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<ConnectedAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct) is not { } account)
            return new LimitOutcome.NotThere();
        var now = clock.GetUtcNow();
        if (_readings.TryGetValue(id, out var known) && now - known.At < Memory)
            return new LimitOutcome.Known(known);
        if (gate.MayRead(account, Capability.Publish) is { } refusal)
            return new LimitOutcome.Refused(refusal.Rule);
        if (await access.For(account, ct) is not { } token)
            return new LimitOutcome.Refused(GateRules.Disconnected);
        try
        {
            var reading = new LimitReading(await instagram.Publishing.Limit(token, ct), now);
            _readings[id] = reading;
            return new LimitOutcome.Known(reading);
        }
        catch (InstagramException error)
        {
            return new LimitOutcome.Refused(PublishingReasons.Of(error));
        }
    }

    /// <summary>After a publication the number is another.</summary>
    internal void Forget(AccountId account) => _readings.TryRemove(account, out _);
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

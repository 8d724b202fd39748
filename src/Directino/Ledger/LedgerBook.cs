using System.Text.Json;
using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Ledger;

/// <summary>Writes intents. Saved with the change that caused them; the account's grain is woken by the save.</summary>
public sealed class LedgerBook(TimeProvider clock)
{
    /// <summary>
    /// Records an intent in the caller's context; the caller saves. Returns null when the same intent
    /// (<paramref name="onceKey"/>) is already in the ledger: it is then the same act and nothing is added.
    /// </summary>
    public async Task<Act?> Intend<TRequest>(
        DirectinoContext db, ConnectedAccount account, string kind, Capability capability, Cause cause, Guid subject,
        TRequest request, string onceKey, string? followerId = null, DateTimeOffset? dueAt = null, CancellationToken ct = default)
    {
        if (db.ChangeTracker.Entries<Act>().Any(e => e.Entity.AccountId == account.Id && e.Entity.OnceKey == onceKey)
            || await db.Set<Act>().AnyAsync(a => a.AccountId == account.Id && a.OnceKey == onceKey, ct))
            return null;

        var json = JsonSerializer.Serialize(request, LedgerJson.Options);
        var now = clock.GetUtcNow();
        var act = new Act
        {
            Id = ActId.New(clock),
            WorkspaceId = account.WorkspaceId,
            AccountId = account.Id,
            Kind = kind,
            Capability = capability,
            CauseKind = cause.Kind,
            CauseId = cause.Id,
            CauseDetail = cause.Detail,
            SubjectId = subject,
            FollowerId = followerId,
            Request = json,
            Fingerprint = Act.FingerprintOf(kind, json),
            OnceKey = onceKey,
            // A due post is as urgent as a person: someone is waiting for it.
            Urgency = cause.Kind is CauseKind.Member or CauseKind.Schedule ? Urgency.Person : Urgency.Automatic,
            DueAt = dueAt ?? now,
            Lane = Lanes.Of(account.Id),
            CreatedAt = now,
        };
        db.Add(act);
        return act;
    }
}

/// <summary>How requests are written into the ledger and read back.</summary>
public static class LedgerJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new TypedIdJson() } };

    public static TRequest Read<TRequest>(Act act) =>
        JsonSerializer.Deserialize<TRequest>(act.Request, Options)
        ?? throw new InvalidOperationException($"Act {act.Id} has an empty request.");
}

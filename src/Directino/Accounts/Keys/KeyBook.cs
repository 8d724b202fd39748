using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Accounts.Keys;

/// <summary>The API keys of members: made, listed, revoked, and opened at every request.</summary>
public sealed class KeyBook(Database database, TimeProvider clock)
{
    /// <summary>How many a member may have in a workspace.</summary>
    public const int Most = 20;

    /// <summary>What every key begins with, so that scanners for lost secrets know one.</summary>
    public const string Prefix = "dk_";

    /// <summary>The days after which a key ends that one may choose; without one it never does.</summary>
    public static readonly IReadOnlyList<int> Days = [30, 90, 365];

    private const int Length = 46;
    private const int Shown = 9;
    private static readonly TimeSpan UseKept = TimeSpan.FromHours(1);

    /// <summary>The newest first.</summary>
    /// <param name="of">Whose; null for all of the workspace.</param>
    public async Task<IReadOnlyList<KeyView>> All(WorkspaceId workspace, PersonId? of, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var keys = await db.Set<ApiKey>().AsNoTracking().Where(k => of == null || k.PersonId == of).OrderByDescending(k => k.Id).ToListAsync(ct);
        Guid[] makers = [.. keys.Select(k => k.PersonId.Value).Distinct()];
        var names = await db.Set<Person>().Where(p => makers.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.DisplayName, ct);
        return [.. keys.Select(k => new KeyView(k.Id, k.Name, k.Beginning, k.Role, k.PersonId, names.GetValueOrDefault(k.PersonId.Value, ""), k.CreatedAt, k.UsedAt, k.EndsAt, k.EndsAt <= clock.GetUtcNow()))];
    }

    /// <summary>A new key, told now and never again.</summary>
    /// <param name="own">The maker's role.</param>
    /// <param name="days">One of <see cref="Days"/>; null: it never ends.</param>
    public async Task<KeyOutcome> Make(WorkspaceId workspace, PersonId person, Role own, string? name, Role role, int? days, CancellationToken ct)
    {
        var tidy = (name ?? "").Trim();
        if (tidy.Length is 0 or > ApiKey.LongestName)
            return new KeyOutcome.Refused(KeyFlaw.Name);
        if (!own.MayLend(role))
            return new KeyOutcome.Refused(KeyFlaw.Role);
        if (days is { } some && !Days.Contains(some))
            return new KeyOutcome.Refused(KeyFlaw.Days);
        await using var db = database.Open(workspace);
        if (await db.Set<ApiKey>().CountAsync(k => k.PersonId == person, ct) >= Most)
            return new KeyOutcome.Refused(KeyFlaw.TooMany);
        var secret = Prefix + Secret.New();
        var now = clock.GetUtcNow();
        var key = new ApiKey
        {
            Id = ApiKeyId.New(clock), WorkspaceId = workspace, PersonId = person, Name = tidy, Role = role, SecretHash = Secret.Hash(secret),
            Beginning = secret[..Shown], CreatedAt = now, EndsAt = days is { } count ? now.AddDays(count) : null,
        };
        db.Add(key);
        await db.SaveChangesAsync(ct);
        return new KeyOutcome.Made(key.Id, secret, key.EndsAt);
    }

    /// <summary>It opens nothing from the next request on. False when it is not there.</summary>
    /// <param name="of">Whose; null for anybody's of the workspace.</param>
    public async Task<bool> Revoke(WorkspaceId workspace, PersonId? of, ApiKeyId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<ApiKey>().FirstOrDefaultAsync(k => k.Id == id && (of == null || k.PersonId == of), ct) is not { } key)
            return false;
        db.Remove(key);
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Whether a text could be a key at all.</summary>
    public static bool LooksLikeOne(string secret) => secret.Length == Length && secret.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Who a key acts as: one look by its hash. Null when it opens nothing.</summary>
    public async Task<KeyHolder?> Open(string secret, CancellationToken ct)
    {
        if (!LooksLikeOne(secret))
            return null;
        var hash = Secret.Hash(secret);
        // A key says nothing of its workspace: who asks is known by it alone.
        await using var db = database.OpenEverywhere();
        var now = clock.GetUtcNow();
        if (await db.Set<ApiKey>().AsNoTracking().FirstOrDefaultAsync(k => k.SecretHash == hash, ct) is not { } key || key.EndsAt <= now)
            return null;
        if (key.UsedAt is not { } used || now - used >= UseKept)
            await db.Set<ApiKey>().Where(k => k.Id == key.Id).ExecuteUpdateAsync(s => s.SetProperty(k => k.UsedAt, now), ct);
        return new KeyHolder(key.Id, key.Name, key.Role, key.PersonId, key.WorkspaceId);
    }
}

/// <summary>A key as a list shows it.</summary>
/// <param name="Maker">What its member is called.</param>
/// <param name="UsedAt">To the hour; null: never yet.</param>
/// <param name="EndsAt">Null: never.</param>
public sealed record KeyView(
    ApiKeyId Id, string Name, string Beginning, Role Role, PersonId Person, string Maker, DateTimeOffset CreatedAt, DateTimeOffset? UsedAt, DateTimeOffset? EndsAt, bool HasEnded);

/// <summary>As whom a key acts.</summary>
/// <param name="Role">The most it may.</param>
public sealed record KeyHolder(ApiKeyId Id, string Name, Role Role, PersonId Person, WorkspaceId Workspace);

/// <summary>How making a key ended.</summary>
public abstract record KeyOutcome
{
    private KeyOutcome() { }

    /// <param name="Secret">The key itself, told once.</param>
    public sealed record Made(ApiKeyId Id, string Secret, DateTimeOffset? EndsAt) : KeyOutcome;

    public sealed record Refused(KeyFlaw Flaw) : KeyOutcome;
}

/// <summary>Why there is no key.</summary>
public enum KeyFlaw
{
    Name,
    Role,
    Days,
    TooMany,
}

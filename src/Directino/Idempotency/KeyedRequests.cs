using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Idempotency;

/// <summary>Requests that are done once, however often they are sent, for <see cref="KeyedRequest.Life"/>.</summary>
public sealed class KeyedRequests(Database database, TimeProvider clock)
{
    /// <summary>Of requests that come at once with one key, in whatever process, exactly one is told that it is fresh.</summary>
    public async Task<KeyStanding> Begin(KeyOwner owner, string requestHash, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = database.Open(owner.Workspace);
        switch (await Standing(db, owner, requestHash, now, ct))
        {
            case KeyStanding.Over:
                // Only what is over: of two who come now, the second finds the row of the first.
                await Of(db, owner).Where(r => r.StartedAt <= now - KeyedRequest.Life).ExecuteDeleteAsync(ct);
                break;
            case { } known:
                return known;
        }

        db.Add(new KeyedRequest { WorkspaceId = owner.Workspace, PersonId = owner.Person, Caller = owner.Caller, KeyHash = owner.KeyHash, RequestHash = requestHash, StartedAt = now });
        try
        {
            await db.SaveChangesAsync(ct);
            return new KeyStanding.Fresh();
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Another was first by a moment: then its row is there. Otherwise it was something else.
            if (await Standing(db, owner, requestHash, now, ct) is { } other and not KeyStanding.Over)
                return other;
            throw;
        }
    }

    public async Task Keep(KeyOwner owner, KeyStanding.Answered answer, CancellationToken ct)
    {
        await using var db = database.Open(owner.Workspace);
        await Of(db, owner).ExecuteUpdateAsync(
            s => s.SetProperty(r => r.Status, answer.Status).SetProperty(r => r.ContentType, answer.ContentType).SetProperty(r => r.Location, answer.Location)
                .SetProperty(r => r.ETag, answer.ETag).SetProperty(r => r.Body, answer.Body),
            ct);
    }

    /// <summary>Nothing was judged or done: the key may be tried again.</summary>
    public async Task Forget(KeyOwner owner, CancellationToken ct)
    {
        await using var db = database.Open(owner.Workspace);
        await Of(db, owner).ExecuteDeleteAsync(ct);
    }

    /// <summary>It failed in the middle: the key is not tried again.</summary>
    public async Task Doubt(KeyOwner owner, CancellationToken ct)
    {
        await using var db = database.Open(owner.Workspace);
        await Of(db, owner).ExecuteUpdateAsync(s => s.SetProperty(r => r.IsInDoubt, true), ct);
    }

    /// <summary>Removes what has been kept long enough; how many that were.</summary>
    public async Task<int> Prune(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - KeyedRequest.Life;
        await using var db = database.OpenEverywhere();
        return await db.Set<KeyedRequest>().Where(r => r.StartedAt <= before).ExecuteDeleteAsync(ct);
    }

    private static async Task<KeyStanding?> Standing(DirectinoContext db, KeyOwner owner, string requestHash, DateTimeOffset now, CancellationToken ct) =>
        await Of(db, owner).AsNoTracking().FirstOrDefaultAsync(ct) switch
        {
            null => null,
            var r when r.StartedAt <= now - KeyedRequest.Life => new KeyStanding.Over(),
            var r when r.RequestHash != requestHash => new KeyStanding.Taken(),
            { Status: { } status } r => new KeyStanding.Answered(status, r.ContentType, r.Location, r.ETag, r.Body),
            { IsInDoubt: false } r when now - r.StartedAt < KeyedRequest.Longest => new KeyStanding.Working(),
            _ => new KeyStanding.Unknown(),
        };

    private static IQueryable<KeyedRequest> Of(DirectinoContext db, KeyOwner owner) =>
        db.Set<KeyedRequest>().Where(r => r.PersonId == owner.Person && r.Caller == owner.Caller && r.KeyHash == owner.KeyHash);
}

using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Directino.Ledger;

/// <summary>Handles what has fallen due. A plain type: a grain calls it on a timer, tests call it after moving the clock.</summary>
public sealed partial class DueRunner(Database database, IEnumerable<IDueHandler> handlers, TimeProvider clock, ILogger<DueRunner> logger)
{
    private readonly Dictionary<string, IDueHandler> _handlers = handlers.ToDictionary(h => h.Kind);

    /// <summary>The accounts of a lane for which something is to be done in their grain: acts, and what has fallen due.</summary>
    public async Task<IReadOnlyList<AccountId>> Waiting(int lane, CancellationToken ct)
    {
        await using var db = database.OpenEverywhere();
        var now = clock.GetUtcNow();
        var acts = db.Set<Act>().Where(a => a.Lane == lane && a.EndedAt == null && a.DueAt <= now).Select(a => a.AccountId);
        var items = db.Set<DueItem>().Where(d => d.Lane == lane && d.DueAt <= now && d.AccountId != null).Select(d => d.AccountId!.Value);
        return await acts.Union(items).ToListAsync(ct);
    }

    /// <summary>Handles the items of a lane that ask Instagram nothing.</summary>
    public async Task RunLane(int lane, CancellationToken ct)
    {
        await using var db = database.OpenEverywhere();
        var now = clock.GetUtcNow();
        var due = await db.Set<DueItem>().AsNoTracking()
            .Where(d => d.Lane == lane && d.DueAt <= now && d.AccountId == null)
            .OrderBy(d => d.DueAt).Take(200).ToListAsync(ct);
        foreach (var item in due)
            await RunIfStillDue(item, ct);
    }

    /// <summary>Handles one due item of an account. False when there is none.</summary>
    public async Task<bool> RunNext(AccountId account, CancellationToken ct)
    {
        await using var db = database.OpenEverywhere();
        var now = clock.GetUtcNow();
        var item = await db.Set<DueItem>()
            .Where(d => d.AccountId == account && d.DueAt <= now)
            .OrderBy(d => d.DueAt).FirstOrDefaultAsync(ct);
        if (item is null)
            return false;
        db.Narrow(item.WorkspaceId);
        await Run(item, db, ct);
        return true;
    }

    /// <summary>Of a lane's list, what came before may have moved it.</summary>
    private async Task RunIfStillDue(DueItem found, CancellationToken ct)
    {
        await using var db = database.Open(found.WorkspaceId);
        if (await db.Set<DueItem>().FirstOrDefaultAsync(d => d.Id == found.Id, ct) is { } item && item.DueAt <= clock.GetUtcNow())
            await Run(item, db, ct);
    }

    private async Task Run(DueItem item, DirectinoContext db, CancellationToken ct)
    {
        var attempts = item.Attempts;
        try
        {
            var again = await _handlers[item.Kind].Handle(item, db, ct);
            if (again is { } at)
                (item.DueAt, item.Attempts, item.LastError) = (at, 0, null);
            else if (db.Entry(item).State != EntityState.Detached)
                db.Remove(item);
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            LogSomebodyElseDidIt(item.Kind, item.Id);
        }
        catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogHandlingFailed(error, item.Kind, item.Id);
            await Postpone(item, attempts + 1, error, ct);
        }
    }

    private async Task Postpone(DueItem item, int attempts, Exception error, CancellationToken ct)
    {
        await using var db = database.Open(item.WorkspaceId);
        var delay = Backoff.After(attempts);
        var name = error.GetType().Name;
        var dueAt = clock.GetUtcNow() + delay;
        await db.Set<DueItem>().Where(d => d.Id == item.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.DueAt, dueAt)
                .SetProperty(d => d.Attempts, d => d.Attempts + 1)
                .SetProperty(d => d.LastError, name), ct);
    }

    [LoggerMessage(LogLevel.Error, "Due {Kind} {Id} failed and will be tried again")]
    private partial void LogHandlingFailed(Exception error, string kind, DueId id);

    [LoggerMessage(LogLevel.Debug, "Due {Kind} {Id} was moved or done by another run")]
    private partial void LogSomebodyElseDidIt(string kind, DueId id);
}

using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Directino.Ledger;

/// <summary>Handles what has fallen due. A plain type: a grain calls it on a timer, tests call it after moving the clock.</summary>
public sealed partial class DueRunner(Database database, IEnumerable<IDueHandler> handlers, TimeProvider clock, ILogger<DueRunner> logger)
{
    private readonly Dictionary<string, IDueHandler> _handlers = handlers.ToDictionary(h => h.Kind);

    /// <summary>Handles the items of a lane that ask Instagram nothing. Returns the accounts that have something due in their grain.</summary>
    public async Task<IReadOnlyList<AccountId>> RunLane(int lane, CancellationToken ct)
    {
        await using var db = database.OpenEverywhere();
        var now = clock.GetUtcNow();
        var due = await db.Set<DueItem>().AsNoTracking()
            .Where(d => d.Lane == lane && d.DueAt <= now)
            .OrderBy(d => d.DueAt).Take(200).ToListAsync(ct);
        foreach (var item in due.Where(d => d.AccountId is null))
            await Run(item, ct);

        var waiting = await db.Set<Act>()
            .Where(a => a.Lane == lane && a.EndedAt == null && a.DueAt <= now)
            .Select(a => a.AccountId).Distinct().ToListAsync(ct);
        return [.. due.Where(d => d.AccountId is not null).Select(d => d.AccountId!.Value).Concat(waiting).Distinct()];
    }

    /// <summary>Handles one due item of an account. False when there is none.</summary>
    public async Task<bool> RunNext(AccountId account, CancellationToken ct)
    {
        await using var db = database.OpenEverywhere();
        var now = clock.GetUtcNow();
        var item = await db.Set<DueItem>().AsNoTracking()
            .Where(d => d.AccountId == account && d.DueAt <= now)
            .OrderBy(d => d.DueAt).FirstOrDefaultAsync(ct);
        if (item is null)
            return false;
        await Run(item, ct);
        return true;
    }

    private async Task Run(DueItem found, CancellationToken ct)
    {
        try
        {
            await using var db = database.Open(found.WorkspaceId);
            var item = await db.Set<DueItem>().FirstOrDefaultAsync(d => d.Id == found.Id, ct);
            if (item is null || item.DueAt > clock.GetUtcNow())
                return;
            var again = await _handlers[item.Kind].Handle(item, db, ct);
            if (again is { } at)
                (item.DueAt, item.Attempts, item.LastError) = (at, 0, null);
            else if (db.Entry(item).State != EntityState.Detached)
                db.Remove(item);
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            LogSomebodyElseDidIt(found.Kind, found.Id);
        }
        catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogHandlingFailed(error, found.Kind, found.Id);
            await Postpone(found, error, ct);
        }
    }

    private async Task Postpone(DueItem found, Exception error, CancellationToken ct)
    {
        await using var db = database.Open(found.WorkspaceId);
        var delay = Backoff.After(found.Attempts + 1);
        var name = error.GetType().Name;
        var dueAt = clock.GetUtcNow() + delay;
        await db.Set<DueItem>().Where(d => d.Id == found.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.DueAt, dueAt)
                .SetProperty(d => d.Attempts, d => d.Attempts + 1)
                .SetProperty(d => d.LastError, name), ct);
    }

    [LoggerMessage(LogLevel.Error, "Due {Kind} {Id} failed and will be tried again")]
    private partial void LogHandlingFailed(Exception error, string kind, DueId id);

    [LoggerMessage(LogLevel.Debug, "Due {Kind} {Id} was moved or done by another run")]
    private partial void LogSomebodyElseDidIt(string kind, DueId id);
}

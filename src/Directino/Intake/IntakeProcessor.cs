using Directino.Accounts;
using Directino.Instagram.Webhooks;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Directino.Intake;

/// <summary>
/// Reads the intake in order per conversation and hands each event to the features; the event is marked done in the
/// transaction that holds what it changed. A plain type: a grain per lane calls it, and so do tests.
/// </summary>
public sealed partial class IntakeProcessor(
    Database database, IntakeWriter writer, IEnumerable<IIntakeHandler> handlers, TimeProvider clock, ILogger<IntakeProcessor> logger)
{
    private const int MostTries = 12;

    /// <summary>Of a large body's events, so many are stored at a time: deliveries wait for no more.</summary>
    private const int Slice = 1000;

    /// <summary>Processes a slice of what waits in a lane. True when there may be more.</summary>
    public async Task<bool> RunLane(int lane, CancellationToken ct)
    {
        await using var reading = database.OpenEverywhere();
        var waiting = await reading.Set<IntakeEvent>().AsNoTracking()
            .Where(e => e.Lane == lane && e.State == IntakeState.Pending)
            .OrderBy(e => e.Id).Take(200).ToListAsync(ct);

        var accounts = await AccountsOf(waiting, reading, ct);
        var now = clock.GetUtcNow();
        var held = new HashSet<string>();
        var unclaimed = new List<long>();
        var moved = false;
        foreach (var inbound in waiting)
        {
            // Order within a conversation: what waits for another try holds back what came after it.
            if (held.Contains(inbound.Conversation))
                continue;
            if (inbound.DueAt > now)
                held.Add(inbound.Conversation);
            else if (!LargeBody.Is(inbound) && !accounts.Contains(inbound.InstagramId))
                unclaimed.Add(inbound.Id);
            else if (await Process(inbound, accounts[inbound.InstagramId], ct))
                moved = true;
            else
                held.Add(inbound.Conversation);
        }

        if (unclaimed.Count > 0)
            await reading.Set<IntakeEvent>().Where(e => unclaimed.Contains(e.Id)).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, IntakeState.Unclaimed), ct);
        return moved || unclaimed.Count > 0;
    }

    private static async Task<ILookup<string, ConnectedAccount>> AccountsOf(List<IntakeEvent> events, DirectinoContext db, CancellationToken ct)
    {
        var ids = events.Select(e => e.InstagramId).Distinct().ToList();
        var accounts = await db.Set<ConnectedAccount>().AsNoTracking()
            .Where(a => ids.Contains(a.InstagramId) && a.State != AccountState.Disconnected)
            .ToListAsync(ct);
        return accounts.ToLookup(a => a.InstagramId);
    }

    private async Task<bool> Process(IntakeEvent inbound, IEnumerable<ConnectedAccount> accounts, CancellationToken ct)
    {
        try
        {
            if (LargeBody.Is(inbound))
            {
                await TakeApart(inbound, ct);
                return true;
            }

            var kind = Enum.TryParse<WebhookKind>(inbound.Kind, out var known) ? known : WebhookKind.Unknown;
            // All but the last workspace are saved on their own; handlers are idempotent, so a crash in between repeats safely.
            var last = accounts.Last();
            foreach (var account in accounts)
                await Hand(inbound, kind, account, last: account == last, ct);
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogProcessingFailed(error, inbound.Kind, inbound.Id);
            await Postpone(inbound, error, ct);
            return false;
        }
    }

    /// <summary>Its events are stored before it goes; after a crash in between they are recognised as stored.</summary>
    private async Task TakeApart(IntakeEvent whole, CancellationToken ct)
    {
        foreach (var slice in IntakeRows.Of(LargeBody.Unpack(whole), whole.ReceivedAt).Chunk(Slice))
            await writer.Store(slice);
        await using var db = database.OpenEverywhere();
        await db.Set<IntakeEvent>().Where(e => e.Id == whole.Id).ExecuteDeleteAsync(ct);
    }

    private async Task Hand(IntakeEvent inbound, WebhookKind kind, ConnectedAccount found, bool last, CancellationToken ct)
    {
        await using var db = database.Open(found.WorkspaceId);
        var account = await db.Set<ConnectedAccount>().SingleAsync(a => a.Id == found.Id, ct);
        foreach (var handler in handlers.Where(h => h.Handles(kind)))
            await handler.Handle(inbound, kind, account, db, ct);
        if (last)
            db.Attach(inbound).Entity.State = IntakeState.Done;
        await db.SaveChangesAsync(ct);
    }

    private async Task Postpone(IntakeEvent inbound, Exception error, CancellationToken ct)
    {
        await using var db = database.OpenEverywhere();
        var attempts = inbound.Attempts + 1;
        var state = attempts >= MostTries ? IntakeState.Stuck : IntakeState.Pending;
        var dueAt = clock.GetUtcNow() + Backoff.After(attempts);
        var name = error.GetType().Name;
        await db.Set<IntakeEvent>().Where(e => e.Id == inbound.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(e => e.State, state)
                .SetProperty(e => e.Attempts, attempts)
                .SetProperty(e => e.DueAt, dueAt)
                .SetProperty(e => e.LastError, name), ct);
    }

    [LoggerMessage(LogLevel.Error, "Inbound {Kind} {Id} could not be processed and will be tried again")]
    private partial void LogProcessingFailed(Exception error, string kind, long id);
}

using Directino.Accounts;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Series;

/// <summary>A day of a series has come near, or something about it is another.</summary>
internal sealed class TendSeries(SeriesKeeper keeper) : IDueHandler
{
    public const string Name = "tend-series";

    public string Kind => Name;

    public Task<DateTimeOffset?> Handle(DueItem item, DirectinoContext db, CancellationToken ct) => keeper.Tend(item.WorkspaceId, SeriesId.Of(item.SubjectId), ct);
}

/// <summary>The clock of an account is another, or its posts may go out again: its series are looked at.</summary>
internal sealed class SeriesOfAccount(DueBook due, TimeProvider clock) : IZoneChanged, IAccountConnected
{
    public Task Connected(ConnectedAccount account, DirectinoContext db, CancellationToken ct) => Changed(account, db, ct);

    public async Task Changed(ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        foreach (var id in await db.Set<PostSeries>().Where(s => s.AccountId == account.Id && s.EndedAt == null).Select(s => s.Id).ToListAsync(ct))
            await due.Set(db, account.WorkspaceId, TendSeries.Name, id.Value, clock.GetUtcNow(), null, ct);
    }
}

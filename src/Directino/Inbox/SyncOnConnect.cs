using Directino.Accounts;
using Directino.Ledger;
using Directino.Persistence;

namespace Directino.Inbox;

/// <summary>An account that was connected, or connected again, is read back from where it was left.</summary>
internal sealed class SyncOnConnect(DueBook due, TimeProvider clock) : IAccountConnected
{
    public Task Connected(ConnectedAccount account, DirectinoContext db, CancellationToken ct) =>
        due.Set(db, account.WorkspaceId, SyncInbox.KindName, account.Id.Value, clock.GetUtcNow(), account.Id, ct);
}

using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Directino.Accounts.Connecting;

/// <summary>What a member can set on a connected account: switches, zone, and its end.</summary>
public sealed partial class AccountDesk(
    Database database, InstagramClient instagram, AccountAccess access, DueBook due, IEnumerable<IZoneChanged> zoneChanged, TimeProvider clock, ILogger<AccountDesk> logger)
{
    /// <summary>False when there is no such account here.</summary>
    public Task<bool> Switch(WorkspaceId workspace, AccountId id, Capability capability, bool on, CancellationToken ct) => TwoAtOnce.Retry(async () =>
    {
        await using var db = database.Open(workspace);
        if (await db.Set<ConnectedAccount>().FirstOrDefaultAsync(a => a.Id == id, ct) is not { } account)
            return false;
        account.Switch(capability, on);
        if (account.State == AccountState.Connected && capability is Capability.Comments or Capability.Messages)
            await due.Set(db, workspace, WatchSubscription.Name, id.Value, clock.GetUtcNow(), id, ct);
        await db.SaveChangesAsync(ct);
        return true;
    });

    /// <summary>False when there is no such account here, or nobody knows the zone.</summary>
    public async Task<bool> SetTimeZone(WorkspaceId workspace, AccountId id, string zone, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (!TimeZones.IsKnown(zone) || await db.Set<ConnectedAccount>().FirstOrDefaultAsync(a => a.Id == id, ct) is not { } account)
            return false;
        account.TimeZone = zone;
        foreach (var hook in zoneChanged)
            await hook.Changed(account, db, ct);
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>The token is gone at once; what was still to be done for the account is refused by the gate.</summary>
    public Task<bool> Disconnect(WorkspaceId workspace, AccountId id, CancellationToken ct) => TwoAtOnce.Retry(async () =>
    {
        await using var db = database.Open(workspace);
        if (await db.Set<ConnectedAccount>().FirstOrDefaultAsync(a => a.Id == id, ct) is not { } account)
            return false;
        var pass = await access.For(account, ct);
        account.Disconnect();
        await due.Clear(db, WatchSubscription.Name, id.Value, ct);
        await due.Clear(db, RefreshToken.Name, id.Value, ct);
        await db.SaveChangesAsync(ct);
        await WaitingActs.ReleaseAll(db, id, clock.GetUtcNow(), ct);
        if (pass is not null)
            await EndDelivery(account, pass, ct);
        return true;
    });

    /// <summary>Asked after the token was deleted here: whether Instagram answers does not matter to what a member decided.</summary>
    private async Task EndDelivery(ConnectedAccount account, InstagramAccess pass, CancellationToken ct)
    {
        await using var everywhere = database.OpenEverywhere();
        if (await everywhere.Set<ConnectedAccount>().AnyAsync(a => a.InstagramId == account.InstagramId && a.State == AccountState.Connected, ct))
            return;
        try
        {
            await instagram.Subscriptions.Unsubscribe(pass, ct);
        }
        catch (InstagramException error)
        {
            LogNotUnsubscribed(account.Id, error.GetType().Name, error.Code);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Instagram did not end its deliveries for the disconnected account {Account}: {Error}, code {Code}")]
    private partial void LogNotUnsubscribed(AccountId account, string error, int code);
}

using Directino.Accounts.Tokens;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Accounts.Connecting;

/// <summary>Makes or renews the account a login brought, with all that begins thereby, in one transaction.</summary>
public sealed class AccountConnector(Database database, TokenVault vault, DueBook due, IEnumerable<IAccountConnected> hooks, TimeProvider clock)
{
    public Task<ConnectOutcome> Connect(ConnectAttempt attempt, NewAccess access, CancellationToken ct) => TwoAtOnce.Retry(() => Keep(attempt, access, ct));

    private async Task<ConnectOutcome> Keep(ConnectAttempt attempt, NewAccess access, CancellationToken ct)
    {
        await using var db = database.Open(attempt.WorkspaceId);
        var found = await db.Set<ConnectedAccount>().FirstOrDefaultAsync(a => a.InstagramId == access.Me.UserId, ct);
        var account = found ?? db.Add(await NewAccount(db, attempt, access, ct)).Entity;
        account.SealedToken = await vault.Seal(attempt.WorkspaceId, account.Id, access.Token, ct);
        Renew(account, attempt, access);
        foreach (var hook in hooks)
            await hook.Connected(account, db, ct);
        await due.Set(db, account.WorkspaceId, WatchSubscription.Name, account.Id.Value, clock.GetUtcNow(), account.Id, ct);
        if (account.TokenExpiresAt is not null)
            await due.Set(db, account.WorkspaceId, RefreshToken.Name, account.Id.Value, RefreshToken.FirstTry(account), account.Id, ct);
        await db.SaveChangesAsync(ct);
        if (found is not null)
            await WaitingActs.Release(db, account.Id, clock.GetUtcNow(), ct);
        var declined = attempt.Capabilities.Where(c => !Scopes.Granted(account, c)).ToList();
        return new ConnectOutcome.Connected(account.Id, found is not null, declined);
    }

    private async Task<ConnectedAccount> NewAccount(DirectinoContext db, ConnectAttempt attempt, NewAccess access, CancellationToken ct) => new()
    {
        Id = AccountId.New(clock),
        WorkspaceId = attempt.WorkspaceId,
        Login = attempt.Login,
        InstagramId = access.Me.UserId,
        AppScopedId = access.Me.Id,
        Username = access.Me.Username ?? access.Me.UserId,
        TimeZone = await db.Set<Workspace>().Select(w => w.TimeZone).SingleAsync(ct),
        Scopes = "",
        ConnectedAt = clock.GetUtcNow(),
        ConnectedBy = attempt.PersonId,
    };

    private void Renew(ConnectedAccount account, ConnectAttempt attempt, NewAccess access)
    {
        var now = clock.GetUtcNow();
        account.Reconnect(attempt.Login, access.PageId, access.Granted, now, access.ExpiresIn is { } life ? now + life : null);
        account.AppScopedId = access.Me.Id;
        account.Username = access.Me.Username ?? account.Username;
        account.Name = access.Me.Name;
        account.PictureUrl = access.Me.ProfilePictureUrl;
        account.AccountType = access.Me.AccountType?.ToUpperInvariant() ?? account.AccountType;
        account.FollowersCount = (int?)access.Me.FollowersCount ?? account.FollowersCount;
        account.ConnectedBy = attempt.PersonId;
        foreach (var capability in Enum.GetValues<Capability>())
            account.Switch(capability, attempt.Capabilities.Contains(capability));
    }
}

using Directino.Accounts.Tokens;
using Directino.Instagram;

namespace Directino.Accounts;

/// <summary>Opens the token of an account for one call. Nothing keeps what it returns.</summary>
public sealed class AccountAccess(TokenVault vault)
{
    /// <summary>Null when the account has no token: disconnected, or never finished connecting.</summary>
    public async Task<InstagramAccess?> For(ConnectedAccount account, CancellationToken ct) =>
        account.SealedToken is { } box
            ? new InstagramAccess(account.Login, account.InstagramId, await vault.Open(account.WorkspaceId, account.Id, box, ct), account.PageId)
            : null;
}

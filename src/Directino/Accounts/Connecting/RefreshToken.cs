using Directino.Accounts.Tokens;
using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Directino.Accounts.Connecting;

/// <summary>
/// Renews a token at half its life (API reference, auth 2.6). While Instagram does not answer it is tried again every few
/// hours, and the owners are told when the end comes near. Only a dead token asks for a new login.
/// </summary>
internal sealed partial class RefreshToken(
    InstagramClient instagram, TokenVault vault, AccountAccess access, OwnerNews owners, CallBudget budget, TimeProvider clock, ILogger<RefreshToken> logger)
    : IDueHandler
{
    public const string Name = "refresh-token";

    private static readonly TimeSpan LeastAge = TimeSpan.FromHours(24);
    private static readonly int[] Warnings = [1, 5, 10, 20];

    public string Kind => Name;

    /// <summary>Half its life, a few days around it by account so that not all of an installation's come at once, and never before it is a day old.</summary>
    public static DateTimeOffset FirstTry(ConnectedAccount account)
    {
        var (issued, expires) = (account.TokenIssuedAt!.Value, account.TokenExpiresAt!.Value);
        var life = expires - issued;
        var spread = (account.Id.Value.GetHashCode() & 0xFF) / 255.0 * 0.1;
        var half = issued + (life * (0.45 + spread));
        var earliest = issued + LeastAge;
        return half < earliest ? earliest : half;
    }

    public async Task<DateTimeOffset?> Handle(DueItem item, DirectinoContext db, CancellationToken ct)
    {
        var id = AccountId.Of(item.SubjectId);
        var account = await db.Set<ConnectedAccount>().FirstOrDefaultAsync(a => a.Id == id, ct);
        if (account is not { State: AccountState.Connected, SealedToken: { } box, TokenExpiresAt: { } expires })
            return null; // Connecting again sets it anew.
        var now = clock.GetUtcNow();
        if (now >= expires)
            return await AskForLogin(account, db, ct);
        if (FirstTry(account) is var due && now < due)
            return due;
        if (budget.NotBefore(account.InstagramId, Urgency.Background) is { } later)
            return later;
        try
        {
            var token = await instagram.Login.Refresh((await access.For(account, ct))!, ct);
            await Keep(account, box, token.Token, token.ExpiresIn, db, ct);
            LogRenewed(account.Id);
            return account.TokenExpiresAt is null ? null : FirstTry(account);
        }
        catch (Exception error) when (error is LoginNeededException or PermissionMissingException)
        {
            LogDead(account.Id, ((InstagramException)error).Code, ((InstagramException)error).Subcode);
            return await AskForLogin(account, db, ct);
        }
        catch (InstagramException error)
        {
            LogNotRenewed(account.Id, error.GetType().Name, error.Code, error.TraceId);
            await Warn(account, expires, db, ct);
            return Again(now, expires);
        }
    }

    /// <summary>
    /// Replaces the token at once and only if it is still the one that was renewed: a login or a disconnection that came in between wins.
    /// </summary>
    private async Task Keep(ConnectedAccount account, byte[] old, string token, TimeSpan? life, DirectinoContext db, CancellationToken ct)
    {
        var box = await vault.Seal(account.WorkspaceId, account.Id, token, ct);
        var now = clock.GetUtcNow();
        var expires = life is { } span ? now + span : (DateTimeOffset?)null;
        await db.Set<ConnectedAccount>().Where(a => a.Id == account.Id && a.SealedToken == old)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.SealedToken, box)
                .SetProperty(a => a.TokenIssuedAt, now)
                .SetProperty(a => a.TokenExpiresAt, expires)
                .SetProperty(a => a.TokenWarnedDays, (int?)null), ct);
        await db.Entry(account).ReloadAsync(ct);
    }

    private async Task<DateTimeOffset?> AskForLogin(ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        account.NeedLogin();
        await owners.TellLoginNeeded(account, db, ct);
        return null;
    }

    private async Task Warn(ConnectedAccount account, DateTimeOffset expires, DirectinoContext db, CancellationToken ct)
    {
        var left = (int)Math.Ceiling((expires - clock.GetUtcNow()).TotalDays);
        var step = Warnings.FirstOrDefault(days => left <= days);
        if (step == 0 || account.TokenWarnedDays <= step)
            return;
        account.TokenWarnedDays = step;
        await owners.TellTokenEnds(account, left, db, ct);
    }

    private static DateTimeOffset Again(DateTimeOffset now, DateTimeOffset expires)
    {
        var next = now + (TimeSpan.FromHours(4) * (0.85 + (Random.Shared.NextDouble() * 0.3)));
        return next < expires ? next : expires;
    }

    [LoggerMessage(LogLevel.Information, "The token of account {Account} was renewed")]
    private partial void LogRenewed(AccountId account);

    [LoggerMessage(LogLevel.Warning, "The token of account {Account} can no longer be renewed, code {Code}/{Subcode}: its owners must log in")]
    private partial void LogDead(AccountId account, int code, int? subcode);

    [LoggerMessage(LogLevel.Warning, "The token of account {Account} was not renewed and will be tried again: {Error}, code {Code}, trace {Trace}")]
    private partial void LogNotRenewed(AccountId account, string error, int code, string? trace);
}

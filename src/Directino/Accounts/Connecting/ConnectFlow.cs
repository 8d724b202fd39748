using Directino.Instagram;
using Directino.Instagram.Accounts;
using Directino.Instagram.Errors;
using Directino.Instagram.Login;
using Directino.Accounts.Tokens;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Directino.Accounts.Connecting;

/// <summary>The way through Instagram's login and back (API reference, auth sections 2 and 3).</summary>
public sealed partial class ConnectFlow(
    Database database, InstagramClient instagram, TokenVault vault, AccountConnector connector, DueBook due, TimeProvider clock, ILogger<ConnectFlow> logger)
{
    /// <summary>Remembers an attempt and says where to send the browser, and what secret to leave in its cookie.</summary>
    /// <param name="workspace">Where the account will belong.</param>
    /// <param name="person">Who connects it.</param>
    /// <param name="login">Which of Meta's logins.</param>
    /// <param name="capabilities">What Directino may do; only the scopes of these are asked for.</param>
    /// <param name="callback">Where Instagram sends the browser back to, registered there.</param>
    /// <param name="again">Ask the person for everything once more, also for what they declined before.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<ConnectStart> Begin(
        WorkspaceId workspace, PersonId person, InstagramLogin login, IReadOnlyCollection<Capability> capabilities, Uri callback, bool again, CancellationToken ct)
    {
        var (state, browser) = (Secret.New(), Secret.New());
        var now = clock.GetUtcNow();
        var attempt = new ConnectAttempt
        {
            Id = ConnectAttemptId.New(clock), WorkspaceId = workspace, PersonId = person, Login = login,
            StateHash = Secret.Hash(state), BrowserHash = Secret.Hash(browser),
            Asked = string.Join(' ', capabilities.Where(c => Scopes.Offers(login, c)).Distinct().Order()), Callback = callback.OriginalString,
            CreatedAt = now, ExpiresAt = now + ConnectAttempt.Lifetime,
        };
        await using var db = database.Open(workspace);
        db.Add(attempt);
        await due.Set(db, workspace, ForgetAttempt.Name, attempt.Id.Value, attempt.ExpiresAt + TimeSpan.FromHours(1), account: null, ct);
        await db.SaveChangesAsync(ct);
        return new ConnectStart(instagram.Login.AuthorizeUrl(login, callback, Scopes.ToAsk(login, capabilities), state, again), browser);
    }

    /// <summary>The browser is back. An attempt is used up by its first return, whatever came of it.</summary>
    public async Task<ConnectOutcome> Finish(ConnectReturn back, CancellationToken ct)
    {
        await using var directory = database.OpenEverywhere();
        var hash = Secret.Hash(back.State ?? "");
        var attempt = await directory.Set<ConnectAttempt>().AsNoTracking().FirstOrDefaultAsync(a => a.StateHash == hash, ct);
        if (attempt is null)
            return Failed(ConnectProblem.Unknown);
        if (!Secret.Matches(back.BrowserSecret, attempt.BrowserHash) || attempt.PersonId != back.Person)
            return Failed(ConnectProblem.OtherBrowser);
        var now = clock.GetUtcNow();
        if (now >= attempt.ExpiresAt)
            return Failed(ConnectProblem.Expired);
        var claimed = await directory.Set<ConnectAttempt>().Where(a => a.Id == attempt.Id && a.UsedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.UsedAt, now), ct);
        if (claimed == 0)
            return Failed(ConnectProblem.Used);
        if (back.Error is { Length: > 0 } error)
            return error == "access_denied" ? new ConnectOutcome.Cancelled() : Failed(ConnectProblem.Refused);
        if (string.IsNullOrEmpty(back.Code))
            return Failed(ConnectProblem.Refused);
        return await Asking(() => attempt.Login == InstagramLogin.Facebook ? FinishFacebook(attempt, back.Code, ct) : FinishInstagram(attempt, back.Code, ct));
    }

    /// <summary>Facebook Login: the accounts a person may choose from, as long as the attempt lasts.</summary>
    public async Task<IReadOnlyList<LinkedAccount>> Choices(WorkspaceId workspace, ConnectAttemptId id, PersonId person, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var attempt = await db.Set<ConnectAttempt>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.PersonId == person, ct);
        return attempt is { SealedUserToken: { } token } && clock.GetUtcNow() < attempt.ExpiresAt
            ? Usable(await instagram.Login.LinkedAccounts(await vault.Open(workspace, Key(attempt), token, ct), ct))
            : [];
    }

    /// <summary>Facebook Login: connects the account behind the Page that was chosen.</summary>
    public async Task<ConnectOutcome> Choose(WorkspaceId workspace, ConnectAttemptId id, PersonId person, string pageId, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var attempt = await db.Set<ConnectAttempt>().FirstOrDefaultAsync(a => a.Id == id && a.PersonId == person, ct);
        if (attempt?.SealedUserToken is not { } token)
            return Failed(ConnectProblem.Unknown);
        if (clock.GetUtcNow() >= attempt.ExpiresAt)
            return Failed(ConnectProblem.Expired);
        return await Asking(async () =>
        {
            var pages = Usable(await instagram.Login.LinkedAccounts(await vault.Open(workspace, Key(attempt), token, ct), ct));
            if (pages.FirstOrDefault(p => p.PageId == pageId) is not { } page)
                return Failed(ConnectProblem.NoAccount);
            var outcome = await ConnectPage(attempt, page, (attempt.Granted ?? "").Split(' '), ct);
            attempt.SealedUserToken = null;
            await db.SaveChangesAsync(ct);
            return outcome;
        });
    }

    private async Task<ConnectOutcome> FinishInstagram(ConnectAttempt attempt, string code, CancellationToken ct)
    {
        var exchange = await instagram.Login.ExchangeCode(attempt.Login, code, new Uri(attempt.Callback), ct);
        // Where the answer does not say what was granted, nothing ever will: what was asked for is the best record there is.
        var granted = exchange.Permissions ?? Scopes.ToAsk(attempt.Login, attempt.Capabilities);
        if (!granted.Contains(Scopes.Basic(attempt.Login)))
            return Failed(ConnectProblem.BasicMissing);
        var token = await instagram.Login.ExchangeForLongLived(attempt.Login, exchange.Token, ct);
        var me = await instagram.Accounts.Me(attempt.Login, token.Token, ct);
        return await connector.Connect(attempt, new NewAccess(me, token.Token, token.ExpiresIn, granted, PageId: null), ct);
    }

    private async Task<ConnectOutcome> FinishFacebook(ConnectAttempt attempt, string code, CancellationToken ct)
    {
        var exchange = await instagram.Login.ExchangeCode(attempt.Login, code, new Uri(attempt.Callback), ct);
        var user = await instagram.Login.ExchangeForLongLived(attempt.Login, exchange.Token, ct);
        var granted = await instagram.Login.GrantedPermissions(user.Token, ct);
        if (!granted.Contains(Scopes.Basic(attempt.Login)))
            return Failed(ConnectProblem.BasicMissing);
        var pages = Usable(await instagram.Login.LinkedAccounts(user.Token, ct));
        if (pages.Count == 0)
            return Failed(ConnectProblem.NoAccount);
        if (pages.Count == 1)
            return await ConnectPage(attempt, pages[0], granted, ct);

        var box = await vault.Seal(attempt.WorkspaceId, Key(attempt), user.Token, ct);
        await using var db = database.Open(attempt.WorkspaceId);
        var row = await db.Set<ConnectAttempt>().SingleAsync(a => a.Id == attempt.Id, ct);
        (row.SealedUserToken, row.Granted) = (box, string.Join(' ', granted));
        await db.SaveChangesAsync(ct);
        return new ConnectOutcome.Choose(attempt.Id);
    }

    private async Task<ConnectOutcome> ConnectPage(ConnectAttempt attempt, LinkedAccount page, IReadOnlyList<string> granted, CancellationToken ct)
    {
        var me = await instagram.Accounts.Me(page.ToAccess()!, ct);
        // A Page token got with a long-lived user token has no end.
        return await connector.Connect(attempt, new NewAccess(me, page.PageToken!, ExpiresIn: null, granted, page.PageId), ct);
    }

    private static List<LinkedAccount> Usable(IReadOnlyList<LinkedAccount> pages) => [.. pages.Where(p => p.ToAccess() is not null)];

    /// <summary>The token waits under the attempt's id, as an account's waits under the account's.</summary>
    private static AccountId Key(ConnectAttempt attempt) => AccountId.Of(attempt.Id.Value);

    private async Task<ConnectOutcome> Asking(Func<Task<ConnectOutcome>> ask)
    {
        try
        {
            return await ask();
        }
        catch (ObjectGoneException error)
        {
            LogRefused(error.GetType().Name, error.Code, error.Subcode, error.TraceId);
            return Failed(ConnectProblem.NoAccount);
        }
        catch (InstagramException error)
        {
            LogRefused(error.GetType().Name, error.Code, error.Subcode, error.TraceId);
            return Failed(error is TryLaterException or RateLimitedException or OutcomeUnknownException ? ConnectProblem.Unavailable : ConnectProblem.Refused);
        }
    }

    private static ConnectOutcome.Failed Failed(ConnectProblem problem) => new(problem);

    [LoggerMessage(LogLevel.Warning, "An account could not be connected: {Error}, code {Code}/{Subcode}, trace {Trace}")]
    private partial void LogRefused(string error, int code, int? subcode, string? trace);
}

/// <summary>Where to send the browser, and the secret for its cookie.</summary>
public sealed record ConnectStart(Uri AuthorizeUrl, string BrowserSecret);

/// <summary>What a login brought.</summary>
public sealed record NewAccess(InstagramAccount Me, string Token, TimeSpan? ExpiresIn, IReadOnlyList<string> Granted, string? PageId);

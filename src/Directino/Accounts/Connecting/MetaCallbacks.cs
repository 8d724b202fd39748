using System.Security.Cryptography;
using System.Text;
using Directino.Instagram;
using Directino.Instagram.Webhooks;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Directino.Accounts.Connecting;

/// <summary>
/// What Meta tells about a person (API reference, compliance sections 4 and 5): they removed the app, or want their data deleted. Everything follows from what was
/// signed, so that the same told twice does nothing twice, and an old one does nothing to an account that was connected again since.
/// </summary>
public sealed partial class MetaCallbacks
{
    /// <summary>Meta does not prescribe how old one may be; its own tries end within hours.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(2);

    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(10);

    private readonly Database _database;
    private readonly DueBook _due;
    private readonly OwnerNews _owners;
    private readonly TimeProvider _clock;
    private readonly ILogger<MetaCallbacks> _logger;
    private readonly byte[][] _secrets;

    internal MetaCallbacks(Database database, InstagramClientOptions instagram, DueBook due, OwnerNews owners, TimeProvider clock, ILogger<MetaCallbacks> logger)
    {
        (_database, _due, _owners, _clock, _logger) = (database, due, owners, clock, logger);
        _secrets = [.. new[] { instagram.AppSecret, instagram.MetaAppSecret }.Where(s => !string.IsNullOrEmpty(s)).Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>The person removed the app: their account is disconnected in every workspace, as when a member does it, and its owners are told. False when Meta did not sign it.</summary>
    public Task<bool> Deauthorize(string? signedRequest, CancellationToken ct) => TwoAtOnce.Retry(async () =>
    {
        if (Read(signedRequest, "deauthorize") is not { } request)
            return false;
        await using var db = _database.OpenEverywhere();
        foreach (var account in await Of(request, db, ct))
        {
            if (account.State == AccountState.Disconnected)
                continue;
            await End(account, db, ct);
            await _owners.TellLoginNeeded(account, db, ct);
            LogDisconnected(account.Id);
        }

        await db.SaveChangesAsync(ct);
        return true;
    });

    /// <summary>
    /// The person wants their data deleted: the account is disconnected at once, and all that each workspace holds of it is erased right after (<see cref="EraseAccount"/>).
    /// </summary>
    /// <returns>The code by which the person sees what became of it, the same for the same request; null when Meta did not sign it.</returns>
    public Task<string?> Delete(string? signedRequest, CancellationToken ct) => TwoAtOnce.Retry(async () =>
    {
        if (Read(signedRequest, "data-deletion") is not { } request)
            return null;
        var code = Code(signedRequest!);
        var hash = Secret.Hash(code);
        await using var db = _database.OpenEverywhere();
        if (await db.Set<DataDeletion>().AnyAsync(d => d.CodeHash == hash, ct))
            return code;
        var now = _clock.GetUtcNow();
        var deletion = new DataDeletion { Id = DataDeletionId.New(_clock), CodeHash = hash, ReceivedAt = now };
        db.Add(deletion);
        foreach (var account in await Of(request, db, ct))
        {
            await End(account, db, ct);
            var part = new DataDeletionPart { Id = DataDeletionPartId.New(_clock), WorkspaceId = account.WorkspaceId, DeletionId = deletion.Id, Account = account.Id.Value };
            db.Add(part);
            await _due.Set(db, account.WorkspaceId, EraseAccount.Name, part.Id.Value, now, account.Id, ct);
        }

        try
        {
            await db.SaveChangesAsync(ct);
            LogDeletion(deletion.Id);
        }
        catch (DbUpdateException error) when (error is not DbUpdateConcurrencyException && !ct.IsCancellationRequested)
        {
            // Told twice at the same moment, the other was kept; the code is the same.
            await using var again = _database.OpenEverywhere();
            if (!await again.Set<DataDeletion>().AnyAsync(d => d.CodeHash == hash, ct))
                throw;
        }

        return code;
    });

    private SignedRequest? Read(string? signedRequest, string callback)
    {
        if (SignedRequest.Read(signedRequest, _secrets) is not { } request)
        {
            LogRefused(callback, "its signature is not Meta’s");
            return null;
        }

        var now = _clock.GetUtcNow();
        if (request.IssuedAt is not { } at || (at >= now - Oldest && at <= now + ClocksDiffer))
            return request;
        LogRefused(callback, "it is not of today");
        return null;
    }

    /// <summary>Whoever signed in again since is not meant. Instagram's login names a person by the app-scoped id; the other id of the account is taken, too.</summary>
    private static async Task<List<ConnectedAccount>> Of(SignedRequest request, DirectinoContext db, CancellationToken ct)
    {
        var accounts = await db.Set<ConnectedAccount>().Where(a => a.AppScopedId == request.UserId || a.InstagramId == request.UserId).ToListAsync(ct);
        return accounts.FindAll(a => request.IssuedAt is not { } at || a.TokenIssuedAt is not { } since || since < at + TimeSpan.FromSeconds(1));
    }

    private async Task End(ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        account.Disconnect();
        await _due.Clear(db, WatchSubscription.Name, account.Id.Value, ct);
        await _due.Clear(db, RefreshToken.Name, account.Id.Value, ct);
        // What waits is refused by the gate at once and says so, also what was meant for later.
        foreach (var act in await WaitingActs.Of(db, account.Id).ToListAsync(ct))
            act.DueAt = _clock.GetUtcNow();
    }

    /// <summary>Nobody without our secrets can guess it, and it need not be stored to be the same again.</summary>
    private string Code(string signedRequest) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_secrets[^1], Encoding.UTF8.GetBytes("deletion " + signedRequest[(signedRequest.IndexOf('.', StringComparison.Ordinal) + 1)..])))[..24];

    [LoggerMessage(LogLevel.Information, "Account {Account} was disconnected: its person removed the app at Instagram")]
    private partial void LogDisconnected(AccountId account);

    [LoggerMessage(LogLevel.Information, "Meta asked to delete a person's data: {Deletion}")]
    private partial void LogDeletion(DataDeletionId deletion);

    [LoggerMessage(LogLevel.Warning, "A callback of Meta's ({Callback}) was refused: {Why}")]
    private partial void LogRefused(string callback, string why);
}

using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Directino.Accounts.Connecting;

/// <summary>
/// Sees to it that Instagram delivers what the account's owner allowed: subscribes, reads back, repairs. Instagram ends
/// subscriptions silently when deliveries fail for an hour, so it looks several times a day; that it can ask at all proves the token.
/// </summary>
internal sealed partial class WatchSubscription(
    InstagramClient instagram, Database database, AccountAccess access, OwnerNews owners, CallBudget budget, TimeProvider clock, ILogger<WatchSubscription> logger)
    : IDueHandler
{
    public const string Name = "watch-subscription";

    private static readonly TimeSpan Rhythm = TimeSpan.FromHours(4);
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(10);

    public string Kind => Name;

    public async Task<DateTimeOffset?> Handle(DueItem item, DirectinoContext db, CancellationToken ct)
    {
        var id = AccountId.Of(item.SubjectId);
        var account = await db.Set<ConnectedAccount>().FirstOrDefaultAsync(a => a.Id == id, ct);
        if (account is null or { State: AccountState.Disconnected } || await access.For(account, ct) is not { } pass)
            return null;
        var now = clock.GetUtcNow();
        if (account.State == AccountState.NeedsLogin)
        {
            // Some other call found the token dead. Told once; connecting again sets this item anew.
            await owners.TellLoginNeeded(account, db, ct);
            return null;
        }

        if (budget.NotBefore(account.InstagramId, Urgency.Background) is { } later)
            return later;
        try
        {
            return await Repair(account, pass, ct) ? now + Rhythm : now + Soon;
        }
        catch (LoginNeededException)
        {
            account.NeedLogin();
            await owners.TellLoginNeeded(account, db, ct);
            return null;
        }
        catch (InstagramException error)
        {
            account.SubscriptionError = error.GetType().Name;
            LogNotSubscribed(account.Id, error.GetType().Name, error.Code, error.TraceId);
            return now + Soon;
        }
    }

    /// <summary>False when Instagram said yes and still does not list the fields.</summary>
    private async Task<bool> Repair(ConnectedAccount account, InstagramAccess pass, CancellationToken ct)
    {
        var wanted = await Wanted(account, ct);
        var subscribed = await instagram.Subscriptions.Subscribed(pass, ct);
        if (wanted.Count > 0 && !WantedFields.AreMet(account, wanted, subscribed))
        {
            await instagram.Subscriptions.Subscribe(pass, wanted, ct);
            LogSubscribed(account.Id, wanted.Count);
            subscribed = await instagram.Subscriptions.Subscribed(pass, ct);
        }
        else if (wanted.Count == 0 && subscribed.Count > 0)
        {
            await instagram.Subscriptions.Unsubscribe(pass, ct);
            subscribed = [];
        }

        var met = wanted.Count == 0 || WantedFields.AreMet(account, wanted, subscribed);
        account.SubscribedAt = met && wanted.Count > 0 ? clock.GetUtcNow() : null;
        account.SubscriptionError = met ? null : "FieldsMissing";
        return met;
    }

    /// <summary>Instagram knows one subscription per app and account: what any workspace with this account wants must be in it.</summary>
    private async Task<IReadOnlyList<string>> Wanted(ConnectedAccount account, CancellationToken ct)
    {
        await using var everywhere = database.OpenEverywhere();
        var others = await everywhere.Set<ConnectedAccount>().AsNoTracking()
            .Where(a => a.InstagramId == account.InstagramId && a.Id != account.Id && a.State == AccountState.Connected && a.Login == account.Login)
            .ToListAsync(ct);
        return [.. others.Append(account).SelectMany(WantedFields.For).Distinct(StringComparer.Ordinal)];
    }

    [LoggerMessage(LogLevel.Information, "Account {Account} was subscribed to {Count} webhook fields")]
    private partial void LogSubscribed(AccountId account, int count);

    [LoggerMessage(LogLevel.Warning, "Account {Account} could not be subscribed and will be tried again: {Error}, code {Code}, trace {Trace}")]
    private partial void LogNotSubscribed(AccountId account, string error, int code, string? trace);
}

using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Directino.Ledger;

/// <summary>
/// Does the acts of one account, one at a time: gate, claim, call, settle. The only caller of Instagram for an effect.
/// A plain type: the account's grain drives it, tests drive it without one.
/// </summary>
public sealed partial class Dispatcher(
    Database database, Gate gate, IEnumerable<IActKind> kinds, AccountAccess access, CallBudget budget,
    InstagramClientOptions instagram, TimeProvider clock, ILogger<Dispatcher> logger)
{
    private const int MostTries = 10;
    private readonly Dictionary<string, IActKind> _kinds = kinds.ToDictionary(k => k.Name);

    /// <summary>
    /// Takes the most urgent act that is due and moves it one state on. <paramref name="run"/> names this run of the
    /// account's grain: an act found <c>Sending</c> under another name is an orphan. False when nothing is due.
    /// </summary>
    public async Task<bool> RunNext(AccountId accountId, Guid run, CancellationToken ct)
    {
        await using var db = database.OpenEverywhere();
        var now = clock.GetUtcNow();
        var next = await db.Set<Act>()
            .Where(a => a.AccountId == accountId && a.EndedAt == null && a.DueAt <= now)
            .Where(a => a.State != ActState.Sending || a.ClaimedBy != run)
            .Join(db.Set<ConnectedAccount>(), a => a.AccountId, a => a.Id, (act, account) => new { Act = act, Account = account })
            .OrderBy(n => n.Act.Urgency).ThenBy(n => n.Act.Id)
            .FirstOrDefaultAsync(ct);
        if (next is null)
            return false;

        var (act, account) = (next.Act, next.Account);
        var kind = _kinds[act.Kind];
        switch (act.State)
        {
            case ActState.Sending:
                LogOrphanFound(act.Kind, act.Id);
                act.LoseSight(now, "interrupted");
                await Save(db, act, kind, null, ct);
                break;
            case ActState.Unknown:
                await FindOut(act, account, kind, db, ct);
                break;
            default:
                await Attempt(act, account, kind, run, db, ct);
                break;
        }

        return true;
    }

    private async Task Attempt(Act act, ConnectedAccount account, IActKind kind, Guid run, DirectinoContext db, CancellationToken ct)
    {
        switch (await gate.Ask(act, account, kind, db, ct))
        {
            case GateAnswer.Refuse refuse:
                LogRefused(act.Kind, act.Id, refuse.Rule);
                act.End(ActState.Refused, clock.GetUtcNow(), reason: refuse.Rule);
                await Save(db, act, kind, null, ct);
                return;
            case GateAnswer.Wait wait:
                act.TryAgain(wait.Until, wait.Rule);
                await Save(db, act, kind, null, ct);
                return;
        }

        if (await access.For(account, ct) is not { } token)
        {
            act.End(ActState.Refused, clock.GetUtcNow(), reason: GateRules.Disconnected);
            await Save(db, act, kind, null, ct);
            return;
        }

        if (!await Claim(act, run, db, ct))
            return;
        try
        {
            // Not the caller's token: a call that was begun is finished or times out, it is never dropped half-way.
            var result = await kind.Send(act, token, CancellationToken.None);
            act.End(ActState.Done, clock.GetUtcNow(), result.InstagramId);
            await Save(db, act, kind, result, CancellationToken.None);
            LogDone(act.Kind, act.Id);
        }
        catch (InstagramException error)
        {
            Judge(act, account, kind, error);
            await Save(db, act, kind, null, CancellationToken.None);
        }
    }

    /// <summary>Compare-and-set: of two runs that want the act, one gets it.</summary>
    private async Task<bool> Claim(Act act, Guid run, DirectinoContext db, CancellationToken ct)
    {
        var before = act.Attempts;
        act.Claim(run, clock.GetUtcNow());
        var claimed = await db.Set<Act>().Where(a => a.Id == act.Id && a.State == ActState.Intended && a.Attempts == before)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.State, act.State)
                .SetProperty(a => a.ClaimedBy, act.ClaimedBy)
                .SetProperty(a => a.SendingSince, act.SendingSince)
                .SetProperty(a => a.Attempts, act.Attempts), ct);
        db.Entry(act).OriginalValues.SetValues(act); // It was just written so.
        return claimed == 1;
    }

    private void Judge(Act act, ConnectedAccount account, IActKind kind, InstagramException error)
    {
        var now = clock.GetUtcNow();
        var detail = $"{error.Code}/{error.Subcode} {error.TraceId}";
        LogInstagramSaidNo(act.Kind, act.Id, error.GetType().Name, error.Code, error.Subcode, error.TraceId);
        if (kind.Judge(act, error, now) is { } verdict)
        {
            verdict.Apply(act, now, detail);
            return;
        }

        switch (error)
        {
            case OutcomeUnknownException:
                act.LoseSight(now, "answer-lost", detail);
                break;
            case RateLimitedException limited:
                act.TryAgain(budget.Close(account.InstagramId, limited.RetryAfter), GateRules.Budget, detail);
                break;
            case LoginNeededException:
                account.NeedLogin();
                act.TryAgain(now + TimeSpan.FromMinutes(15), GateRules.NeedsLogin, detail);
                break;
            case TryLaterException when act.Attempts < MostTries:
                act.TryAgain(now + (error.RetryAfter ?? Backoff.After(act.Attempts)), "instagram-trouble", detail);
                break;
            case TryLaterException:
                act.End(ActState.Failed, now, reason: "instagram-trouble", detail: detail);
                break;
            default:
                act.End(ActState.Failed, now, reason: Reasons.Of(error), detail: detail);
                break;
        }
    }

    private async Task FindOut(Act act, ConnectedAccount account, IActKind kind, DirectinoContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var lookAgain = now + UntilNextLook(now - (act.SendingSince ?? now));
        ActSighting sighting;
        try
        {
            sighting = account.State == AccountState.Connected && await access.For(account, ct) is { } token
                ? await kind.LookUp(act, token, ct)
                : new ActSighting.Unclear(GateRules.NeedsLogin);
        }
        catch (LoginNeededException)
        {
            account.NeedLogin();
            sighting = new ActSighting.Unclear(GateRules.NeedsLogin);
        }
        catch (RateLimitedException limited)
        {
            lookAgain = budget.Close(account.InstagramId, limited.RetryAfter);
            sighting = new ActSighting.Unclear(GateRules.Budget);
        }
        catch (InstagramException error)
        {
            sighting = new ActSighting.Unclear(Reasons.Of(error));
        }

        // A request that was on its way when its answer was lost can still arrive; only after this is "not there" final.
        var settled = (act.SendingSince ?? now) + instagram.CallTimeout + TimeSpan.FromSeconds(1);
        ActResult? result = null;
        switch (sighting)
        {
            case ActSighting.Found found:
                LogFoundDone(act.Kind, act.Id);
                result = found.Result;
                act.End(ActState.Done, now, result.InstagramId);
                break;
            case ActSighting.Absent when now >= settled:
                LogFoundAbsent(act.Kind, act.Id);
                act.TryAgain(now, "not-there");
                break;
            case ActSighting.Absent:
                act.LoseSight(settled, act.Reason ?? "answer-lost", act.ErrorDetail);
                break;
            case ActSighting.Unclear unclear:
                act.LoseSight(lookAgain, unclear.Reason, act.ErrorDetail);
                break;
        }

        await Save(db, act, kind, result, ct);
    }

    /// <summary>A look that told nothing is repeated soon while the call is fresh, later every half minute.</summary>
    private static TimeSpan UntilNextLook(TimeSpan unknownFor) =>
        TimeSpan.FromSeconds(Math.Clamp(unknownFor.TotalSeconds / 2, 2, 30));

    private static async Task Save(DirectinoContext db, Act act, IActKind kind, ActResult? result, CancellationToken ct)
    {
        await kind.Settle(act, result, db, ct);
        await db.SaveChangesAsync(ct);
    }

    [LoggerMessage(LogLevel.Information, "{Kind} {Act} done")]
    private partial void LogDone(string kind, ActId act);

    [LoggerMessage(LogLevel.Information, "{Kind} {Act} refused by {Rule}")]
    private partial void LogRefused(string kind, ActId act, string rule);

    [LoggerMessage(LogLevel.Warning, "{Kind} {Act} was interrupted while being sent; looking whether it happened")]
    private partial void LogOrphanFound(string kind, ActId act);

    [LoggerMessage(LogLevel.Information, "{Kind} {Act} had happened")]
    private partial void LogFoundDone(string kind, ActId act);

    [LoggerMessage(LogLevel.Information, "{Kind} {Act} had not happened; it is tried again")]
    private partial void LogFoundAbsent(string kind, ActId act);

    [LoggerMessage(LogLevel.Warning, "{Kind} {Act}: Instagram answered {Error} {Code}/{Subcode}, trace {Trace}")]
    private partial void LogInstagramSaidNo(string kind, ActId act, string error, int? code, int? subcode, string? trace);
}

using Directino.Accounts;
using Directino.Instagram.Errors;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Directino.Insights.Sync;

/// <summary>
/// Reads an account's numbers: one question a turn, so that whatever else the account has to do goes before. What is
/// wanted follows from what is stored, so a turn that is repeated or lost changes nothing.
/// </summary>
internal sealed partial class InsightsSync(
    IEnumerable<IInsightsStep> steps, Gate gate, AccountAccess access, CallBudget budget, DueBook due, TimeProvider clock,
    ILogger<InsightsSync> logger) : IDueHandler, IAccountConnected
{
    private static readonly TimeSpan UntilNextLook = TimeSpan.FromHours(1);
    private readonly IInsightsStep[] _steps = [.. steps];

    public string Kind => "insights";

    public Task Connected(ConnectedAccount account, DirectinoContext db, CancellationToken ct) =>
        due.Set(db, account.WorkspaceId, Kind, account.Id.Value, clock.GetUtcNow(), account.Id, ct);

    public async Task<DateTimeOffset?> Handle(DueItem item, DirectinoContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var account = await db.Set<ConnectedAccount>().FirstOrDefaultAsync(a => a.Id == item.AccountId, ct);
        if (account is null || account.State == AccountState.Disconnected)
            return null;
        if (gate.MayRead(account, Capability.Insights) is { } refusal)
            return refusal.Rule == GateRules.Budget ? budget.NotBefore(account.InstagramId, Urgency.Background) ?? now : now + UntilNextLook;
        if (await access.For(account, ct) is not { } token)
            return null;

        var turn = new SyncTurn(account, token, await Progress(account, db, ct), db, now);
        try
        {
            foreach (var step in _steps)
            {
                if (await step.Run(turn, ct))
                    return now + turn.Pause;
            }

            return now + UntilNextLook;
        }
        catch (RateLimitedException limited)
        {
            var until = budget.Close(account.InstagramId, limited.RetryAfter);
            LogBudgetUsedUp(account.Id, until);
            return until;
        }
        catch (LoginNeededException)
        {
            account.NeedLogin();
            LogLoginNeeded(account.Id);
            return now + UntilNextLook;
        }
    }

    private static async Task<InsightsProgress> Progress(ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        if (await db.Set<InsightsProgress>().FindAsync([account.Id], ct) is { } known)
            return known;
        var begun = new InsightsProgress { WorkspaceId = account.WorkspaceId, AccountId = account.Id };
        db.Add(begun);
        return begun;
    }

    [LoggerMessage(LogLevel.Information, "Instagram's budget of account {Account} is used up; insights wait until {Until}")]
    private partial void LogBudgetUsedUp(AccountId account, DateTimeOffset until);

    [LoggerMessage(LogLevel.Warning, "Account {Account} needs to log in again; insights wait")]
    private partial void LogLoginNeeded(AccountId account);
}

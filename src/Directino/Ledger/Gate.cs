using Directino.Accounts;
using Directino.Persistence;

namespace Directino.Ledger;

/// <summary>
/// The one gate every act on a user's behalf passes: is the account there, was the scope granted, does the user's own
/// switch allow it, do Meta's rules, is there budget? A refusal names its rule.
/// </summary>
public sealed class Gate(CallBudget budget, TimeProvider clock)
{
    public async Task<GateAnswer> Ask(Act act, ConnectedAccount account, IActKind kind, DirectinoContext db, CancellationToken ct)
    {
        if (Standing(account, act.Capability) is { } refused)
            return new GateAnswer.Refuse(refused.Rule);
        if (await kind.Check(act, account, db, ct) is { } refusal)
            return new GateAnswer.Refuse(refusal.Rule);
        if (account.State == AccountState.NeedsLogin)
            return new GateAnswer.Wait(clock.GetUtcNow() + TimeSpan.FromMinutes(15), GateRules.NeedsLogin);
        return budget.NotBefore(account.InstagramId, act.Urgency) is { } until
            ? new GateAnswer.Wait(until, GateRules.Budget)
            : new GateAnswer.Pass();
    }

    /// <summary>The rules that hold for reading, too. Null when the account may be asked now; otherwise the rule that says no.</summary>
    public Refusal? MayRead(ConnectedAccount account, Capability capability)
    {
        if (Standing(account, capability) is { } refused)
            return refused;
        if (account.State == AccountState.NeedsLogin)
            return new Refusal(GateRules.NeedsLogin);
        return budget.NotBefore(account.InstagramId, Urgency.Background) is null ? null : new Refusal(GateRules.Budget);
    }

    /// <summary>What can be said without a clock or a call: shown next to the button before anything is tried.</summary>
    public static Refusal? Standing(ConnectedAccount account, Capability capability) =>
        account.State == AccountState.Disconnected ? new Refusal(GateRules.Disconnected)
        : !Scopes.Granted(account, capability) ? new Refusal(GateRules.ScopeMissing)
        : !account.Allows(capability) ? new Refusal(GateRules.SwitchedOff)
        : null;
}

/// <summary>What the gate says of an act.</summary>
public abstract record GateAnswer
{
    private GateAnswer() { }

    public sealed record Pass : GateAnswer;

    public sealed record Wait(DateTimeOffset Until, string Rule) : GateAnswer;

    public sealed record Refuse(string Rule) : GateAnswer;
}

using Directino.Accounts;

namespace Directino.Ledger;

/// <summary>The order of an account's calls: acts first, most urgent first; then what else has fallen due for it.</summary>
public sealed class AccountWorker(Dispatcher dispatcher, DueRunner due)
{
    /// <summary>Does one thing. False when nothing is to be done now.</summary>
    public async Task<bool> RunNext(AccountId account, Guid run, CancellationToken ct) =>
        await dispatcher.RunNext(account, run, ct) || await due.RunNext(account, ct);
}

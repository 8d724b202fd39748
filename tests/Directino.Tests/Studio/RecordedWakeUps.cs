using Directino.Accounts;
using Directino.Ledger;

namespace Directino.Tests.Studio;

/// <summary>Remembers whom to wake; <see cref="Studio.Settle"/> does it.</summary>
internal sealed class RecordedWakeUps : IWakeUp
{
    private readonly Lock _lock = new();
    private HashSet<AccountId> _accounts = [];

    public void Account(AccountId account)
    {
        lock (_lock)
            _accounts.Add(account);
    }

    public void Intake(int lane)
    {
        // Every lane is looked at anyway.
    }

    public HashSet<AccountId> Take()
    {
        lock (_lock)
        {
            var taken = _accounts;
            _accounts = [];
            return taken;
        }
    }
}

using Directino.Accounts;
using Directino.Ledger;

namespace Directino.Web.Tests.Studio;

/// <summary>Remembers whom to wake; <see cref="WebStudio.Settle"/> does it.</summary>
internal sealed class InProcessWakeUp : IWakeUp
{
    private readonly Lock _gate = new();
    private HashSet<AccountId> _accounts = [];

    public void Account(AccountId account)
    {
        lock (_gate)
            _accounts.Add(account);
    }

    public void Intake(int lane)
    {
        // Every lane is looked at anyway.
    }

    public HashSet<AccountId> Take()
    {
        lock (_gate)
        {
            var taken = _accounts;
            _accounts = [];
            return taken;
        }
    }
}

using Directino.Accounts;
using Directino.Ledger;

namespace Directino.Benchmarks;

/// <summary>Nothing is processed in a benchmark of what happens before.</summary>
internal sealed class NobodyToWake : IWakeUp
{
    public void Account(AccountId account)
    {
        // The benchmark measures what happens before the answer; nothing is processed.
    }

    public void Intake(int lane)
    {
        // As above.
    }
}

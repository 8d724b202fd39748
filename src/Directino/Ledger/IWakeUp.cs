using Directino.Accounts;

namespace Directino.Ledger;

/// <summary>Says that there may be something to do. Only a hint, may be lost: the due index finds what was missed within a second.</summary>
public interface IWakeUp
{
    void Account(AccountId account);

    void Intake(int lane);
}

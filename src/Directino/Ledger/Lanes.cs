using Directino.Accounts;

namespace Directino.Ledger;

/// <summary>A handful of lanes spread due work over the cluster; one account's work is always in one lane.</summary>
public static class Lanes
{
    public const int Count = 4;

    public static int Of(AccountId account) => Of(account.Value);

    public static int Of(Guid key) => (key.ToByteArray()[15] & 0x7F) % Count;
}

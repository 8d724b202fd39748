using Directino.Accounts;
using Directino.Ledger;

namespace Directino.Hosting.Cluster;

/// <summary>Wakes by one-way calls to grains. A lost call is no loss: the due index is looked at every half second.</summary>
internal sealed class GrainWakeUp(IGrainFactory grains) : IWakeUp
{
    public void Account(AccountId account) => grains.GetGrain<IAccountGrain>(account.Value).Wake().Ignore();

    public void Intake(int lane) => grains.GetGrain<ILaneGrain>(lane).Wake().Ignore();
}

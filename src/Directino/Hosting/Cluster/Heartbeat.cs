using Directino.Ledger;
using Microsoft.Extensions.Hosting;

namespace Directino.Hosting.Cluster;

/// <summary>Ticks every lane twice a second, so that the lanes of a process that died live on in another at once.</summary>
internal sealed class Heartbeat(IGrainFactory grains, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            for (var lane = 0; lane < Lanes.Count; lane++)
                grains.GetGrain<ILaneGrain>(lane).Tick().Ignore();
        }
    }
}

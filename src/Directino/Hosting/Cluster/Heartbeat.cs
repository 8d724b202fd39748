using Directino.Intake;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Directino.Hosting.Cluster;

/// <summary>Twice a second wakes the lanes that have something to do, so that those of a process that died live on in another at once.</summary>
internal sealed partial class Heartbeat(LaneWatch watch, IGrainFactory grains, TimeProvider clock, ILogger<Heartbeat> logger) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var lane in await watch.WithWork(stoppingToken))
                    grains.GetGrain<ILaneGrain>(lane).Tick().Ignore();
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogFailed(error);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "It could not be seen what is due; looked at again in half a second")]
    private partial void LogFailed(Exception error);
}

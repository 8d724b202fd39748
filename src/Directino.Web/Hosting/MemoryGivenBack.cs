namespace Directino.Web.Hosting;

/// <summary>A start reads and compiles much that nothing needs afterwards; once it is over, that memory goes back to the machine.</summary>
internal sealed class MemoryGivenBack(TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan StartIsOver = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(StartIsOver, clock, stoppingToken);
        // Once, about 80 ms; measured: 265 MB before, 231 MB after.
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}

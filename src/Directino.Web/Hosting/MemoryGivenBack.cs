namespace Directino.Web.Hosting;

/// <summary>
/// A start reads and compiles much that nothing needs afterwards: once it is over, that memory goes back to the machine.
/// So does later what a program at rest gathers: so slowly that the collector would let it grow for minutes.
/// </summary>
internal sealed class MemoryGivenBack(TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan StartIsOver = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(30);

    /// <summary>Bytes that are worth looking for.</summary>
    private const long Much = 3_000_000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(StartIsOver, clock, stoppingToken);
        var (collections, allocated) = GiveBack();
        using var timer = new PeriodicTimer(Between, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            // A program with much to do collects for itself.
            if (GC.CollectionCount(0) != collections)
                (collections, allocated) = Now();
            else if (GC.GetTotalAllocatedBytes() - allocated > Much)
                (collections, allocated) = GiveBack();
        }
    }

    /// <summary>50 to 120 ms.</summary>
    private static (int Collections, long Allocated) GiveBack()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return Now();
    }

    private static (int Collections, long Allocated) Now() => (GC.CollectionCount(0), GC.GetTotalAllocatedBytes());
}

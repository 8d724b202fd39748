using Directino.Media.Reach;

namespace Directino.Web.Hosting;

/// <summary>Says in the log, once the program listens, when Meta's Instagram cannot reach it: nothing could be published.</summary>
internal sealed partial class ReachAtStart(MediaReach reach, IHostApplicationLifetime lifetime, ILogger<ReachAtStart> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!reach.IsReal)
            return;
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var listening = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        if (await reach.Site(anew: true, stoppingToken) is { Fault: { } fault })
            LogUnreachable(reach.Address, fault.Rule, fault.Detail);
    }

    [LoggerMessage(LogLevel.Warning, "Instagram cannot fetch files from {Address}: {Rule} {Detail}. See docs/connecting.md, section 1")]
    private partial void LogUnreachable(Uri? address, string rule, string? detail);
}

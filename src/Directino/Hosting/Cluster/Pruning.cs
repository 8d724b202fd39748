using Directino.Idempotency;
using Directino.Intake;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Directino.Hosting.Cluster;

/// <summary>Every hour, removes raw events past their retention and answers that were kept for a day. Harmless when several workers do it.</summary>
internal sealed partial class Pruning(PruneIntake intake, KeyedRequests requests, TimeProvider clock, ILogger<Pruning> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                LogPruned(await intake.Run(stoppingToken), await requests.Prune(stoppingToken));
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogPruningFailed(error);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} raw events and {Answers} kept answers were past their retention and are gone")]
    private partial void LogPruned(int count, int answers);

    [LoggerMessage(LogLevel.Error, "What is past its retention could not be removed; tried again in an hour")]
    private partial void LogPruningFailed(Exception error);
}

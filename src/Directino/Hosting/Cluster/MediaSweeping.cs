using Directino.Media;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Directino.Hosting.Cluster;

/// <summary>Every six hours, brings the media store and its rows together again. Harmless when several workers do it.</summary>
internal sealed partial class MediaSweeping(MediaCleaning cleaning, TimeProvider clock, ILogger<MediaSweeping> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(6), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await cleaning.Run(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogFailed(error);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The media store could not be looked through; tried again in six hours")]
    private partial void LogFailed(Exception error);
}

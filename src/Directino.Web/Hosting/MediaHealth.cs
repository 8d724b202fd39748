using Directino.Media;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Directino.Web.Hosting;

/// <summary>Ready means, too: pictures and videos can be reached.</summary>
internal sealed class MediaHealth(IMediaStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.Check(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The media store does not answer.", error);
        }
    }
}

using Directino.Instagram;
using Directino.Web.Planning;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Directino.Web.Hosting;

/// <summary>Traces, metrics and logs by OpenTelemetry; sent only where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set, metrics always at <c>/metrics</c>.</summary>
internal static class TelemetryModule
{
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        var exports = !string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("directino"))
            .WithMetrics(metrics =>
            {
                metrics.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation()
                    // Room for every kind of value is set aside at start: for the usual 2,000 it would be 20 MB. Most are of Orleans, and of few kinds.
                    .AddView(i => new MetricStreamConfiguration { CardinalityLimit = i.Meter.Name == "Microsoft.Orleans" ? 40 : 400 })
                    .AddMeter("Microsoft.Orleans", "Npgsql").AddPrometheusExporter();
                if (exports)
                    metrics.AddOtlpExporter();
            })
            .WithTracing(traces =>
            {
                if (!exports)
                    return;
                // The address of a private calendar is its secret.
                traces.AddAspNetCoreInstrumentation(o => o.Filter = context => !context.Request.Path.StartsWithSegments(FeedEndpoints.Root))
                    // Addresses that carry a secret because Meta documents no other way are left out.
                    .AddHttpClientInstrumentation(o => o.FilterHttpRequestMessage = request => !SecretUrl.Marks(request))
                    .AddSource("Microsoft.Orleans.Application", "Npgsql").AddOtlpExporter();
            });
        return builder;
    }
}

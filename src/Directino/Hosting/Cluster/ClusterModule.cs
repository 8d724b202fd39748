using System.Net;
using System.Net.Sockets;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Planning.Visits;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Metadata;
using Orleans.Serialization.Configuration;

namespace Directino.Hosting.Cluster;

/// <summary>
/// The silo in every process. One process: a cluster of its own, in memory. With PostgreSQL: membership is kept there,
/// so starting another process is all it takes to grow.
/// </summary>
public static class ClusterModule
{
    public static IHostApplicationBuilder AddCluster(this IHostApplicationBuilder builder)
    {
        var hosting = builder.Configuration.GetSection("Hosting").Get<HostingOptions>() ?? new HostingOptions();
        var postgres = builder.Configuration.GetValue<string>("Database:Provider")?.Equals(nameof(DatabaseProvider.Postgres), StringComparison.OrdinalIgnoreCase) == true;
        builder.UseOrleans(silo =>
        {
            if (postgres)
            {
                silo.Services.AddSingleton<IMembershipTable, PostgresMembership>();
                silo.ConfigureEndpoints(IPAddress.Parse(hosting.ClusterAddress), PortOr(hosting.ClusterPort), gatewayPort: 0, listenOnAnyHostAddress: false);
                silo.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = ("directino", "directino"));
            }
            else
            {
                silo.UseLocalhostClustering(FreePort(), FreePort(), serviceId: "directino", clusterId: "directino");
            }

            silo.Configure<ClusterMembershipOptions>(o =>
            {
                // Measured: a killed process is noticed after about a second, and a cluster that was killed whole is back within ten.
                o.ProbeTimeout = TimeSpan.FromSeconds(1);
                o.NumMissedProbesLimit = 2;
                o.TableRefreshTimeout = TimeSpan.FromSeconds(10);
                o.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(2);
            });
            // Orleans sets aside room for a million grains at start, 40 MB; this is more than a process of ours comes to.
            silo.Configure<GrainDirectoryOptions>(o => o.CacheSize = 10_000);
            silo.Configure<SiloMessagingOptions>(o => o.ResponseTimeout = TimeSpan.FromSeconds(10));
            // A process for pages hosts no work: the grains that do it are left out of what it offers.
            if (hosting.Role == HostingRole.Web)
                silo.Configure<GrainTypeOptions>(o => o.Classes.RemoveWhere(t => t == typeof(AccountGrain) || t == typeof(LaneGrain)));
        });
        builder.Services.AddSingleton<IWakeUp, GrainWakeUp>();
        builder.Services.AddSingleton<IVisits, GrainVisits>();
        builder.Services.AddSingleton<GrainChangeFeed>();
        builder.Services.AddSingleton<IChangeFeed>(sp => sp.GetRequiredService<GrainChangeFeed>());
        builder.Services.AddHostedService(sp => sp.GetRequiredService<GrainChangeFeed>());
        if (hosting.Role != HostingRole.Web)
        {
            builder.Services.AddHostedService<Heartbeat>();
            builder.Services.AddHostedService<Pruning>();
            builder.Services.AddHostedService<MediaSweeping>();
        }

        return builder;
    }

    private static int PortOr(int port) => port == 0 ? FreePort() : port;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

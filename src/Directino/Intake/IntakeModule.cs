using Directino.Hosting;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Directino.Intake;

/// <summary>Webhook bodies: stored before they are answered, processed in order, replayable.</summary>
public static class IntakeModule
{
    public static IServiceCollection AddIntake(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<IntakeOptions>(configuration, "Intake");
        services.AddSingleton<IntakeWriter>(sp =>
        {
            var database = sp.GetRequiredService<IOptions<DatabaseOptions>>().Value;
            var wakeUp = sp.GetRequiredService<IWakeUp>();
            return database.Provider == DatabaseProvider.Postgres
                ? new PostgresIntakeWriter(sp.GetRequiredService<NpgsqlDataSource>(), wakeUp)
                : new SqliteIntakeWriter(PersistenceModule.SqliteConnectionString(database, sp.GetRequiredService<IOptions<HostingOptions>>().Value), wakeUp);
        });
        services.AddSingleton<WebhookReceiver>();
        services.AddSingleton<IntakeProcessor>();
        services.AddSingleton<LaneWatch>();
        services.AddSingleton<PruneIntake>();
        return services;
    }
}

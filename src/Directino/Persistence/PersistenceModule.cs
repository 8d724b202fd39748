using Directino.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Directino.Persistence;

/// <summary>The database: which one, how it is opened, how its tables come to be.</summary>
public static class PersistenceModule
{
    public static IServiceCollection AddPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<DatabaseOptions>(configuration, "Database", Check);
        var provider = configuration.GetValue<string>("Database:Provider");
        if (string.Equals(provider, nameof(DatabaseProvider.Postgres), StringComparison.OrdinalIgnoreCase))
            AddPostgres(services);
        else
            AddSqlite(services);

        services.AddSingleton(sp => new Database(() => sp.GetRequiredService<DirectinoContextFactory>().Create()));
        services.AddScoped(sp => sp.GetRequiredService<Database>().OpenEverywhere());
        services.AddSingleton<Migrator>();
        return services;
    }

    public static string SqliteConnectionString(DatabaseOptions database, HostingOptions hosting) =>
        database.ConnectionString ?? new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(hosting.DataFolder, "directino.db"),
            DefaultTimeout = 30,
        }.ToString();

    private static void AddSqlite(IServiceCollection services)
    {
        services.AddSingleton(sp =>
        {
            var connection = SqliteConnectionString(
                sp.GetRequiredService<IOptions<DatabaseOptions>>().Value, sp.GetRequiredService<IOptions<HostingOptions>>().Value);
            var options = new DbContextOptionsBuilder<SqliteContext>()
                .UseSqlite(connection)
                .UseSnakeCaseNamingConvention()
                .AddInterceptors(new SqliteConnectionSetUp(), new TurnForChangesInPlace())
                .AddInterceptors(sp.GetServices<IInterceptor>())
                .Options;
            var turn = new WriteTurn();
            return new DirectinoContextFactory(() => new SqliteContext(options) { Turn = turn });
        });
    }

    private static void AddPostgres(IServiceCollection services)
    {
        services.AddSingleton(sp => new NpgsqlDataSourceBuilder(sp.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString).Build());
        services.AddSingleton(sp =>
        {
            var options = new DbContextOptionsBuilder<PostgresContext>()
                .UseNpgsql(sp.GetRequiredService<NpgsqlDataSource>())
                .UseSnakeCaseNamingConvention()
                .AddInterceptors(sp.GetServices<IInterceptor>())
                .Options;
            return new DirectinoContextFactory(() => new PostgresContext(options));
        });
    }

    private static IEnumerable<string> Check(DatabaseOptions options)
    {
        if (options.Provider == DatabaseProvider.Postgres && string.IsNullOrWhiteSpace(options.ConnectionString))
            yield return "ConnectionString is missing: PostgreSQL needs one, for example “Host=localhost;Database=directino;Username=directino”.";
    }
}

/// <summary>Makes contexts of the chosen provider.</summary>
public sealed class DirectinoContextFactory(Func<DirectinoContext> create)
{
    public DirectinoContext Create() => create();
}

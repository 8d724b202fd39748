using System.Collections.Concurrent;
using Directino.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

[assembly: AssemblyFixture(typeof(Directino.Tests.Studio.LastOneOut))]

namespace Directino.Tests.Studio;

/// <summary>
/// A database that is empty and one test's alone, copied from a template made once per run. SQLite, or PostgreSQL when
/// <c>DIRECTINO_TEST_POSTGRES</c> holds a connection string: the same tests run on both.
/// </summary>
internal abstract class TestDatabase : IAsyncDisposable
{
    private static readonly string? Postgres = Environment.GetEnvironmentVariable("DIRECTINO_TEST_POSTGRES");

    public static bool IsPostgres => !string.IsNullOrEmpty(Postgres);

    public abstract IEnumerable<KeyValuePair<string, string?>> Settings { get; }

    public static async Task<TestDatabase> Create(string folder) =>
        IsPostgres ? await PostgresTestDatabase.Take(Postgres!) : await SqliteTestDatabase.Make(folder);

    /// <summary>Gives the product what it shares with the tests before and after.</summary>
    public virtual void Lend(IServiceCollection services)
    {
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>When all tests have ended.</summary>
    public static ValueTask Leave() => IsPostgres ? PostgresTestDatabase.DropAll(Postgres!) : ValueTask.CompletedTask;
}

internal sealed class SqliteTestDatabase(string file) : TestDatabase
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplate);

    public override IEnumerable<KeyValuePair<string, string?>> Settings =>
        [new("Database:Provider", "Sqlite"), new("Database:ConnectionString", $"Data Source={file};Pooling=True")];

    public static async Task<SqliteTestDatabase> Make(string folder)
    {
        var file = Path.Combine(folder, "directino.db");
        File.Copy(await Template.Value, file);
        return new SqliteTestDatabase(file);
    }

    public override ValueTask DisposeAsync()
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=True");
        SqliteConnection.ClearPool(connection);
        return ValueTask.CompletedTask;
    }

    private static async Task<string> MakeTemplate()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("directino-template-").FullName, "template.db");
        var options = new DbContextOptionsBuilder<SqliteContext>().UseSqlite($"Data Source={file};Pooling=False").UseSnakeCaseNamingConvention().Options;
        await using var context = new SqliteContext(options);
        await context.Database.EnsureCreatedAsync();
        return file;
    }
}

/// <summary>
/// Lent to one test after another with its connections, since to make a database and get to know it costs more than most tests.
/// Whoever returns it leaves it empty.
/// </summary>
internal sealed class PostgresTestDatabase(string name, NpgsqlDataSource source) : TestDatabase
{
    // A table to which nothing was ever written has no size. Who still holds a lock when its test has ended is to be found and not waited for.
    private const string Empty = """
        SET lock_timeout = '20s';
        DO $$
        DECLARE written text;
        BEGIN
            SELECT string_agg(quote_ident(relname), ', ') INTO written FROM pg_class
            WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND pg_relation_size(oid) > 0;
            IF written IS NOT NULL THEN
                EXECUTE 'TRUNCATE ' || written || ' RESTART IDENTITY CASCADE';
            END IF;
        END $$
        """;

    private static readonly ConcurrentBag<PostgresTestDatabase> Free = [];
    private static readonly SemaphoreSlim Making = new(1);
    private static string? _template;
    private static int _made;

    private string Name { get; } = name;

    private NpgsqlDataSource Source { get; } = source;

    public override IEnumerable<KeyValuePair<string, string?>> Settings =>
        [new("Database:Provider", "Postgres"), new("Database:ConnectionString", Source.ConnectionString)];

    public override void Lend(IServiceCollection services) => services.AddSingleton(Source);

    public static async Task<PostgresTestDatabase> Take(string server) => Free.TryTake(out var free) ? free : await Make(server);

    public override async ValueTask DisposeAsync()
    {
        await using var command = Source.CreateCommand(Empty);
        await command.ExecuteNonQueryAsync();
        Free.Add(this);
    }

    /// <summary>When all tests have ended.</summary>
    public static async ValueTask DropAll(string server)
    {
        while (Free.TryTake(out var database))
        {
            await database.Source.DisposeAsync();
            await Run(server, $"DROP DATABASE {database.Name} WITH (FORCE)");
        }

        if (_template is { } template)
            await Run(server, $"DROP DATABASE {template}");
    }

    private static async Task<PostgresTestDatabase> Make(string server)
    {
        await Making.WaitAsync();
        try
        {
            _template ??= await MakeTemplate(server);
            var name = $"directino_test_{Environment.ProcessId}_{++_made}";
            await Run(server, $"DROP DATABASE IF EXISTS {name}");
            await Run(server, $"CREATE DATABASE {name} TEMPLATE {_template}");
            return new PostgresTestDatabase(name, NpgsqlDataSource.Create(Named(server, name)));
        }
        finally
        {
            Making.Release();
        }
    }

    private static async Task<string> MakeTemplate(string server)
    {
        var name = $"directino_template_{Environment.ProcessId}";
        await Run(server, $"DROP DATABASE IF EXISTS {name}");
        await Run(server, $"CREATE DATABASE {name}");
        var options = new DbContextOptionsBuilder<PostgresContext>().UseNpgsql(Named(server, name) + ";Pooling=false").UseSnakeCaseNamingConvention().Options;
        await using var context = new PostgresContext(options);
        await context.Database.EnsureCreatedAsync();
        return name;
    }

    private static string Named(string server, string name) =>
        new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 8 }.ToString();

    private static async Task Run(string server, string statement)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>Leaves the server as it was found.</summary>
public sealed class LastOneOut : IAsyncDisposable
{
    public ValueTask DisposeAsync() => TestDatabase.Leave();
}

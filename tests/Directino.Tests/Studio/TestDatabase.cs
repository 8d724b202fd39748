using Directino.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Directino.Tests.Studio;

/// <summary>
/// A database of one test's own, copied from a template made once per run. SQLite, or PostgreSQL when
/// <c>DIRECTINO_TEST_POSTGRES</c> holds a connection string: the same tests run on both.
/// </summary>
internal abstract class TestDatabase : IAsyncDisposable
{
    private static readonly string? Postgres = Environment.GetEnvironmentVariable("DIRECTINO_TEST_POSTGRES");

    public static bool IsPostgres => !string.IsNullOrEmpty(Postgres);

    public abstract IEnumerable<KeyValuePair<string, string?>> Settings { get; }

    public static async Task<TestDatabase> Create(string folder) =>
        IsPostgres ? await PostgresTestDatabase.Make(Postgres!) : await SqliteTestDatabase.Make(folder);

    public abstract ValueTask DisposeAsync();
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

internal sealed class PostgresTestDatabase(string server, string name) : TestDatabase
{
    private static readonly SemaphoreSlim Making = new(1);
    private static string? _template;

    public override IEnumerable<KeyValuePair<string, string?>> Settings =>
        [new("Database:Provider", "Postgres"), new("Database:ConnectionString", Named(server, name))];

    public static async Task<PostgresTestDatabase> Make(string server)
    {
        await Making.WaitAsync();
        try
        {
            _template ??= await MakeTemplate(server);
            var name = $"directino_{Guid.CreateVersion7():N}";
            await Run(server, $"CREATE DATABASE {name} TEMPLATE {_template}");
            return new PostgresTestDatabase(server, name);
        }
        finally
        {
            Making.Release();
        }
    }

    public override async ValueTask DisposeAsync() => await Run(server, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");

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

using Directino.Accounts;
using Directino.Accounts.Tokens;
using Directino.Hosting;
using Directino.Hosting.Cluster;
using Directino.Instagram;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Directino.Web.Tests.Survival;

/// <summary>
/// An installation of the real program: its folder and database, prepared through the product's own types while it does
/// not run, then started, killed and started again.
/// </summary>
internal sealed class ProductProcess : IAsyncDisposable
{
    private static readonly string? Postgres = Environment.GetEnvironmentVariable("DIRECTINO_POSTGRES");
    private readonly string _folder = Directory.CreateTempSubdirectory("directino-survival-").FullName;
    private readonly bool _onPostgres;

    /// <summary>The same after every start: a cluster then knows at once that the one before is dead.</summary>
    private readonly int _clusterPort = RealProcess.FreePort();
    private readonly List<RealProcess> _processes = [];
    private string _connection = "";

    private ProductProcess(bool onPostgres) => _onPostgres = onPostgres;

    public Uri Address { get; } = new($"http://127.0.0.1:{RealProcess.FreePort()}/");

    public WorkspaceId Workspace { get; private set; }

    public PersonId Owner { get; private set; }

    public InstagramProcess Instagram { get; private set; } = null!;

    public ConnectedAccount Account { get; private set; } = null!;

    public static async Task<ProductProcess> Prepare(bool onPostgres, CancellationToken ct)
    {
        if (onPostgres && string.IsNullOrEmpty(Postgres))
            Assert.Skip("PostgreSQL is not here.");
        var product = new ProductProcess(onPostgres);
        product.Instagram = await InstagramProcess.Start(product.Address, ct);
        product._connection = await product.MakeDatabase(ct);
        await product.Use(async services =>
        {
            await services.GetRequiredService<Migrator>().Migrate(ct);
            await product.Found(services, ct);
            product.Account = await product.Connect(services, "nora.bakes", ct);
        });
        return product;
    }

    /// <summary>Connects a page of the sandbox to the workspace.</summary>
    public async Task<ConnectedAccount> Connect(IServiceProvider services, string username, CancellationToken ct)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var now = clock.GetUtcNow();
        var login = await Instagram.LogIn(username, ct);
        var account = new ConnectedAccount
        {
            Id = AccountId.New(clock), WorkspaceId = Workspace, Login = InstagramLogin.Instagram, InstagramId = login.UserId,
            AppScopedId = login.AppScopedId, Username = username, TimeZone = "Europe/Lisbon", Scopes = string.Join(' ', login.Scopes),
            TokenIssuedAt = now, TokenExpiresAt = now.AddDays(60), ConnectedAt = now, ConnectedBy = Owner,
        };
        account.SealedToken = await services.GetRequiredService<TokenVault>().Seal(Workspace, account.Id, login.Token, ct);
        await using var db = services.GetRequiredService<Database>().Open(Workspace);
        db.Add(account);
        await db.SaveChangesAsync(ct);
        await services.GetRequiredService<InstagramClient>().Subscriptions.Subscribe(
            new InstagramAccess(InstagramLogin.Instagram, login.UserId, login.Token), ["comments", "messages"], ct);
        return account;
    }

    /// <summary>Works in the installation through the product's own types. On SQLite only while the program does not run.</summary>
    public async Task Use(Func<IServiceProvider, Task> work)
    {
        var configuration = new ConfigurationBuilder().AddCommandLine([.. Settings()]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
#pragma warning disable RS0030 // The programs beside this one run on the real clock; so must what works in their installation.
        services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        services.AddLogging(l => l.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<IWakeUp, NobodyYet>();
        services.AddSingleton<IChangeFeed, NobodyYet>();
        services.AddDirectino(configuration);
        await using var provider = services.BuildServiceProvider();
        await work(provider);
    }

    public async Task<RealProcess> Start(CancellationToken ct, params string[] more)
    {
        var process = await RealProcess.Start(
            "Directino.Web", new Uri(Address, "health/ready"), [$"--urls={Address.GetLeftPart(UriPartial.Authority)}", $"--Hosting:ClusterPort={_clusterPort}", .. Settings(), .. more], ct);
        _processes.Add(process);
        return process;
    }

    /// <summary>A silo in this process, as every process has one, without pages and work.</summary>
    public async Task<IHost> StartSilo(CancellationToken ct)
    {
        var builder = Host.CreateApplicationBuilder([.. Settings(), "--Hosting:Role=Web"]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
#pragma warning disable RS0030 // As the programs beside it.
        builder.Services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        builder.Services.AddDirectino(builder.Configuration);
        builder.AddCluster();
        var silo = builder.Build();
        await silo.StartAsync(ct);
        return silo;
    }

    /// <summary>Starts a process that works beside the one for pages; only on PostgreSQL.</summary>
    public async Task<RealProcess> StartWorker(CancellationToken ct)
    {
        var address = $"http://127.0.0.1:{RealProcess.FreePort()}";
        var process = await RealProcess.Start(
            "Directino.Web", new Uri(address + "/health/ready"), [$"--urls={address}", .. Settings(), "--Hosting:Role=Worker"], ct);
        _processes.Add(process);
        return process;
    }

    /// <summary>Reads a value from the database beside the running program.</summary>
    public async Task<T?> Ask<T>(Func<DirectinoContext, Task<T?>> question) where T : class
    {
        await using DirectinoContext db = _onPostgres
            ? new PostgresContext(new DbContextOptionsBuilder<PostgresContext>().UseNpgsql(_connection).UseSnakeCaseNamingConvention().Options)
            : new SqliteContext(new DbContextOptionsBuilder<SqliteContext>().UseSqlite(_connection).UseSnakeCaseNamingConvention().Options);
        // A context outside of the product sees nothing by itself; the questions say IgnoreQueryFilters.
        return await question(db);
    }

    /// <summary>The end of the ledger, what is open first, and the programs' last words, for a failed test to show.</summary>
    public async Task<string> Tell()
    {
        var acts = await Ask(async db => await db.Set<Act>().IgnoreQueryFilters().AsNoTracking().OrderBy(a => a.EndedAt != null).ThenByDescending(a => a.Id).Take(100).ToListAsync()) ?? [];
        return string.Join('\n', acts.Select(a => $"{a.Kind} {a.State} {a.Attempts} {a.Reason} {a.ErrorDetail} {a.SendingSince:O} due {a.DueAt:O} ended {a.EndedAt:O}"))
            + "\n" + string.Join("\n---\n", _processes.Select(p => p.Output()));
    }

    /// <summary>Holds the one lock that a commit needs, from outside: what the program has done at Instagram it cannot write down.</summary>
    public async Task<IAsyncDisposable> BlockCommits(CancellationToken ct)
    {
        if (_onPostgres)
        {
            var connection = new NpgsqlConnection(_connection);
            await connection.OpenAsync(ct);
            var transaction = await connection.BeginTransactionAsync(ct);
            await using var command = new NpgsqlCommand("LOCK TABLE acts IN ACCESS EXCLUSIVE MODE", connection, transaction);
            await command.ExecuteNonQueryAsync(ct);
            return connection;
        }

        var sqlite = new SqliteConnection(_connection);
        await sqlite.OpenAsync(ct);
        sqlite.BeginTransaction(deferred: false);
        return sqlite;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
            await process.DisposeAsync();
        await Instagram.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private IEnumerable<string> Settings() =>
    [
        $"--Hosting:DataFolder={_folder}",
        $"--Hosting:PublicUrl={Address.GetLeftPart(UriPartial.Authority)}",
        $"--Database:Provider={(_onPostgres ? "Postgres" : "Sqlite")}",
        $"--Database:ConnectionString={_connection}",
        .. Instagram.SettingsForTheProduct,
    ];

    private async Task<string> MakeDatabase(CancellationToken ct)
    {
        if (!_onPostgres)
            return $"Data Source={Path.Combine(_folder, "directino.db")};Default Timeout=30";
        var name = $"directino_survival_{Guid.CreateVersion7():N}";
        await using var source = NpgsqlDataSource.Create(Postgres!);
        await using var create = source.CreateCommand($"CREATE DATABASE {name}");
        await create.ExecuteNonQueryAsync(ct);
        return new NpgsqlConnectionStringBuilder(Postgres!) { Database = name, MaxPoolSize = 20 }.ToString();
    }

    private async Task Found(IServiceProvider services, CancellationToken ct)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var now = clock.GetUtcNow();
        var workspace = new Workspace { Id = WorkspaceId.New(clock), Name = "Survivors", TimeZone = "Europe/Lisbon", CreatedAt = now };
        var owner = new Person
        {
            Id = Guid.CreateVersion7(now), DisplayName = "Owner", Email = "owner@example.test", UserName = "owner@example.test",
            NormalizedEmail = "OWNER@EXAMPLE.TEST", NormalizedUserName = "OWNER@EXAMPLE.TEST",
            AcceptedPolicy = "2026-11-01", AcceptedPolicyAt = now, ConfirmedAgeAt = now, CreatedAt = now,
        };
        (Workspace, Owner) = (workspace.Id, owner.PersonId);
        await using var db = services.GetRequiredService<Database>().OpenEverywhere();
        db.AddRange(workspace, owner, new Membership { WorkspaceId = workspace.Id, PersonId = owner.PersonId, Role = Role.Owner, JoinedAt = now });
        await db.SaveChangesAsync(ct);
    }

    private sealed class NobodyYet : IWakeUp, IChangeFeed
    {
        public void Account(AccountId account)
        {
            // The program finds it in the due index when it starts.
        }

        public void Intake(int lane)
        {
            // As above.
        }

        public void Announce(WorkspaceId workspace, IReadOnlyCollection<string> kinds)
        {
            // No page is open.
        }

        public IDisposable Subscribe(WorkspaceId workspace, IReadOnlyCollection<string> kinds, Func<Task> changed) =>
            throw new NotSupportedException("No page is open.");
    }
}

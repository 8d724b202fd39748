using Directino.Accounts;
using Directino.Accounts.Connecting;
using Directino.Hosting;
using Directino.Intake;
using Directino.Ledger;
using Directino.Media;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Directino.Tests.Studio;

/// <summary>
/// The whole product without a web server and without a silo, an Instagram to talk to (the Sandbox, over HTTP in memory)
/// and a clock that only tests move. Each studio owns its database; tests speak in intents.
/// </summary>
public sealed class Studio : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly string _folder;
    private readonly RecordedWakeUps _wakeUps = new();
    private Guid _run;

    private Studio(TestDatabase database, TestSandbox sandbox, string folder, FirstSync firstSync, Action<IServiceCollection>? more)
    {
        _database = database;
        _folder = folder;
        Sandbox = sandbox;
        Services = Build(sandbox, firstSync, more);
        _run = Guid.CreateVersion7(Clock.GetUtcNow());
        sandbox.Product = Services.GetRequiredService<WebhookReceiver>();
        sandbox.Callbacks = Services.GetRequiredService<MetaCallbacks>();
    }

    public TestSandbox Sandbox { get; }

    public FakeTimeProvider Clock => Sandbox.Clock;

    public ServiceProvider Services { get; }

    public Database Database => Get<Database>();

    /// <param name="more">Further services, for tests of the machinery itself, e.g. an act kind of their own.</param>
    /// <param name="firstSync">Whose history is read back when an account is connected; most tests need none.</param>
    public static async Task<Studio> Open(Action<IServiceCollection>? more = null, FirstSync firstSync = FirstSync.None)
    {
        var folder = Directory.CreateTempSubdirectory("directino-test-").FullName;
        var sandbox = await TestSandbox.Start();
        var database = await TestDatabase.Create(folder);
        return new Studio(database, sandbox, folder, firstSync, more);
    }

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Does everything that waits or has fallen due: webhooks on their way, intake, due index, acts; until nothing is left.</summary>
    public async Task Settle()
    {
        for (var round = 0; round < 500; round++)
        {
            var moved = await Sandbox.DeliverWebhooks();
            var accounts = _wakeUps.Take();
            foreach (var lane in await Get<LaneWatch>().WithWork(CancellationToken.None))
            {
                while (await Get<IntakeProcessor>().RunLane(lane, CancellationToken.None))
                    moved = true;
                await Get<DueRunner>().RunLane(lane, CancellationToken.None);
                accounts.UnionWith(await Get<DueRunner>().Waiting(lane, CancellationToken.None));
            }

            accounts.UnionWith(_wakeUps.Take());
            foreach (var account in accounts)
            {
                while (await Get<AccountWorker>().RunNext(account, _run, CancellationToken.None))
                    moved = true;
            }

            if (!moved && accounts.Count == 0)
                return;
        }

        throw new InvalidOperationException("The studio does not come to rest: something is due again at once, for ever.");
    }

    /// <summary>Moves the clock in steps of at most <paramref name="step"/> and settles after each.</summary>
    public async Task PassTime(TimeSpan time, TimeSpan? step = null)
    {
        var end = Clock.GetUtcNow() + time;
        while (Clock.GetUtcNow() < end)
        {
            var left = end - Clock.GetUtcNow();
            Clock.Advance(step is { } s && s < left ? s : left);
            await Settle();
        }
    }

    /// <summary>As if the process had died and another had taken over: what was being sent is now an orphan's.</summary>
    public void Restart() => _run = Guid.CreateVersion7(Clock.GetUtcNow());

    /// <summary>A workspace with an owner.</summary>
    public async Task<TestWorkspace> OpenWorkspace(string name = "Nora's")
    {
        var now = Clock.GetUtcNow();
        var workspace = new Workspace { Id = WorkspaceId.New(Clock), Name = name, TimeZone = "Europe/Lisbon", CreatedAt = now };
        var email = $"owner-{workspace.Id.Value:N}@example.test";
        var owner = new Person
        {
            Id = Guid.CreateVersion7(now), DisplayName = "Owner of " + name, Email = email, UserName = email,
            NormalizedEmail = email.ToUpperInvariant(), NormalizedUserName = email.ToUpperInvariant(),
            AcceptedPolicy = "2026-11-01", AcceptedPolicyAt = now, ConfirmedAgeAt = now, CreatedAt = now,
        };
        await using var db = Database.OpenEverywhere();
        db.AddRange(workspace, owner, new Membership { WorkspaceId = workspace.Id, PersonId = owner.PersonId, Role = Role.Owner, JoinedAt = now });
        await db.SaveChangesAsync();
        return new TestWorkspace(this, workspace.Id, owner.PersonId);
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await Sandbox.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private ServiceProvider Build(TestSandbox sandbox, FirstSync firstSync, Action<IServiceCollection>? more)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            .. sandbox.InstagramSettings,
            .. _database.Settings,
            new("Hosting:DataFolder", _folder),
            new("Hosting:PublicUrl", "http://product.test"),
        ]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(sandbox.Clock);
        services.AddLogging(l => l.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<IWakeUp>(_wakeUps);
        services.AddSingleton<IChangeFeed, FakeChangeFeed>();
        services.AddDirectino(configuration);
        _database.Lend(services);
        services.AddHttpClient(DirectinoModule.InstagramHttp).ConfigurePrimaryHttpMessageHandler(sandbox.CreateHandler);
        services.AddHttpClient("reach").ConfigurePrimaryHttpMessageHandler(sp => new LentFiles(sp.GetRequiredService<MediaLinks>()));
        if (!firstSync.HasFlag(FirstSync.Inbox))
            services.Remove(services.Single(s => s.ServiceType == typeof(IAccountConnected) && s.ImplementationType?.Namespace == "Directino.Inbox"));
        if (!firstSync.HasFlag(FirstSync.Insights))
            services.Remove(services.Single(s => s.ServiceType == typeof(IAccountConnected) && s.ImplementationFactory?.Method.DeclaringType?.FullName?.Contains("Insights", StringComparison.Ordinal) == true));
        more?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }
}

/// <summary>Features that read an account's history when it is connected.</summary>
[Flags]
public enum FirstSync
{
    None = 0,
    Inbox = 1,
    Insights = 2,
}

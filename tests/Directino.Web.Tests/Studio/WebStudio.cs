using Directino.Accounts;
using Directino.Hosting;
using Directino.Intake;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Planning.Visits;
using Directino.Sandbox.Webhooks;
using Directino.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Directino.Web.Tests.Studio;

/// <summary>
/// The real program over HTTP in memory: pages, endpoints, product, and the sandbox in the same process as Instagram; no silo,
/// what is due is done by <see cref="Settle"/>. The clock is the test's. Each studio owns its database in a folder of its own.
/// </summary>
public sealed class WebStudio : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplate);
    private readonly string _folder = Directory.CreateTempSubdirectory("directino-web-test-").FullName;
    private readonly InProcessWakeUp _wakeUps = new();
    private readonly Factory _factory;
    private readonly Guid _run = Guid.CreateVersion7();

    private WebStudio(bool sandbox, Action<IServiceCollection>? more) => _factory = new Factory(this, sandbox, more);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public IServiceProvider Services => _factory.Services;

    public Database Database => Get<Database>();

    /// <param name="sandbox">False: as if a real Instagram app were set up; nothing answers.</param>
    /// <param name="more">Further services, for tests of the machinery itself.</param>
    public static async Task<WebStudio> Open(bool sandbox = true, Action<IServiceCollection>? more = null)
    {
        var studio = new WebStudio(sandbox, more);
        File.Copy(await Template.Value, Path.Combine(studio._folder, "directino.db"));
        _ = studio._factory.Server;
        if (sandbox)
            studio.Get<WebhookCourier>().Switches = studio.Get<WebhookCourier>().Switches with { Held = true };
        return studio;
    }

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Everything the program answers to.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints() =>
        [.. Get<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().DistinctBy(e => e.DisplayName + e.RoutePattern.RawText)];

    /// <summary>Somebody who is not signed in. Redirects are answers, not followed.</summary>
    public HttpClient Stranger() => _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });

    /// <summary>A workspace with an owner.</summary>
    public async Task<WorkspaceId> OpenWorkspace(string name = "Nora's")
    {
        var workspace = new Workspace { Id = WorkspaceId.New(Clock), Name = name, TimeZone = "Europe/Lisbon", CreatedAt = Clock.GetUtcNow() };
        await using var db = Database.OpenEverywhere();
        db.Add(workspace);
        await db.SaveChangesAsync();
        return workspace.Id;
    }

    /// <summary>A browser signed in as a new member of a workspace in a role.</summary>
    public async Task<HttpClient> As(Role role, WorkspaceId workspace)
    {
        var person = await AddMember(role, workspace);
        var ticket = new AuthenticationTicket(
            Sessions.Principal(person, workspace), new AuthenticationProperties { IssuedUtc = Clock.GetUtcNow(), ExpiresUtc = Clock.GetUtcNow() + TimeSpan.FromDays(14) },
            IdentityConstants.ApplicationScheme);
        var cookie = Get<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var client = Stranger();
        client.DefaultRequestHeaders.Add("Cookie", $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(ticket)}");
        return client;
    }

    /// <summary>Does everything that waits or has fallen due: webhooks on their way, intake, due index, acts; until nothing is left.</summary>
    public async Task Settle()
    {
        for (var round = 0; round < 500; round++)
        {
            var moved = (await Get<WebhookCourier>().Deliver(force: true, CancellationToken.None)).Delivered > 0;
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

    public async Task PassTime(TimeSpan time)
    {
        Clock.Advance(time);
        await Settle();
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<Person> AddMember(Role role, WorkspaceId workspace)
    {
        var now = Clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var email = $"{role}-{id:N}@example.test".ToLowerInvariant();
        var person = new Person
        {
            Id = id, DisplayName = role.ToString(), Email = email, UserName = email, NormalizedEmail = email.ToUpperInvariant(),
            NormalizedUserName = email.ToUpperInvariant(), SecurityStamp = $"{id:N}",
            AcceptedPolicy = "2026-11-24", AcceptedPolicyAt = now, ConfirmedAgeAt = now, CreatedAt = now,
        };
        await using var db = Database.OpenEverywhere();
        db.AddRange(person, new Membership { WorkspaceId = workspace, PersonId = person.PersonId, Role = role, JoinedAt = now });
        await db.SaveChangesAsync();
        return person;
    }

    /// <summary>As the program makes its tables at its first start, once per run: to migrate takes longer than most tests.</summary>
    private static async Task<string> MakeTemplate()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("directino-web-template-").FullName, "template.db");
        var options = new DbContextOptionsBuilder<SqliteContext>().UseSqlite($"Data Source={file};Pooling=False").UseSnakeCaseNamingConvention().Options;
        await using var context = new SqliteContext(options);
        await context.Database.MigrateAsync();
        return file;
    }

    private sealed class Factory(WebStudio studio, bool sandbox, Action<IServiceCollection>? more) : WebApplicationFactory<AccessOptions>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            builder.UseSetting("urls", "http://localhost");
            builder.UseSetting("Hosting:DataFolder", studio._folder);
            builder.UseSetting("Access:TriesPerMinute", "100000");
            builder.UseSetting("Sandbox:Enabled", sandbox ? "true" : "false");
            builder.UseSetting("Logging:LogLevel:Default", "Warning");
            builder.UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning");
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(studio.Clock);
                services.AddSingleton<IWakeUp>(studio._wakeUps);
                services.AddSingleton<IChangeFeed, InProcessFeed>();
                services.AddSingleton<IVisits, InProcessVisits>();
                // Silo, heartbeat and courier run on their own; here the test says when.
                foreach (var hosted in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Name != "GenericWebHostService").ToList())
                    services.Remove(hosted);
                foreach (var client in (string[])[DirectinoModule.InstagramHttp, "sandbox-consent", "sandbox-webhooks", "sandbox-fetch", "reach"])
                    services.AddHttpClient(client).ConfigurePrimaryHttpMessageHandler(() => Server.CreateHandler());
                more?.Invoke(services);
            });
        }
    }
}

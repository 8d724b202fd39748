using System.Net;
using Directino.Accounts.Connecting;
using Directino.Instagram;
using Directino.Intake;
using Directino.Sandbox;
using Directino.Sandbox.Control;
using Directino.Sandbox.Faults;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using AppRemoval = Directino.Sandbox.Login.AppRemoval;

namespace Directino.Tests.Studio;

/// <summary>The sandbox as Instagram of one test: over HTTP in memory, on the test's clock, delivering only when told to.</summary>
public sealed class TestSandbox : IAsyncDisposable
{
    private const string AppSecret = "0123456789abcdef0123456789abcdef";
    private readonly WebApplication _app;

    private TestSandbox(FakeTimeProvider clock, bool cast)
    {
        Clock = clock;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(
        [
            new("Sandbox:AppId", "1000000000000001"),
            new("Sandbox:AppSecret", AppSecret),
            new("Sandbox:MetaAppId", "1000000000000002"),
            new("Sandbox:MetaAppSecret", "fedcba9876543210fedcba9876543210"),
            new("Sandbox:WebhookUrl", "http://product.test/webhooks/instagram"),
            new("Sandbox:PublicUrl", "http://sandbox.test"),
            new("Sandbox:Cast", cast ? "true" : "false"),
        ]);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddRouting();
        builder.Services.AddLogging(l => l.SetMinimumLevel(LogLevel.Warning));
        builder.Services.AddSandbox(builder.Configuration);
        builder.Services.AddHttpClient("sandbox-webhooks").ConfigurePrimaryHttpMessageHandler(() => new Callback(this));
        builder.Services.AddHttpClient("sandbox-fetch").ConfigurePrimaryHttpMessageHandler(() => new Fetches(this));
        _app = builder.Build();
        _app.UseRouting();
        _app.MapSandbox();
    }

    public FakeTimeProvider Clock { get; }

    public SandboxControl Control => _app.Services.GetRequiredService<SandboxControl>();

    /// <summary>Its limits and delays; a change holds from the next call on.</summary>
    public SandboxOptions Options => _app.Services.GetRequiredService<IOptions<SandboxOptions>>().Value;

    public World World => _app.Services.GetRequiredService<World>();

    public FaultBoard Faults => _app.Services.GetRequiredService<FaultBoard>();

    public WebhookCourier Courier => _app.Services.GetRequiredService<WebhookCourier>();

    /// <summary>Where webhooks are handed to; set by the studio.</summary>
    public WebhookReceiver? Product { get; set; }

    /// <summary>Where it is told that a person removed the app or wants their data deleted; set by the studio.</summary>
    public MetaCallbacks? Callbacks { get; set; }

    public AppRemoval Removal => _app.Services.GetRequiredService<AppRemoval>();

    /// <summary>Answers what the sandbox fetches from the product (pictures); null is a 404.</summary>
    public Func<Uri, Task<byte[]?>> Files { get; set; } = _ => Task.FromResult<byte[]?>(null);

    public IEnumerable<KeyValuePair<string, string?>> InstagramSettings =>
    [
        new("Instagram:AppId", "1000000000000001"),
        new("Instagram:AppSecret", AppSecret),
        new("Instagram:MetaAppId", "1000000000000002"),
        new("Instagram:MetaAppSecret", "fedcba9876543210fedcba9876543210"),
        new("Instagram:AuthorizeUrl", "http://sandbox.test/ig/oauth/authorize"),
        new("Instagram:CodeExchangeUrl", "http://sandbox.test/ig/oauth/access_token"),
        new("Instagram:InstagramGraph", "http://sandbox.test/ig/"),
        new("Instagram:FacebookGraph", "http://sandbox.test/fb/"),
        new("Instagram:FacebookDialog", "http://sandbox.test/fb/"),
        new("Intake:VerifyToken", "sandbox-verify-token"),
    ];

    public static async Task<TestSandbox> Start(bool cast = true)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        var sandbox = new TestSandbox(clock, cast);
        await sandbox._app.StartAsync();
        sandbox.Courier.Switches = sandbox.Courier.Switches with { Held = true };
        return sandbox;
    }

    public HttpMessageHandler CreateHandler() => _app.GetTestServer().CreateHandler();

    /// <summary>What happened at this Instagram, in order: the ground truth. <paramref name="kind"/> is an effect's type name, e.g. <c>CommentMade</c>.</summary>
    public IReadOnlyList<JournalEntry> Journal(string? kind = null) => World.Journal(0, kind);

    /// <summary>A file that was fetched or sent, by its key in the journal.</summary>
    public byte[] Kept(string key)
    {
        using var stream = _app.Services.GetRequiredService<PictureStore>().Open(key) ?? throw new FileNotFoundException(key);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Delivers every webhook that waits. True when something was delivered.</summary>
    public async Task<bool> DeliverWebhooks() => (await Courier.Deliver(force: true, CancellationToken.None)).Delivered > 0;

    /// <summary>The owner of an account allows everything, or just the named scopes; what the login ends with.</summary>
    public Task<SandboxLogin> LogIn(string username, IReadOnlyList<string> scopes, InstagramLogin login = InstagramLogin.Instagram)
    {
        var token = Control.IssueToken(username, login == InstagramLogin.Facebook ? ApiHost.Facebook : ApiHost.Instagram, scopes.Count == 0 ? null : scopes);
        return Task.FromResult(World.Read(state =>
        {
            var account = state.AccountNamed(username)!;
            return new SandboxLogin(account.Id, account.AppScopedId, token.Value, token.Scopes, login == InstagramLogin.Facebook ? account.PageId : null);
        }));
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    /// <summary>The product's callback, without a web server.</summary>
    private sealed class Callback(TestSandbox sandbox) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Get)
            {
                var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(request.RequestUri!.Query);
                return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(query["hub.challenge"].ToString()) };
            }

            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            if (request.RequestUri!.AbsolutePath.StartsWith("/meta/", StringComparison.Ordinal))
                return await Tell(request.RequestUri.Segments[^1], Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(System.Text.Encoding.UTF8.GetString(body))["signed_request"], cancellationToken);
            var signature = request.Headers.TryGetValues("X-Hub-Signature-256", out var values) ? values.Single() : null;
            var known = sandbox.Product is { } product && await product.Receive(body, signature);
            return new HttpResponseMessage(known ? HttpStatusCode.OK : HttpStatusCode.Unauthorized);
        }

        private async Task<HttpResponseMessage> Tell(string callback, string? signed, CancellationToken ct)
        {
            if (callback == "deauthorize")
                return new HttpResponseMessage(await sandbox.Callbacks!.Deauthorize(signed, ct) ? HttpStatusCode.OK : HttpStatusCode.BadRequest);
            return await sandbox.Callbacks!.Delete(signed, ct) is { } code
                ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(code) } : new HttpResponseMessage(HttpStatusCode.BadRequest);
        }
    }

    private sealed class Fetches(TestSandbox sandbox) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (await sandbox.Files(request.RequestUri!) is not { } bytes)
                return new HttpResponseMessage(HttpStatusCode.NotFound);
            var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(bytes) };
            answer.Content.Headers.ContentType = new("image/jpeg");
            return answer;
        }
    }
}

/// <summary>What a login at the sandbox ends with.</summary>
public sealed record SandboxLogin(string UserId, string AppScopedId, string Token, IReadOnlyList<string> Scopes, string? PageId);

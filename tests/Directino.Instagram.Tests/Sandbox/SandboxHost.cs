using System.Net;
using System.Text;
using System.Text.Json;
using System.Web;
using Directino.Instagram.Publishing;
using Directino.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Directino.Instagram.Tests.Sandbox;

/// <summary>The sandbox in memory, the client in front of it, and the sandbox's control routes to play the people.</summary>
internal sealed class SandboxHost : IAsyncDisposable
{
    public static readonly Uri Picture = new("http://pictures.example/loaf.jpg");
    private static readonly Uri Back = new("http://localhost/connect/callback");
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private SandboxHost(WebApplication app, FakeTimeProvider clock, Callback callback)
    {
        _app = app;
        Clock = clock;
        Callback = callback;
        _http = app.GetTestClient();
        Client = new InstagramClient(new HttpClient(app.GetTestServer().CreateHandler()), Options, Clock);
    }

    public InstagramClient Client { get; }

    public HttpClient Http => _http;

    public FakeTimeProvider Clock { get; }

    public Callback Callback { get; }

    public InstagramClientOptions Options { get; } = new()
    {
        AuthorizeUrl = new Uri("http://localhost/ig/oauth/authorize"),
        CodeExchangeUrl = new Uri("http://localhost/ig/oauth/access_token"),
        InstagramGraph = new Uri("http://localhost/ig/"),
        FacebookGraph = new Uri("http://localhost/fb/"),
        FacebookDialog = new Uri("http://localhost/fb/"),
        AppId = "app-1", AppSecret = "secret-1", MetaAppId = "meta-2", MetaAppSecret = "secret-2",
    };

    public string AccountId { get; private set; } = "";

    public static async Task<SandboxHost> Start(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Sandbox:Cast"] = "false", ["Sandbox:AppId"] = "app-1", ["Sandbox:AppSecret"] = "secret-1",
            ["Sandbox:MetaAppId"] = "meta-2", ["Sandbox:MetaAppSecret"] = "secret-2",
        });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value));
        builder.Services.AddSandbox(builder.Configuration);
        builder.Services.AddHttpClient("sandbox-fetch").ConfigurePrimaryHttpMessageHandler(() => new FakeFiles());
        var callback = new Callback(["secret-1"u8.ToArray(), "secret-2"u8.ToArray()], "verify-1");
        builder.Services.AddHttpClient("sandbox-webhooks").ConfigurePrimaryHttpMessageHandler(() => callback);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
        builder.Services.AddSingleton<TimeProvider>(clock);
        var app = builder.Build();
        app.MapSandbox();
        await app.StartAsync(TestContext.Current.CancellationToken);
        var host = new SandboxHost(app, clock, callback);
        var products = string.Join(',', new[] { 1, 2, 3, 4, 5, 6, 77, 78 }.Select(id => $$"""{"id":"{{id}}","name":"Loaf {{id}}","retailerId":"B-{{id}}"}"""));
        await host.Control("accounts", $$"""{"username":"bakery","name":"Bakery","catalogs":[{"id":"900","name":"Loaves","shop":"Bakery","products":[{{products}},{"id":"79","name":"Old loaf","reviewStatus":"rejected"}]}]}""");
        await host.Control("people", """{"username":"ana","name":"Ana"}""");
        host.AccountId = (await host.Look("accounts"))[0].GetProperty("id").GetString()!;
        return host;
    }

    /// <summary>Goes through the authorization window as the owner would, and on to a long-lived token.</summary>
    public async Task<InstagramAccess> Connect(InstagramLogin login, params string[] scopes)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var window = Client.Login.AuthorizeUrl(login, Back, scopes, "state-1");
        var form = new FormUrlEncodedContent([new("decision", "allow"), new("account", AccountId), .. scopes.Select(scope => KeyValuePair.Create("scope", scope))]);
        using var answer = await _http.PostAsync(window, form, cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var query = HttpUtility.ParseQueryString(answer.Headers.Location!.Query);
        query["state"].ShouldBe("state-1");
        var exchange = await Client.Login.ExchangeCode(login, query["code"]! + "#_", Back, cancellation);
        var token = await Client.Login.ExchangeForLongLived(login, exchange.Token, cancellation);
        if (login == InstagramLogin.Instagram)
        {
            exchange.Permissions.ShouldBe(scopes, ignoreOrder: true);
            var account = await Client.Accounts.Me(login, token.Token, cancellation);
            return new InstagramAccess(login, account.UserId, token.Token);
        }

        (await Client.Login.GrantedPermissions(token.Token, cancellation)).ShouldBe(scopes, ignoreOrder: true);
        return (await Client.Login.LinkedAccounts(token.Token, cancellation)).ShouldHaveSingleItem().ToAccess().ShouldNotBeNull();
    }

    public async Task<string> AnotherAccount(string username) => (await Control("accounts", $$"""{"username":"{{username}}"}""")).GetProperty("id").GetString()!;

    /// <summary>Publishes a picture and gives its media id.</summary>
    public async Task<string> Publish(InstagramAccess access, string caption = "Fresh bread")
    {
        var cancellation = TestContext.Current.CancellationToken;
        var container = await Client.Publishing.CreateContainer(access, new ImageContainer { ImageUrl = Picture, Caption = caption, AltText = "A loaf" }, cancellation);
        return await PublishContainer(access, container);
    }

    /// <summary>Waits for a container as the product would, on the test's clock, and publishes it.</summary>
    public async Task<string> PublishContainer(InstagramAccess access, string container)
    {
        (await Settled(access, container)).Code.ShouldBe(ContainerCode.Finished);
        return await Client.Publishing.Publish(access, container, TestContext.Current.CancellationToken);
    }

    /// <summary>The status of a container that is no longer in progress.</summary>
    public async Task<ContainerStatus> Settled(InstagramAccess access, string container)
    {
        while (true)
        {
            var status = await Client.Publishing.ContainerStatus(access, container, TestContext.Current.CancellationToken);
            if (status.Code != ContainerCode.InProgress) return status;
            Clock.Advance(TimeSpan.FromSeconds(5));
        }
    }

    public async Task<JsonElement> Control(string path, string json)
    {
        using var answer = await _http.PostAsync($"/sandbox/{path}", new StringContent(json, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    public async Task<JsonElement> Look(string path) =>
        JsonSerializer.Deserialize<JsonElement>(await _http.GetStringAsync($"/sandbox/{path}", TestContext.Current.CancellationToken));
}

using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Directino.Sandbox;
using Directino.Sandbox.Control;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Directino.Tests.Sandbox;

/// <summary>A sandbox over a test server, with two accounts, two people, a post each, a fake clock and a fake internet.</summary>
internal sealed class SandboxHost : IAsyncDisposable
{
    public const string Redirect = "https://app.example/connect/instagram/callback";
    private readonly WebApplication _app;

    private SandboxHost(WebApplication app, FakeTimeProvider clock, FakeInternet internet)
    {
        _app = app;
        Clock = clock;
        Internet = internet;
        Http = app.GetTestClient();
    }

    public HttpClient Http { get; }
    public FakeTimeProvider Clock { get; }
    public FakeInternet Internet { get; }
    public World World => _app.Services.GetRequiredService<World>();
    public SandboxControl Control => _app.Services.GetRequiredService<SandboxControl>();
    public T Service<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public string Lena => World.Read(s => s.AccountNamed("lena.bakes")!.Id);
    public string Otto => World.Read(s => s.AccountNamed("otto.prints")!.Id);
    public string Post => World.Read(s => s.MediaOf(s.AccountNamed("lena.bakes")!.Id).First().Id);
    public string Ana => World.Read(s => s.ScopedId("ana.example", s.AccountNamed("lena.bakes")!.Id));

    public static async Task<SandboxHost> Start(params (string Key, string Value)[] settings)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero));
        var internet = new FakeInternet();
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseTestServer();
        builder.Services.AddRouting();
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create("Sandbox:" + s.Key, (string?)s.Value)).Append(new("Sandbox:Cast", "false")));
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<ISeed, TwoAccounts>();
        builder.Services.AddSandbox(builder.Configuration);
        builder.Services.AddHttpClient("sandbox-fetch").ConfigurePrimaryHttpMessageHandler(() => internet);
        builder.Services.AddHttpClient("sandbox-webhooks").ConfigurePrimaryHttpMessageHandler(() => internet);
        var app = builder.Build();
        app.MapSandbox();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, clock, internet);
    }

    public string Token(string account = "lena.bakes", ApiHost host = ApiHost.Instagram, params string[] scopes) =>
        Control.IssueToken(account, host, scopes.Length == 0 ? null : scopes).Value;

    public Task<Answer> Get(string path, string? token) => Send(HttpMethod.Get, path, token, null);

    public Task<Answer> PostForm(string path, string? token, params (string Name, string Value)[] form) =>
        Send(HttpMethod.Post, path, token, new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    public Task<Answer> PostJson(string path, string? token, string json) => Send(HttpMethod.Post, path, token, new StringContent(json, Encoding.UTF8, "application/json"));

    public Task<Answer> Delete(string path, string? token) => Send(HttpMethod.Delete, path, token, null);

    public async Task<string> Container(string token, params (string Name, string Value)[] more)
    {
        var made = await PostForm($"/v25.0/{Lena}/media", token, [("image_url", "https://media.example/square.jpg"), .. more]);
        return made.Text("id");
    }

    public async Task<string> Finished(string token, params (string Name, string Value)[] more)
    {
        var id = await Container(token, more);
        await Get($"/v25.0/{id}?fields=status_code", token);
        return id;
    }

    public IReadOnlyList<JournalEntry> Journal(string kind) => World.Journal(0, kind);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task<Answer> Send(HttpMethod method, string path, string? token, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(response.StatusCode, text, response.Headers.ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase));
    }

    private sealed class TwoAccounts : ISeed
    {
        public void Plant(WorldBuilder world)
        {
            static Stream Picture() => new MemoryStream(Pictures.Jpeg(8, 8));
            var lena = world.Account("lena.bakes", "Lena Bakes", a => a with
            {
                Followers = 1200,
                Catalogs =
                [
                    new("900", "Loaves", "Lena Bakes",
                    [
                        new() { Id = "7", Name = "Rye" }, new() { Id = "77", Name = "Wheat & more" }, new() { Id = "78", Name = "Spelt", ReviewStatus = "pending" },
                        new() { Id = "79", Name = "Stone", ReviewStatus = "rejected" },
                    ]),
                ],
            });
            var otto = world.Account("otto.prints", "Otto Prints", a => a with { Followers = 40 });
            var ana = world.Person("ana.example", "Ana Example", p => p with { Followers = 321, FollowedAccounts = [lena.Id] });
            world.Person("leo.example", "Leo Example");
            var post = world.Media(lena, world.Anchor.AddDays(-3), "Rye on Friday", Picture, m => m with { Likes = 12 });
            world.Media(otto, world.Anchor.AddDays(-2), "New type", Picture);
            world.Comment(post, ana, "Looks good", world.Anchor.AddDays(-2));
            for (var day = -40; day < 0; day++)
            {
                world.Numbers(lena, DateOnly.FromDateTime(world.Anchor.UtcDateTime).AddDays(day),
                    new() { Reach = 300, Views = 500, Likes = 20, Comments = 2, Saves = 1, Shares = 1, Follows = 3, Unfollows = 1 });
            }
            world.Demographics(lena, new() { Country = new Dictionary<string, int> { ["PT"] = 700, ["ES"] = 500 }, OnlineByHour = [.. Enumerable.Range(1, 24).Select(h => 10 * h)], OnlineByWeekday = [1, 1, 2, 1, 1, 1, 1] });
        }
    }
}

internal sealed record Answer(HttpStatusCode Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Body)!;
    public JsonNode? Error => Json["error"];

    public string Text(string member) => Json[member]?.ToString() ?? throw new InvalidOperationException($"No {member} in {Body}");

    public void ShouldFail(int code, int? subcode = null)
    {
        Error.ShouldNotBeNull(Body);
        ((int?)Error["code"]).ShouldBe(code, Body);
        ((int?)Error["error_subcode"]).ShouldBe(subcode, Body);
        Error["fbtrace_id"].ShouldNotBeNull();
    }

    public Answer ShouldSucceed()
    {
        Status.ShouldBe(HttpStatusCode.OK, Body);
        return this;
    }
}

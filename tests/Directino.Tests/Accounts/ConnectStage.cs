using Directino.Accounts;
using Directino.Accounts.Connecting;
using Directino.Instagram;
using Directino.Tests.Studio;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Tests.Accounts;

/// <summary>A workspace, and somebody in front of Instagram's login page.</summary>
internal sealed class ConnectStage : IAsyncDisposable
{
    private static readonly Uri InstagramCallback = new("http://product.test/connect/instagram/callback");
    private static readonly Uri FacebookCallback = new("http://product.test/connect/facebook/callback");
    private readonly HttpClient _browser;

    private ConnectStage(Studio.Studio studio, TestWorkspace workspace)
    {
        Studio = studio;
        Workspace = workspace;
        _browser = new HttpClient(studio.Sandbox.CreateHandler());
    }

    public Studio.Studio Studio { get; }

    public TestWorkspace Workspace { get; }

    public ConnectFlow Flow => Studio.Get<ConnectFlow>();

    public static async Task<ConnectStage> Open(Action<IServiceCollection>? more = null, FirstSync firstSync = FirstSync.None)
    {
        var studio = await Tests.Studio.Studio.Open(more, firstSync);
        return new ConnectStage(studio, await studio.OpenWorkspace());
    }

    public Task<ConnectStart> Begin(InstagramLogin login = InstagramLogin.Instagram, params Capability[] capabilities) => Flow.Begin(
        Workspace.Id, Workspace.Owner, login, capabilities.Length == 0 ? Enum.GetValues<Capability>() : capabilities,
        login == InstagramLogin.Facebook ? FacebookCallback : InstagramCallback, again: false, TestContext.Current.CancellationToken);

    /// <summary>The person agrees; scopes named are unticked. Returns where Instagram sends the browser.</summary>
    public Task<Uri> Allow(ConnectStart start, string username, params string[] unticked) => Allow(start, [username], unticked);

    public Task<Uri> Allow(ConnectStart start, string[] usernames, params string[] unticked)
    {
        var scopes = QueryHelpers.ParseQuery(start.AuthorizeUrl.Query)["scope"].ToString().Split(',').Except(unticked);
        return Post(start, [new("decision", "allow"), .. usernames.Select(u => new KeyValuePair<string, string>("account", u)), .. scopes.Select(s => new KeyValuePair<string, string>("scope", s))]);
    }

    public Task<Uri> Cancel(ConnectStart start) => Post(start, [new("decision", "cancel")]);

    public Task<ConnectOutcome> Return(Uri back, string? browserSecret, PersonId? person = null)
    {
        var query = QueryHelpers.ParseQuery(back.Query);
        string? Value(string name) => query.TryGetValue(name, out var value) ? value.ToString() : null;
        return Flow.Finish(new ConnectReturn(Value("state"), Value("code"), Value("error"), browserSecret, person ?? Workspace.Owner), TestContext.Current.CancellationToken);
    }

    public async Task<ConnectOutcome> Connect(string username, params string[] unticked)
    {
        var start = await Begin();
        return await Return(await Allow(start, username, unticked), start.BrowserSecret);
    }

    public async Task<ConnectedAccount> Account(string username = "nora.bakes")
    {
        await using var db = Workspace.Open();
        return await db.Set<ConnectedAccount>().AsNoTracking().SingleAsync(a => a.Username == username, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await Studio.DisposeAsync();
    }

    private async Task<Uri> Post(ConnectStart start, IReadOnlyList<KeyValuePair<string, string>> form)
    {
        using var content = new FormUrlEncodedContent(form);
        using var answer = await _browser.PostAsync(start.AuthorizeUrl, content, TestContext.Current.CancellationToken);
        return answer.Headers.Location ?? throw new InvalidOperationException(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}

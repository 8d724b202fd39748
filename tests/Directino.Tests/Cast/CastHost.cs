using Directino.Sandbox;
using Directino.Sandbox.Control;
using Directino.Sandbox.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Directino.Tests.Cast;

/// <summary>A sandbox with its cast, over a test server and a fake clock.</summary>
internal sealed class CastHost : IAsyncDisposable
{
    public static readonly DateTimeOffset Anchor = new(2026, 11, 20, 0, 20, 0, TimeSpan.Zero);
    private readonly WebApplication _app;

    private CastHost(WebApplication app)
    {
        _app = app;
        Http = new HttpClient(new Follow(app.GetTestServer().CreateHandler())) { BaseAddress = new Uri("http://localhost") };
    }

    public HttpClient Http { get; }
    public World World => _app.Services.GetRequiredService<World>();
    public SandboxControl Control => _app.Services.GetRequiredService<SandboxControl>();
    public string NewestPost => World.Read(s => s.MediaOf(s.AccountNamed("nora.bakes")!.Id).First().Id);

    public static async Task<CastHost> Start()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.Sources.Clear();
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(Anchor));
        builder.Services.AddSandbox(builder.Configuration);
        var app = builder.Build();
        app.MapSandbox();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    public async Task<string> Page(string query)
    {
        using var answer = await Http.GetAsync(new Uri("/phone?" + query, UriKind.Relative), TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public async Task<HttpResponseMessage> Submit(string path, params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await Http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    /// <summary>A browser without scripts follows the answer to a form.</summary>
    private sealed class Follow(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.Headers.Location is not { } location) return answer;
            return await base.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(request.RequestUri!, location)), cancellationToken);
        }
    }
}

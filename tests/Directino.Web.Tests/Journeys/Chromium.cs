using System.Diagnostics;
using Microsoft.Playwright;

namespace Directino.Web.Tests.Journeys;

/// <summary>Debian's Chromium, driven by Playwright. It remembers every error that a page reported.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    /// <summary>The machine may build something else meanwhile: what is awaited is looked for this long.</summary>
    public const float Patience = 60_000;

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly List<string> _errors = [];

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public IReadOnlyList<string> Errors => _errors;

    public static async Task<Chromium> Start()
    {
        var path = Environment.GetEnvironmentVariable("DIRECTINO_CHROMIUM") is { Length: > 0 } told ? told : "/usr/bin/chromium";
        if (!File.Exists(path))
            Assert.Skip("Chromium is not here.");
        var playwright = await Playwright.CreateAsync();
        return new Chromium(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Flags }));
    }

    public async Task<IBrowserContext> Open(string address, ViewportSize size, Action<BrowserNewContextOptions>? more = null)
    {
        var options = new BrowserNewContextOptions
        {
            BaseURL = address, ViewportSize = size, Locale = "en-GB", TimezoneId = "Europe/Lisbon", HasTouch = size.Width < 800,
        };
        more?.Invoke(options);
        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        context.Console += (_, message) => Keep(message.Type == "error", $"{message.Page?.Url}: {message.Text}");
        context.WebError += (_, error) => Keep(true, $"{error.Page?.Url}: {error.Error}");
        return context;
    }

    /// <summary>Ends its process as a power cut does: no page is told that it closes.</summary>
    public async Task Kill()
    {
        var session = await _browser.NewBrowserCDPSessionAsync();
        var processes = (await session.SendAsync("SystemInfo.getProcessInfo"))!.Value.GetProperty("processInfo").EnumerateArray();
        var gone = new TaskCompletionSource();
        _browser.Disconnected += (_, _) => gone.TrySetResult();
        using var process = Process.GetProcessById(processes.Single(p => p.GetProperty("type").GetString() == "browser").GetProperty("id").GetInt32());
        process.Kill(entireProcessTree: true);
        await gone.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
    }

    private void Keep(bool isError, string what)
    {
        if (isError)
            _errors.Add(what);
    }
}

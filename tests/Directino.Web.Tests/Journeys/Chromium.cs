using System.Diagnostics;
using Microsoft.Playwright;

namespace Directino.Web.Tests.Journeys;

/// <summary>Debian's Chromium, driven by Playwright. It remembers every error that a page of its contexts reported.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly Lazy<Task<(IPlaywright, IBrowser)>> One = new(Launch);

    /// <summary>The machine may build something else meanwhile: what is awaited is looked for this long.</summary>
    public const float Patience = 60_000;

    private const string WithoutWindow = "/usr/bin/chromium-headless-shell";

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly IBrowser _browser;
    private readonly IPlaywright? _own;
    private readonly List<string> _errors = [];

    private Chromium(IBrowser browser, IPlaywright? own) => (_browser, _own) = (browser, own);

    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Contexts of the one browser that all journeys share.</summary>
    public static async Task<Chromium> Start()
    {
        SkipWithout();
        return new Chromium((await One.Value).Item2, null);
    }

    /// <summary>One that can be killed.</summary>
    public static async Task<Chromium> StartAlone()
    {
        SkipWithout();
        var (playwright, browser) = await Launch();
        return new Chromium(browser, playwright);
    }

    public static async Task EndShared()
    {
        if (!One.IsValueCreated)
            return;
        var (playwright, browser) = await One.Value;
        await browser.CloseAsync();
        playwright.Dispose();
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
        if (_own is null)
            return;
        await _browser.CloseAsync();
        _own.Dispose();
    }

    /// <summary>The one that ./test found, else one of Debian's.</summary>
    private static string Path() => Environment.GetEnvironmentVariable("DIRECTINO_CHROMIUM") is { Length: > 0 } told ? told
        : File.Exists(WithoutWindow) ? WithoutWindow : "/usr/bin/chromium";

    private static void SkipWithout()
    {
        if (!File.Exists(Path()))
            Assert.Skip("Chromium is not here.");
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> Launch()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path(), Args = Flags }));
    }

    private void Keep(bool isError, string what)
    {
        if (isError)
            _errors.Add(what);
    }
}

using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Directino.Web.Tests.Journeys;

/// <summary>The pictures of the docs: the real program after <i>Look around</i>, run by <c>./shots</c>.</summary>
[Trait("needs", "shots")]
public sealed class ShotsTests
{
    private static readonly ViewportSize Desk = new() { Width = 1440, Height = 900 };
    private static readonly ViewportSize Hand = new() { Width = 390, Height = 844 };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_pages_are_pictured()
    {
        var folder = Environment.GetEnvironmentVariable("DIRECTINO_SHOTS");
        if (string.IsNullOrEmpty(folder))
            Assert.Skip("DIRECTINO_SHOTS names no folder.");
        await using var chromium = await Chromium.Start();
        await using var directino = await Installation.Start(Ct);
        await using var desk = await chromium.Open(directino.Address, Desk);
        var page = await desk.NewPageAsync();
        await page.GotoAsync("/");
        await page.See("look-around").ClickAsync();
        await Settled(page);
        var thread = await Thread(page);
        var state = await desk.StorageStateAsync();
        await Take(page, folder, ("today", "/"), ("plan", "/plan"), ("inbox", thread), ("insights", "/insights"), ("activity", "/activity"),
            ("automation", "/automation"), ("composer", "/plan/posts/new"), ("phone", "/phone?as=ana.reyes&page=nora.bakes"));

        await using var dark = await chromium.Open(directino.Address, Desk, o => (o.StorageState, o.ColorScheme) = (state, ColorScheme.Dark));
        await Take(await dark.NewPageAsync(), folder, ("today-dark", "/"));
        await using var hand = await chromium.Open(directino.Address, Hand, o => (o.StorageState, o.IsMobile) = (state, true));
        await Take(await hand.NewPageAsync(), folder, ("today-phone", "/"), ("plan-phone", "/plan"), ("inbox-phone", "/inbox"));
        await using var persian = await chromium.Open(directino.Address, Desk, o => (o.StorageState, o.Locale) = (state, "fa-IR"));
        await Take(await persian.NewPageAsync(), folder, ("today-fa", "/"));
    }

    /// <summary>What the demo brings in by and by is there: posts with numbers, conversations.</summary>
    private static async Task Settled(IPage page)
    {
        await page.WaitForURLAsync("**/");
        await page.GotoAsync("/inbox");
        await page.See("inbox-item").Sees();
        await page.GotoAsync("/insights");
        await Expect(page.Locator("table img").First).ToBeVisibleAsync(new() { Timeout = Chromium.Patience });
    }

    private static async Task<string> Thread(IPage page)
    {
        await page.GotoAsync("/inbox");
        return (await page.See("inbox-item").GetAttributeAsync("href"))!;
    }

    private static async Task Take(IPage page, string folder, params (string Name, string Address)[] pictures)
    {
        foreach (var (name, address) in pictures)
        {
            await page.GotoAsync(address);
            await page.Locator("h1").First.WaitForAsync();
            await page.WaitForFunctionAsync("() => !document.querySelector('[aria-busy=true], .skeleton') && [...document.images].every(i => i.complete || i.loading === 'lazy')");
            await page.EvaluateAsync("() => document.fonts.ready.then(() => document.activeElement?.blur())");
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
        }
    }
}

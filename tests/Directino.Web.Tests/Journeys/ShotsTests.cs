using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Directino.Web.Tests.Journeys;

/// <summary>The pictures of the docs: the real program after <i>Look around</i>, run by <c>./shots</c>.</summary>
[Trait("needs", "shots")]
public sealed class ShotsTests
{
    private static readonly ViewportSize Desk = new() { Width = 1440, Height = 900 };
    private static readonly ViewportSize Hand = new() { Width = 390, Height = 844 };

    private static readonly string? Folder = Environment.GetEnvironmentVariable("DIRECTINO_SHOTS");

    /// <summary>The pictures of the sandbox's pages, in the clone whose docs are pictured.</summary>
    private static readonly string Cast = Path.Combine(Folder ?? "", "../../src/Directino.Sandbox/Cast/Pictures");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_pages_are_pictured()
    {
        var folder = Folder;
        if (string.IsNullOrEmpty(folder))
            Assert.Skip("DIRECTINO_SHOTS names no folder.");
        await using var chromium = await Chromium.Start();
        await using var directino = await Installation.Start(Ct);
        await using var desk = await chromium.Open(directino.Address, Desk);
        var page = await desk.NewPageAsync();
        await page.GotoAsync("/");
        await page.See("look-around").ClickAsync();
        await Settled(page);
        var account = await page.GetByRole(AriaRole.Link, new() { Name = "@nora.bakes" }).First.GetAttributeAsync("href");
        await BringToLife(page);
        var thread = await Thread(page);
        var draft = await Draft(page);
        var state = await desk.StorageStateAsync();
        await Take(page, folder, ("today", "/"), ("plan", "/plan"), ("inbox", thread), ("insights", account!), ("activity", "/activity"),
            ("automation", "/automation"), ("composer", draft), ("phone", "/phone?as=ana.reyes&page=nora.bakes"));

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

    /// <summary>A week as a bakery has it: posts planned, one just out, a workflow that answered.</summary>
    private static async Task BringToLife(IPage page)
    {
        await page.GotoAsync("/automation/new");
        await page.Write("workflow-name", "Price list");
        await page.Write("workflow-keywords", "price, how much");
        await page.Write("workflow-public", "Sent you the price list in a message.");
        await page.Write("workflow-private", "Six buns are 14 euros, twelve are 26. Order until noon, fetch them after three.");
        await page.Press("workflow-save");
        await page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
        foreach (var (picture, caption, days) in (IEnumerable<(string, string, int)>)[
            ("nora-buns", "Saffron buns, out of the oven at seven.", 0), ("nora-boule", "Rye on Friday. It keeps a week, nobody has ever tried.", 1),
            ("nora-tart", "The last blueberries of the year.", 2), ("nora-cake", "One cake a day. Today: cherries.", 3), ("nora-lemon", "Lemon, and nothing to hide it.", 4)])
            await Plan(page, picture, caption, days);
        await page.GotoAsync("/phone?as=ana.reyes&page=nora.bakes");
        await page.GetByTestId("phone-post").First.ClickAsync();
        await page.GetByTestId("phone-comment-input").FillAsync("PRICE of twelve, please?");
        await page.GetByTestId("phone-comment-send").ClickAsync();
        await page.GetByTestId("phone-notice").Sees();
    }

    private static async Task Compose(IPage page, string picture, string caption)
    {
        await page.GotoAsync("/plan/posts/new");
        await (await page.UploadField()).SetInputFilesAsync(Path.Combine(Cast, picture + ".jpg"));
        await page.Locator(".chosen img").Sees();
        await page.Write("caption", caption);
    }

    /// <summary>Today's goes out at once, another at half past seven of its day.</summary>
    private static async Task Plan(IPage page, string picture, string caption, int days)
    {
        await Compose(page, picture, caption);
        if (days > 0)
        {
            await page.Write("schedule-date", await page.EvaluateAsync<string>("d => { const t = new Date(Date.now() + d * 864e5); return t.toISOString().slice(0, 10); }", days));
            await page.Write("schedule-time", "07:30");
        }

        await page.Press(days > 0 ? "schedule-post" : "publish-now");
        await Expect(page.See("post-state")).ToHaveAttributeAsync("data-state", days > 0 ? "Scheduled" : "Published", new() { Timeout = Chromium.Patience });
    }

    private static async Task<string> Draft(IPage page)
    {
        await Compose(page, "nora-croissants", "Twenty-seven folds, three days, one croissant. #bakery");
        await page.Press("save-draft");
        await page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
        return new Uri(page.Url).PathAndQuery;
    }

    private static async Task<string> Thread(IPage page)
    {
        await page.GotoAsync("/inbox");
        return (await page.Locator("[data-testid=inbox-item][data-kind=Messages]").First.GetAttributeAsync("href"))!;
    }

    private static async Task Take(IPage page, string folder, params (string Name, string Address)[] pictures)
    {
        foreach (var (name, address) in pictures)
        {
            await page.GotoAsync(address);
            await page.Locator("h1").First.WaitForAsync();
            await page.WaitForFunctionAsync("() => !document.querySelector('[aria-busy=true], .skeleton') && [...document.querySelectorAll('.daily-chart')].every(c => c.querySelector('path')) && [...document.images].every(i => i.complete || i.loading === 'lazy')");
            await page.EvaluateAsync("() => document.fonts.ready.then(() => document.activeElement?.blur())");
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
        }
    }
}

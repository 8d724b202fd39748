using Microsoft.Playwright;

namespace Directino.Web.Tests.Journeys;

/// <summary>Looks at one page after the other and remembers what is wrong with it.</summary>
internal sealed class Walk(IPage page)
{
    private const int HandWidth = 390;
    private const int HandHeight = 844;
    private const string Contrast = "color-contrast";

    /// <summary>The circuit has taken over, nothing is on its way, the letters are there.</summary>
    private const string Settled = """
        () => document.readyState === "complete" && document.fonts.status === "loaded"
          && !document.querySelector("[aria-busy=true], .skeleton")
          && (!document.documentElement.innerHTML.includes('<!--Blazor:{"type":"server"') || Object.getOwnPropertySymbols(document.querySelector("main") ?? {}).length > 0)
        """;

    /// <summary>What reaches over the page's edge, unless it is in a part that scrolls or is cut on purpose.</summary>
    private const string OverTheEdge = """
        () => {
          const width = document.documentElement.clientWidth;
          const cut = e => { for (let p = e; p && p.id !== "content" && p !== document.body; p = p.parentElement) { const s = getComputedStyle(p); if (s.position === "fixed" || (p !== e && s.overflowX !== "visible") || s.clipPath !== "none") return true; } return false; };
          const over = [...document.body.querySelectorAll("*")].filter(e => { const r = e.getBoundingClientRect(); return r.width > 0 && r.height > 0 && !e.ownerSVGElement && (r.right > width + 1 || r.left < -1) && !cut(e); });
          const wide = document.scrollingElement.scrollWidth > width ? [`scrolls sideways by ${document.scrollingElement.scrollWidth - width}`] : [];
          return [...wide, ...over.slice(0, 3).map(e => e.outerHTML.slice(0, 120))];
        }
        """;

    /// <summary>What is built otherwise for each width is there, and drawn.</summary>
    private const string BuiltForHere = """
        hand => {
          const told = document.querySelector("[data-screen]");
          return !told || told.dataset.screen === hand ? new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true)))) : false;
        }
        """;

    /// <summary>Places that are built otherwise in the hand; of the others only the frame around them is, which is around these too.</summary>
    private static readonly string[] OtherInTheHand = ["", "plan", "inbox", "insights", "phone"];

    private readonly AxeEyes _eyes = new();
    private readonly List<string> _flaws = [];

    public IEnumerable<string> Flaws => _flaws.Concat(_eyes.Seen);

    /// <summary>Light and dark, on a desk and in the hand.</summary>
    public async Task LookAt(string address)
    {
        await Open(address);
        await LookAtHere();
    }

    public async Task LookAtHere()
    {
        await _eyes.Look(page, "light");
        await Measure("light");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        await _eyes.Look(page, "dark", only: Contrast);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await InTheHand(async () =>
        {
            await Measure("in the hand");
            if (OtherInTheHand.Contains(new Uri(page.Url).AbsolutePath.Split('/')[1]))
                await _eyes.Look(page, "in the hand", but: Contrast);
        });
    }

    /// <summary>In Persian, on a desk and in the hand; its colours are those of the others.</summary>
    public async Task LookFromTheRight(string address)
    {
        await Open(address);
        if (await page.EvaluateAsync<string>("() => document.documentElement.dir") != "rtl")
            _flaws.Add($"{address}: reads from the left in Persian");
        await _eyes.Look(page, "from the right", but: Contrast);
        await Measure("from the right");
        await InTheHand(() => Measure("from the right, in the hand"));
    }

    private async Task InTheHand(Func<Task> look)
    {
        var desk = page.ViewportSize!;
        await page.SetViewportSizeAsync(HandWidth, HandHeight);
        await page.WaitForFunctionAsync(BuiltForHere, "hand");
        await look();
        await page.SetViewportSizeAsync(desk.Width, desk.Height);
        await page.WaitForFunctionAsync(BuiltForHere, "desk");
    }

    private async Task Measure(string looks)
    {
        var over = await page.EvaluateAsync<string[]>(OverTheEdge);
        _flaws.AddRange(over.Select(o => $"{new Uri(page.Url).PathAndQuery} {looks}: over the edge: {o}"));
    }

    private async Task Open(string address)
    {
        await page.GotoAsync(address);
        if (string.IsNullOrWhiteSpace(await page.TitleAsync()))
            _flaws.Add($"{address}: has no title");
        await page.WaitForFunctionAsync(Settled);
        if (string.IsNullOrWhiteSpace(await page.TitleAsync()))
            _flaws.Add($"{address}: lost its title");
    }
}

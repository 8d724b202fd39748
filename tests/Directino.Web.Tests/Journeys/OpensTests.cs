using System.Globalization;
using System.Text.Json;
using Directino.Web.Tests.Survival;
using Microsoft.Playwright;

namespace Directino.Web.Tests.Journeys;

/// <summary>How long a person waits for the calendar of a full month and for the composer. Only by <c>./bench opens</c>.</summary>
[Trait("needs", "bench")]
public sealed class OpensTests(ITestOutputHelper output)
{
    private const int Times = 20;

    /// <summary>Notes when the first button listens: from then on the page does what one presses.</summary>
    private const string Watch = """
        (() => {
          const look = () => [...document.querySelectorAll('main button')].some(e => Object.keys(e).some(k => k.startsWith('_blazor')))
            ? (window.listens = performance.now()) : requestAnimationFrame(look);
          requestAnimationFrame(look);
        })();
        """;

    /// <summary>From the click on a link of the frame until what it leads to is drawn and listens.</summary>
    private const string Follow = """
        ([address, sign]) => new Promise(done => {
          const begun = performance.now();
          [...document.querySelectorAll(`a[href="${address}"]`)].find(a => a.checkVisibility()).click();
          const look = () => [...document.querySelectorAll(sign)].some(e => Object.keys(e).some(k => k.startsWith('_blazor')))
            ? done(performance.now() - begun) : requestAnimationFrame(look);
          requestAnimationFrame(look);
        })
        """;

    private static readonly int Posts = ManyPosts.Number("DIRECTINO_OPENS_POSTS", 2000);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_month_and_the_composer_open_soon()
    {
        await using var chromium = await Chromium.Start();
        await using var directino = await Installation.Start(Ct);
        await using var context = await chromium.Open(directino.Address, new() { Width = 1440, Height = 900 });
        await context.AddInitScriptAsync(Watch);
        var page = await context.NewPageAsync();
        var account = await (await Demo.LookAround(page)).Account();
        await Fill(page, account);
        output.WriteLine($"{Posts} posts in the month, {Times} times each, ms:");
        var still = await Still(chromium, directino.Address, context);
        await Within(page, "calendar, by a click", "/plan", "[data-testid=calendar-post] button");
        await Within(page, "composer, by a click", "/plan/posts/new", "main textarea");
        await Load(page, still, "calendar, whole page", "/plan");
        await Load(page, still, "composer, whole page", "/plan/posts/new");
        chromium.Errors.ShouldBeEmpty();
    }

    /// <summary>The same person in a browser that runs no scripts.</summary>
    private static async Task<IPage> Still(Chromium chromium, string address, IBrowserContext context)
    {
        var state = await context.StorageStateAsync();
        var still = await chromium.Open(address, new() { Width = 1440, Height = 900 }, o => (o.JavaScriptEnabled, o.StorageState) = (false, state));
        return await still.NewPageAsync();
    }

    private static async Task Fill(IPage page, string account)
    {
        var api = page.Context.APIRequest;
        var pictures = new List<string>();
        for (var i = 0; i < 10; i++)
            pictures.Add(Id(await Sent(await api.PostAsync($"/api/v1/media?fileName=buns-{i}.jpg", new() { DataByte = [.. Pictures.Plain(), (byte)i] }))));
        // The month that the calendar opens with is the browser's.
        var now = DateTimeOffset.Parse(await page.EvaluateAsync<string>("() => new Date().toISOString()"), CultureInfo.InvariantCulture);
        var first = new DateTimeOffset(now.Year, now.Month, 1, 8, 0, 0, TimeSpan.Zero);
        await Parallel.ForAsync(0, Posts, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Ct }, async (i, _) => await Sent(await api.PostAsync("/api/v1/posts", new()
        {
            DataObject = new { accountId = account, items = (object[])[new { mediaId = pictures[i % 10] }], caption = $"Buns, number {i}", at = first.AddDays(i % 28).AddMinutes(i / 28 * 8) },
        })));
    }

    /// <summary>From another page of the same circuit, as one goes about: server and drawing.</summary>
    private async Task Within(IPage page, string what, string address, string sign)
    {
        List<double> times = [];
        for (var i = 0; i <= Times; i++)
        {
            await Rest(page);
            await page.WaitForFunctionAsync("() => Object.getOwnPropertySymbols(document.querySelector('main')).length > 0");
            times.Add(await page.EvaluateAsync<double>(Follow, new[] { address, sign }));
        }

        Tell(what, times);
    }

    /// <summary>From another page that has come to rest: server, network, circuit. Beside it what the same page takes without a circuit, until it is drawn.</summary>
    private async Task Load(IPage page, IPage still, string what, string address)
    {
        List<double> times = [], ceiling = [];
        for (var i = 0; i <= Times; i++)
        {
            await Rest(page);
            await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Commit });
            await page.WaitForFunctionAsync("() => window.listens");
            times.Add(await page.EvaluateAsync<double>("() => window.listens"));
            await Rest(page);
            await still.GotoAsync("about:blank");
            await still.GotoAsync(address);
            ceiling.Add(await still.EvaluateAsync<double>("() => performance.getEntriesByType('navigation')[0].loadEventEnd"));
        }

        Tell(what, times);
        Tell("  without a circuit", ceiling);
    }

    private static Task<IResponse?> Rest(IPage page) => page.GotoAsync("/activity", new() { WaitUntil = WaitUntilState.NetworkIdle });

    /// <summary>The first time is left out: it warms the program up.</summary>
    private void Tell(string what, List<double> times)
    {
        var sorted = times.Skip(1).Order().ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what}: half {sorted[sorted.Count / 2]:0}, 95 of 100 {sorted[sorted.Count * 95 / 100]:0}, first ever {times[0]:0}"));
    }

    private static string Id(JsonElement thing) => thing.GetProperty("id").GetString()!;

    private static async Task<JsonElement> Sent(IAPIResponse answer) =>
        answer.Ok ? (await answer.JsonAsync())!.Value : throw new InvalidOperationException($"{answer.Url}: {answer.Status} {await answer.TextAsync()}");
}

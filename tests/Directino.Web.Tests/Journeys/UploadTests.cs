using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Directino.Web.Tests.Survival;
using Microsoft.Playwright;
using NetVips;
using static Microsoft.Playwright.Assertions;

namespace Directino.Web.Tests.Journeys;

/// <summary>Files that are sent over a line that breaks, from a page that is left, and from one that is opened again.</summary>
[Trait("needs", "browser")]
public sealed class UploadTests
{
    private const int SlowBytesPerSecond = 3_000_000;

    /// <summary>What the page sends in one request.</summary>
    private const long Piece = 8 * 1024 * 1024;

    private static readonly Lazy<byte[]> Large = new(() => Noise(4400, 3200));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task An_upload_goes_on_where_a_broken_line_and_a_closed_page_ended_it(int width, int height)
    {
        await using var chromium = await Chromium.Start();
        var directino = await Installation.Shared();
        await using var context = await chromium.Open(directino.Address, new() { Width = width, Height = height });
        var page = await context.NewPageAsync();
        var (begun, from) = (new ConcurrentBag<string>(), new ConcurrentBag<long>());
        context.Request += (_, request) => Note(request, begun, from);
        try
        {
            await page.SignUp();
            await page.GotoAsync("/library");
            ((long)Large.Value.Length).ShouldBeGreaterThan(Piece);
            var cut = true;
            await page.RouteAsync("**/api/v1/media/uploads/*", route => cut && Beyond(route.Request) ? route.AbortAsync() : route.ContinueAsync());
            await (await page.UploadField()).SetInputFilesAsync(new FilePayload { Name = "market.jpg", MimeType = "image/jpeg", Buffer = Large.Value });
            await Expect(page.GetByTestId("upload")).ToHaveAttributeAsync("data-state", "stalled", new() { Timeout = Chromium.Patience });
            // The page is closed in the middle, and opened again while the line is still away: nobody chooses the file a second time.
            await page.ReloadAsync();
            await Expect(page.GetByTestId("upload")).ToHaveAttributeAsync("data-state", "stalled", new() { Timeout = Chromium.Patience });
            cut = false;
            await page.GetByTestId("library").GetByText("market.jpg").Sees();
            await Expect(page.GetByTestId("upload")).ToHaveCountAsync(0);
            begun.Count.ShouldBe(1);
            from.Count(o => o == 0).ShouldBe(1);
            from.ShouldContain(Piece);
            (await page.EvaluateAsync<string>("() => localStorage.getItem('directino-uploads')")).ShouldBe("{}");
        }
        catch (Exception error)
        {
            TestContext.Current.AddAttachment("page.png", await page.ScreenshotAsync(), "image/png");
            throw new InvalidOperationException($"It ended at {page.Url}: {error.Message}\n{string.Join('\n', chromium.Errors)}\n{directino.LastWords()}", error);
        }
    }

    [Fact]
    public async Task Several_go_at_once_one_is_cancelled_one_is_refused_and_the_composer_shows_the_rest_in_their_order()
    {
        await using var chromium = await Chromium.Start();
        var directino = await Installation.Shared();
        await using var context = await chromium.Open(directino.Address, new() { Width = 1440, Height = 900 });
        var page = await context.NewPageAsync();
        try
        {
            await page.SignUp();
            await page.GotoAsync("/plan/posts/new");
            var field = await page.UploadField();
            var line = await Line.Of(page);
            await line.Slow();
            await field.SetInputFilesAsync(
            [
                new FilePayload { Name = "1.jpg", MimeType = "image/jpeg", Buffer = Large.Value },
                new FilePayload { Name = "2.jpg", MimeType = "image/jpeg", Buffer = Pictures.Plain(20) },
                new FilePayload { Name = "notes.jpg", MimeType = "image/jpeg", Buffer = new byte[5000] },
                new FilePayload { Name = "gone.jpg", MimeType = "image/jpeg", Buffer = Noise(1600, 1600) },
                new FilePayload { Name = "3.jpg", MimeType = "image/jpeg", Buffer = Pictures.Plain(40) },
            ]);
            await page.GetByTestId("upload").Filter(new() { HasText = "gone.jpg" }).GetByRole(AriaRole.Button, new() { Name = "Cancel this upload" }).ClickAsync();
            await line.Free();
            await Expect(page.GetByTestId("post-item")).ToHaveCountAsync(3);
            var refused = page.GetByTestId("upload");
            await Expect(refused).ToHaveCountAsync(1);
            await Expect(refused).ToContainTextAsync("notes.jpg");
            await Expect(refused).ToContainTextAsync("none of the formats");
            foreach (var (name, at) in new[] { "1.jpg", "2.jpg", "3.jpg" }.Select((n, i) => (n, i)))
                await Expect(page.GetByTestId("post-item").Nth(at)).ToHaveAccessibleNameAsync(new Regex(Regex.Escape(name)));
            (await (await context.APIRequest.GetAsync("/api/v1/media")).TextAsync()).ShouldNotContain("gone.jpg");
            await refused.GetByRole(AriaRole.Button, new() { Name = "Cancel this upload" }).ClickAsync();
            await Expect(refused).ToHaveCountAsync(0);
        }
        catch (Exception error)
        {
            TestContext.Current.AddAttachment("page.png", await page.ScreenshotAsync(), "image/png");
            throw new InvalidOperationException($"It ended at {page.Url}: {error.Message}\n{string.Join('\n', chromium.Errors)}\n{directino.LastWords()}", error);
        }
    }

    private static void Note(Microsoft.Playwright.IRequest request, ConcurrentBag<string> begun, ConcurrentBag<long> from)
    {
        if (!request.Url.Contains("/media/uploads", StringComparison.Ordinal))
            return;
        if (request.Method == "POST")
            begun.Add(request.Url);
        if (request.Method == "PATCH" && request.Headers.TryGetValue("upload-offset", out var offset))
            from.Add(long.Parse(offset, CultureInfo.InvariantCulture));
    }

    /// <summary>Everything after the first piece.</summary>
    private static bool Beyond(Microsoft.Playwright.IRequest request) =>
        request.Method == "HEAD" || (request.Method == "PATCH" && request.Headers.TryGetValue("upload-offset", out var offset) && offset != "0");

    /// <summary>A picture that no codec makes small.</summary>
    private static byte[] Noise(int width, int height)
    {
        using var grey = Image.Gaussnoise(width, height, sigma: 60, mean: 128).Cast(Enums.BandFormat.Uchar);
        using var three = grey.Bandjoin(grey, grey).Copy(interpretation: Enums.Interpretation.Srgb);
        return three.JpegsaveBuffer(q: 98);
    }

    /// <summary>The line of a page to its server.</summary>
    private sealed class Line(ICDPSession session)
    {
        public static async Task<Line> Of(IPage page)
        {
            var session = await page.Context.NewCDPSessionAsync(page);
            await session.SendAsync("Network.enable");
            return new Line(session);
        }

        public Task Slow() => Set(SlowBytesPerSecond);

        public Task Free() => Set(-1);

        private async Task Set(int upload) => await session.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
        {
            ["offline"] = false, ["latency"] = 0, ["downloadThroughput"] = -1, ["uploadThroughput"] = upload,
        });
    }
}

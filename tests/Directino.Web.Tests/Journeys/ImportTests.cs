using System.Text;
using Directino.Web.Tests.Survival;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Directino.Web.Tests.Journeys;

/// <summary>Somebody brings a file with faults in: sees each beside its cell, mends some, takes what is good, and sends the file once more.</summary>
[Trait("needs", "browser")]
public sealed class ImportTests
{
    private const string Plan =
        "Account;Date;Time;Caption;Media;Labels\r\n"
        + "nora.bakes;2031-03-04;18:00;Rye, out of the oven at seven.;buns.jpg;\r\n"
        + "nora.bake;2031-03-05;18:00;Buns on Wednesday;bun.jpg;\r\n"
        + "nora.bakes;06/03/2031;18:00;Croissants;buns.jpg;Easter\r\n"
        + "nora.bakes;2020-01-01;18:00;Too late;buns.jpg;\r\n"
        + "nora.bakes;2031-03-04;18:00;Rye, out of the oven at seven.;buns.jpg;\r\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1440, 900)]
    public async Task A_file_with_faults_comes_in_as_far_as_it_is_good_and_nothing_of_it_twice(int width, int height)
    {
        await using var chromium = await Chromium.Start();
        var directino = await Installation.Shared();
        await using var context = await chromium.Open(directino.Address, new() { Width = width, Height = height });
        var eyes = new AxeEyes();
        var page = await context.NewPageAsync();
        try
        {
            await Demo.LookAround(page);
            await context.APIRequest.PostAsync("/api/v1/media?fileName=buns.jpg", new() { DataByte = Pictures.Plain() });
            await page.GotoAsync("/plan/import");
            await Refused(page);
            await Bring(page);
            await Mend(page, eyes);
            await Take(page);
            await Again(page);
        }
        catch (Exception error)
        {
            TestContext.Current.AddAttachment("page.png", await page.ScreenshotAsync(), "image/png");
            throw new InvalidOperationException($"It ended at {page.Url}: {error.Message}\n{string.Join('\n', chromium.Errors)}\n{directino.LastWords()}", error);
        }

        chromium.Errors.ShouldBeEmpty();
        eyes.Seen.ShouldBeEmpty();
    }

    private static async Task Refused(IPage page)
    {
        await (await page.Listening("import-file", hidden: true)).SetInputFilesAsync(new FilePayload { Name = "plan.xlsx.csv", MimeType = "text/csv", Buffer = [(byte)'P', (byte)'K', 3, 4, 20] });
        await page.GetByText("This is a workbook").Sees();
    }

    private static async Task Bring(IPage page)
    {
        await (await page.Listening("import-file", hidden: true)).SetInputFilesAsync(new FilePayload { Name = "plan.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Plan) });
        await Expect(page.GetByTestId("import-row")).ToHaveCountAsync(5, new() { Timeout = Chromium.Patience });
    }

    private static async Task Mend(IPage page, AxeEyes eyes)
    {
        await Expect(Row(page, 2)).ToHaveAttributeAsync("data-state", "ready");
        await Expect(Row(page, 3)).ToContainTextAsync("No account “nora.bake” is connected");
        await Expect(Row(page, 3)).ToContainTextAsync("The library has no file “bun.jpg”");
        await Expect(Row(page, 4)).ToContainTextAsync("6 March 2031 or 3 June 2031");
        await Expect(Row(page, 4)).ToContainTextAsync("There is no label “Easter”");
        await Expect(Row(page, 5)).ToContainTextAsync("This time is over");
        await Expect(Row(page, 6)).ToContainTextAsync("This is row 2 once more");
        await Shot(page, "faults");
        await eyes.Look(page);
        await Row(page, 3).GetByTestId("cell-account").SelectOptionAsync("nora.bakes");
        await Expect(Row(page, 3)).Not.ToContainTextAsync("No account");
        await Row(page, 3).GetByTestId("import-choose").ClickAsync();
        await page.Locator("#import-picture .picture").First.ClickAsync();
        await Expect(Row(page, 3)).ToHaveAttributeAsync("data-state", "ready");
        await page.Press("import-add-labels");
        await page.Press("day-first");
        await Expect(Row(page, 4)).ToHaveAttributeAsync("data-state", "ready");
        // What was corrected is still there after the page was left.
        await page.GotoAsync("/plan/import?show=faulty");
        await Expect(page.GetByTestId("import-row")).ToHaveCountAsync(2, new() { Timeout = Chromium.Patience });
    }

    private static async Task Take(IPage page)
    {
        await Expect(page.See("import-go")).ToHaveTextAsync("Schedule 3 posts");
        await page.Press("import-go");
        await page.GetByText("3 posts were scheduled.").Sees();
        await Shot(page, "taken");
        // The row that was the second once more is the plan's own now; only the late one is left to be mended.
        await Expect(page.See("import-sum")).ToContainTextAsync("1 already in the plan");
        var rest = await page.APIRequest.GetAsync("/api/v1/posts/import/rest.csv");
        (await rest.TextAsync()).ShouldContain("Too late");
        await page.GotoAsync("/plan?view=week&date=2031-03-04");
        await Expect(page.GetByRole(AriaRole.Main).GetByText("Croissants").Filter(new() { Visible = true }).First).ToBeVisibleAsync();
    }

    private static async Task Again(IPage page)
    {
        await page.GotoAsync("/plan/import");
        await page.Press("import-put-away");
        await Bring(page);
        await Expect(Row(page, 2)).ToHaveAttributeAsync("data-state", "known");
        await Expect(page.GetByTestId("import-go")).ToHaveCountAsync(0);
        await page.GotoAsync("/plan/import?as=drafts");
        await Expect(page.See("import-go")).ToHaveTextAsync("Make 1 draft");
    }

    private static ILocator Row(IPage page, int line) => page.Locator($"[data-testid=import-row][data-line='{line}']");

    private static Task Shot(IPage page, string name) => Environment.GetEnvironmentVariable("DIRECTINO_IMPORT_SHOTS") is { Length: > 0 } folder
        ? page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{page.ViewportSize!.Width}.png"), FullPage = true })
        : Task.CompletedTask;
}

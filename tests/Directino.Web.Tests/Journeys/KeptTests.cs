using System.Text.RegularExpressions;
using Directino.Web.Tests.Survival;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Directino.Web.Tests.Journeys;

/// <summary>Somebody writes a post, their browser dies, and on another machine everything is there.</summary>
[Trait("needs", "browser")]
public sealed class KeptTests
{
    private const string Caption = "Saffron buns, out of the oven at se";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(390, 844)]
    public async Task What_is_being_written_outlives_a_killed_browser(int width, int height)
    {
        var directino = await Installation.Shared();
        var size = new ViewportSize { Width = width, Height = height };
        string email;
        await using (var chromium = await Chromium.StartAlone())
        {
            var context = await chromium.Open(directino.Address, size);
            email = await Write(await context.NewPageAsync());
            await chromium.Kill();
        }

        await using var another = await Chromium.Start();
        await using var again = await another.Open(directino.Address, size);
        var page = await again.NewPageAsync();
        try
        {
            await SignIn(page, email);
            await FindItAgain(page, width);
            another.Errors.ShouldBeEmpty();
        }
        catch (Exception error)
        {
            TestContext.Current.AddAttachment("page.png", await page.ScreenshotAsync(), "image/png");
            throw new InvalidOperationException($"It ended at {page.Url}: {error.Message}\n{string.Join('\n', another.Errors)}\n{directino.LastWords()}", error);
        }
    }

    [Fact]
    public async Task Of_two_who_change_a_post_neither_loses_a_word_until_one_chooses()
    {
        await using var chromium = await Chromium.Start();
        var directino = await Installation.Shared();
        await using var context = await chromium.Open(directino.Address, new() { Width = 1440, Height = 900 });
        var page = await context.NewPageAsync();
        try
        {
            await page.SignUp();
            var post = (await (await context.APIRequest.PostAsync("/api/v1/posts", new() { DataObject = new { caption = "Buns" } })).JsonAsync())!.Value.GetProperty("id").GetString();
            await page.GotoAsync($"/plan/posts/{post}");
            await page.Write("caption", "Mine");
            await Expect(page.See("kept-status")).ToHaveAttributeAsync("data-state", "kept");
            (await context.APIRequest.PutAsync($"/api/v1/posts/{post}", new() { DataObject = new { caption = "Theirs" } })).Ok.ShouldBeTrue();
            await page.GotoAsync($"/plan/posts/{post}");
            await page.See("keep-mine").Sees();
            await Shot(page, "overtaken");
            await Expect(page.See("caption")).ToHaveValueAsync("Mine");
            await page.Press("take-theirs");
            await Expect(page.See("caption")).ToHaveValueAsync("Theirs");
            await page.Write("caption", "Mine again");
            await Expect(page.See("kept-status")).ToHaveAttributeAsync("data-state", "kept");
            (await context.APIRequest.PutAsync($"/api/v1/posts/{post}", new() { DataObject = new { caption = "Theirs again" } })).Ok.ShouldBeTrue();
            await page.Press("save-draft");
            await page.Press("keep-mine");
            await page.Press("save-draft");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Mine again");
            (await (await context.APIRequest.GetAsync("/api/v1/working-copies")).JsonAsync())!.Value.GetArrayLength().ShouldBe(0);
            await BothKeepWhatTheyChanged(page, post!);
        }
        catch (Exception error)
        {
            throw new InvalidOperationException($"It ended at {page.Url}: {error.Message}\n{string.Join('\n', chromium.Errors)}\n{directino.LastWords()}", error);
        }
    }

    /// <summary>One changes the words, the other an option: together they are one post. A second window is seen from the first.</summary>
    private static async Task BothKeepWhatTheyChanged(IPage page, string post)
    {
        var other = await page.Context.NewPageAsync();
        await other.Open($"/plan/posts/{post}");
        await page.See("also-here").Sees();
        await page.Write("caption", "Mine at last");
        await other.See("also-here").Sees();
        (await page.Context.APIRequest.PutAsync($"/api/v1/posts/{post}", new() { DataObject = new { caption = "Mine again", options = new { aiGenerated = true } } })).Ok.ShouldBeTrue();
        await page.See("both-sides").Sees();
        await Shot(page, "both-sides");
        await page.Press("keep-both");
        await page.Press("save-draft");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Mine at last", new() { Timeout = Chromium.Patience });
        var saved = (await (await page.Context.APIRequest.GetAsync($"/api/v1/posts/{post}")).JsonAsync())!.Value;
        (saved.GetProperty("caption").GetString(), saved.GetProperty("options").GetProperty("aiGenerated").GetBoolean()).ShouldBe(("Mine at last", true));
        await other.GotoAsync("/plan");
        await Expect(page.GetByTestId("also-here")).ToHaveCountAsync(0, new() { Timeout = Chromium.Patience });
        await other.CloseAsync();
    }

    private static async Task<string> Write(IPage page)
    {
        var email = await page.SignUp();
        await page.GotoAsync("/plan/posts/new");
        await (await page.UploadField()).SetInputFilesAsync(
            new FilePayload { Name = "buns.jpg", MimeType = "image/jpeg", Buffer = Pictures.Plain() });
        await page.Locator(".chosen img").Sees();
        await page.NextStep();
        await page.Write("caption", Caption);
        await page.NextStep();
        await page.Write("schedule-date", "2031-03-04");
        await page.Write("schedule-time", "18:05");
        await Expect(page.See("kept-status")).ToHaveAttributeAsync("data-state", "kept");
        await Shot(page, $"writing-{page.ViewportSize!.Width}");
        return email;
    }

    private static async Task SignIn(IPage page, string email)
    {
        await page.GotoAsync("/account/sign-in");
        await page.GetByTestId("sign-in-email").FillAsync(email);
        await page.GetByTestId("sign-in-password").FillAsync("warm-rye-at-seven");
        await page.GetByTestId("sign-in-submit").ClickAsync();
        await page.WaitForURLAsync("**/");
    }

    private static async Task FindItAgain(IPage page, int width)
    {
        await page.Open("/plan");
        await Expect(page.See("continue-writing")).ToContainTextAsync("Saffron buns");
        await Shot(page, $"plan-{width}");
        await page.See("continue-writing").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/plan/posts/new$"));
        await page.See("kept-notice").Sees();
        await page.Locator(".chosen img").Sees();
        await Shot(page, $"again-{width}");
        await page.NextStep();
        await Expect(await page.Listening("caption")).ToHaveValueAsync(Caption);
        await page.NextStep();
        await Expect(page.See("schedule-date")).ToHaveValueAsync("2031-03-04");
        await Expect(page.See("schedule-time")).ToHaveValueAsync("18:05");
        await page.Press("save-draft");
        await page.See("post-state").Sees();
        await page.GotoAsync("/plan?date=2031-03-04");
        await Expect(page.GetByRole(AriaRole.Main).GetByText("Saffron buns").Filter(new() { Visible = true }).First).ToBeVisibleAsync();
        await Expect(page.GetByTestId("continue-writing")).ToHaveCountAsync(0);
    }

    private static Task Shot(IPage page, string name) => Environment.GetEnvironmentVariable("DIRECTINO_KEPT_SHOTS") is { Length: > 0 } folder
        ? page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") })
        : Task.CompletedTask;
}

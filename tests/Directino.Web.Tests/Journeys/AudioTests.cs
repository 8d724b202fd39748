using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Directino.Web.Tests.Journeys;

/// <summary>Music of Instagram's catalogue under a reel, with Facebook's login: found, chosen and made softer by keyboard, and looked after when it is gone.</summary>
[Trait("needs", "browser")]
public sealed class AudioTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_track_is_found_chosen_and_made_softer_by_keyboard_and_told_when_it_is_gone()
    {
        await using var chromium = await Chromium.Start();
        await using var directino = await Installation.Start(Ct);
        await using var context = await chromium.Open(directino.Address, new() { Width = 1440, Height = 900 });
        var page = await context.NewPageAsync();
        try
        {
            await page.SignUp();
            await Connect(page);
            var post = await Draft(context.APIRequest);
            await page.Open($"/plan/posts/{post}");
            await Choose(page);
            await Expect(page.See("preview-sound")).ToContainTextAsync("Rolling Pin Waltz · Tin Spoon Trio");
            for (var softer = 1; softer <= 20; softer++)
                await page.See("video-volume").PressAsync("ArrowLeft");
            await Expect(page.See("audio")).ToContainTextAsync("80%");
            await Expect(page.See("kept-status")).ToHaveAttributeAsync("data-state", "kept");
            await page.Press("save-draft");
            await Expect(page.GetByTestId("kept-status").Filter(new() { Visible = true })).ToHaveCountAsync(0);
            var audio = (await Read(context.APIRequest, post)).GetProperty("options").GetProperty("audio");
            (audio.GetProperty("audioId").GetString(), audio.GetProperty("audioVolume").GetInt32(), audio.GetProperty("videoVolume").GetInt32()).ShouldBe(("3380000000000010", 100, 80));

            (await context.APIRequest.PostAsync("/sandbox/acts/withdraw-audio", new() { DataObject = new { audio = "3380000000000010" } })).Ok.ShouldBeTrue();
            await page.Open($"/plan/posts/{post}");
            await Expect(page.See("audio")).ToContainTextAsync("no longer offers");
            await page.Press("audio-remove");
            await Expect(page.See("audio-choose")).ToBeFocusedAsync();
            await Expect(page.See("audio")).Not.ToContainTextAsync("no longer offers");
            chromium.Errors.ShouldBeEmpty();
        }
        catch (Exception error)
        {
            TestContext.Current.AddAttachment("page.png", await page.ScreenshotAsync(), "image/png");
            throw new InvalidOperationException($"It ended at {page.Url}: {error.Message}\n{string.Join('\n', chromium.Errors)}\n{directino.LastWords()}", error);
        }
    }

    private static async Task Choose(IPage page)
    {
        await (await page.Listening("audio-choose")).PressAsync("Enter");
        await Expect(page.GetByTestId("sound")).ToHaveCountAsync(10);
        await Expect(page.See("audio-words")).ToBeFocusedAsync();
        await page.Press("audio-more");
        await Expect(page.GetByTestId("sound")).ToHaveCountAsync(12);
        await page.Press("audio-OriginalSound");
        await Expect(page.GetByTestId("sound")).ToHaveCountAsync(4);
        await page.Press("audio-Music");
        await page.Write("audio-words", "waltz");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("sound")).ToHaveCountAsync(1);
        await Expect(page.See("sound")).ToContainTextAsync("1:37");
        await page.See("sound").PressAsync("Enter");
        // Whoever chose goes on where they began.
        await Expect(page.See("audio-remove")).ToBeFocusedAsync();
    }

    private static async Task Connect(IPage page)
    {
        await page.GotoAsync("/accounts/connect");
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('input[name=login]')].some(e => Object.keys(e).some(k => k.startsWith('_blazor')))");
        await page.Locator("input[name=login][value=Facebook]").CheckAsync();
        await page.See("connect-start").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();
        await page.WaitForURLAsync("**/accounts/choose/*");
        await page.Locator("li").Filter(new() { HasText = "@nora.bakes" }).GetByRole(AriaRole.Button).ClickAsync();
        await page.WaitForURLAsync(new Regex("/accounts(\\?|$)"));
    }

    private static async Task<string> Draft(IAPIRequestContext api)
    {
        var account = (await (await api.GetAsync("/api/v1/accounts")).JsonAsync())!.Value[0].GetProperty("id").GetString();
        var made = await (await api.PostAsync("/api/v1/posts", new() { DataObject = new { accountId = account, kind = "Reel", caption = "A minute at the oven" } })).JsonAsync();
        return made!.Value.GetProperty("id").GetString()!;
    }

    private static async Task<JsonElement> Read(IAPIRequestContext api, string post) => (await (await api.GetAsync($"/api/v1/posts/{post}")).JsonAsync())!.Value;
}

using System.Text.RegularExpressions;
using Directino.Web.Tests.Survival;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Directino.Web.Tests.Journeys;

/// <summary>Somebody looks at the profile to come: while they write, and as a page on which posts exchange their times.</summary>
[Trait("needs", "browser")]
public sealed class ProfileTests
{
    [Fact]
    public async Task Posts_exchange_their_times_by_button_and_by_hand_and_a_new_one_sees_its_place()
    {
        await using var chromium = await Chromium.Start();
        var directino = await Installation.Shared();
        await using var context = await chromium.Open(directino.Address, new() { Width = 1440, Height = 900 });
        var page = await context.NewPageAsync();
        var account = await (await Demo.LookAround(page)).Account();
        try
        {
            foreach (var (caption, day) in new[] { ("Soon", "01"), ("Late", "02") })
                (await context.APIRequest.PostAsync("/api/v1/posts", new() { DataObject = new { accountId = account, caption, at = $"2099-05-{day}T10:00:00Z" } })).Ok.ShouldBeTrue();
            await page.GotoAsync($"/plan/profile?account={account}");
            await Reads(page, "Late", "Soon");
            await page.Listening("swap");
            await page.GetByTestId("swap").Nth(0).ClickAsync();
            await Expect(page.GetByTestId("swap").Nth(0)).ToHaveAttributeAsync("aria-pressed", "true", new() { Timeout = Chromium.Patience });
            await page.GetByTestId("swap").Nth(1).ClickAsync();
            await Reads(page, "Soon", "Late");
            await page.GetByTestId("profile-tile").Nth(1).Locator("a").DragToAsync(page.GetByTestId("profile-tile").Nth(0).Locator("a"));
            await Reads(page, "Late", "Soon");

            await page.GotoAsync($"/plan/posts/new?account={account}");
            await page.Press("preview-profile");
            await page.See("profile-preview").Sees();
            await Expect(page.GetByTestId("profile-preview").Locator("li").Nth(2)).ToHaveAttributeAsync("data-testid", "profile-mine", new() { Timeout = Chromium.Patience });
            chromium.Errors.ShouldBeEmpty();
        }
        catch (Exception error)
        {
            TestContext.Current.AddAttachment("page.png", await page.ScreenshotAsync(), "image/png");
            throw new InvalidOperationException($"It ended at {page.Url}: {error.Message}\n{string.Join('\n', chromium.Errors)}\n{directino.LastWords()}", error);
        }
    }

    private static async Task Reads(IPage page, params string[] captions)
    {
        foreach (var (place, caption) in captions.Index())
            await Expect(page.GetByTestId("profile-tile").Nth(place).Locator("a")).ToHaveAttributeAsync("title", new Regex($"^{caption} · "), new() { Timeout = Chromium.Patience });
    }
}

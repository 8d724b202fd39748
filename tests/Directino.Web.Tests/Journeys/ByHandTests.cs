using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Directino.Web.Tests.Journeys;

/// <summary>A post by hand, all of it in the hand: planned, told of at its time, posted, confirmed.</summary>
[Trait("needs", "browser")]
public sealed partial class ByHandTests
{
    private const string Link = "https://www.instagram.com/p/DAbc_1-x/";

    [Fact]
    public async Task It_is_planned_told_of_posted_and_confirmed_in_the_hand()
    {
        await using var chromium = await Chromium.Start();
        var directino = await Installation.Shared();
        await using var context = await chromium.Open(directino.Address, new() { Width = 390, Height = 844 });
        var page = await context.NewPageAsync();
        var eyes = new AxeEyes();
        try
        {
            var demo = await Demo.LookAround(page);
            var post = await demo.Draft(await demo.Account());
            await Plan(page, post);
            await Told(page, post, eyes);
            await Confirm(page);
            await page.GotoAsync("/plan?view=list");
            var line = page.Locator($"[href='/plan/posts/{post}']").Filter(new() { Visible = true }).First;
            await line.Sees();
            await page.GotoAsync("/");
            await page.GetByRole(AriaRole.Main).Locator("h2").First.Sees();
            await Expect(page.GetByText("Post it by hand:")).ToHaveCountAsync(0);
            await page.GotoAsync("/plan");
            var card = page.Locator("[data-testid=calendar-post][data-state=Published]").Filter(new() { Visible = true, HasText = "Saffron buns" }).First;
            await card.Sees();
            await Expect(card.GetByTestId("kin-mark").First).ToHaveAttributeAsync("title", "Posted by hand");
        }
        catch (Exception error)
        {
            TestContext.Current.AddAttachment("page.png", await page.ScreenshotAsync(), "image/png");
            throw new InvalidOperationException($"It ended at {page.Url}: {error.Message}\n{string.Join('\n', chromium.Errors)}\n{directino.LastWords()}", error);
        }

        chromium.Errors.ShouldBeEmpty();
        eyes.Seen.ShouldBeEmpty();
    }

    private static async Task Plan(IPage page, string post)
    {
        await page.Open($"/plan/posts/{post}");
        for (var step = 1; step < 3; step++)
            await page.Locator(".steps .primary").ClickAsync();
        await (await page.Listening("by-hand")).CheckAsync();
        await Expect(page.See("publish-now")).ToHaveTextAsync("Notify me now");
        await page.Press("publish-now");
        await Expect(page.See("post-state")).ToHaveAttributeAsync("data-state", "Notified", new() { Timeout = Chromium.Patience });
    }

    /// <summary>Today and the notification both lead to the page that has everything.</summary>
    private static async Task Told(IPage page, string post, AxeEyes eyes)
    {
        await page.GotoAsync("/");
        await page.GetByText("Post it by hand:").First.Sees();
        await page.Open("/notifications");
        await page.GetByRole(AriaRole.Main).GetByText("It is time to post").First.ClickAsync();
        await page.WaitForURLAsync(new Regex($"/plan/posts/{post}"));
        await page.See("hand-panel").Sees();
        await Expect(page.GetByTestId("hand-file")).ToHaveCountAsync(1);
        await Expect(page.Locator("#hand-caption")).ToHaveValueAsync("Saffron buns, out of the oven at seven.");
        await Expect(page.Locator("#hand-alt-0")).ToHaveValueAsync("Buns");
        var download = await page.RunAndWaitForDownloadAsync(() => page.See("hand-file").ClickAsync());
        download.SuggestedFilename.ShouldBe("buns.jpg");
        await eyes.Look(page);
    }

    private static async Task Confirm(IPage page)
    {
        await page.Write("hand-link", "https://example.test/p/DAbc/");
        await page.Press("hand-posted");
        await page.GetByText("This is not a link to a post at instagram.com.").Sees();
        await page.Write("hand-link", $"{Link}?igsh=MzR");
        await page.Press("hand-posted");
        await Expect(page.See("post-state")).ToHaveAttributeAsync("data-state", "Published", new() { Timeout = Chromium.Patience });
        await Expect(page.See("permalink")).ToHaveAttributeAsync("href", Link);
        await page.GetByText(ByWhom()).First.Sees();
    }

    [GeneratedRegex(".+ posted it by hand$")]
    private static partial Regex ByWhom();
}

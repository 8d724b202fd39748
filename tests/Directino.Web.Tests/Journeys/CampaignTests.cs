using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Directino.Web.Tests.Journeys;

/// <summary>A campaign from its first word to the plan that shows nothing else.</summary>
[Trait("needs", "browser")]
public sealed class CampaignTests
{
    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task A_campaign_is_begun_a_post_joins_it_and_the_plan_is_narrowed_to_it(int width, int height)
    {
        await using var chromium = await Chromium.Start();
        var directino = await Installation.Shared();
        await using var context = await chromium.Open(directino.Address, new() { Width = width, Height = height });
        var page = await context.NewPageAsync();
        try
        {
            await page.SignUp();
            await page.GotoAsync("/plan/campaigns");
            await page.Press("new-campaign");
            await page.Write("campaign-first", "2031-03-03");
            await page.Write("campaign-last", "2031-03-01");
            await page.See("keep-campaign").ClickAsync();
            await Expect(page.See("campaign-form")).ToContainTextAsync("A campaign needs a name.");
            await page.Write("campaign-name", "Spring menu");
            await page.See("keep-campaign").ClickAsync();
            await Expect(page.See("campaign-form")).ToContainTextAsync("The last day is before the first.");
            await page.Write("campaign-last", "2031-03-16");
            await page.See("keep-campaign").ClickAsync();
            await Expect(page.See("campaign")).ToContainTextAsync("Coming");

            foreach (var (caption, joins) in ((string, bool)[])[("Rye", false), ("Asparagus", true)])
            {
                var post = await Draft(context.APIRequest, caption);
                await page.GotoAsync($"/plan/posts/{post}");
                for (var step = 0; step < 2; step++)
                    await page.NextStep();
                if (joins)
                    await (await page.Listening("choose-campaign")).SelectOptionAsync(new SelectOptionValue { Label = "Spring menu" });
            }

            await page.Open("/plan?date=2031-03-04");
            await Expect(page.See("calendar-post")).ToContainTextAsync("Rye");
            await page.Locator(".band:visible").First.ClickAsync();
            await Expect(page.GetByTestId("calendar-post").Filter(new() { Visible = true })).ToHaveCountAsync(1);
            await Expect(page.See("calendar-post")).ToContainTextAsync("Asparagus");
            page.Url.ShouldContain("campaign=");
            await Another(page);
            await page.GotoAsync("/plan/campaigns");
            await Expect(page.See("campaign")).ToContainTextAsync("Posts: 2");
            await page.Press("remove-campaign");
            await Expect(page.GetByTestId("campaign")).ToHaveCountAsync(0);
            await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
            await Expect(page.See("campaign")).ToContainTextAsync("Posts: 2");
            chromium.Errors.ShouldBeEmpty();
        }
        catch (Exception error)
        {
            TestContext.Current.AddAttachment("page.png", await page.ScreenshotAsync(), "image/png");
            throw new InvalidOperationException($"It ended at {page.Url}: {error.Message}\n{string.Join('\n', chromium.Errors)}\n{directino.LastWords()}", error);
        }
    }

    /// <summary>Begun where the plan shows the campaign alone, a post is part of it before it is saved, and still when the page was lost meanwhile.</summary>
    private static async Task Another(IPage page)
    {
        await page.GotoAsync("/plan/posts/new?" + new Uri(page.Url).Query.TrimStart('?'));
        await page.NextStep();
        await page.Write("caption", "Radishes");
        await Expect(page.See("kept-status")).ToHaveAttributeAsync("data-state", "kept");
        await page.GotoAsync("/plan/posts/new");
        await page.NextStep();
        await page.NextStep();
        await Expect((await page.Listening("choose-campaign")).Locator("option:checked")).ToHaveTextAsync("Spring menu");
        await page.Press("save-draft");
        await page.WaitForURLAsync("**/plan/posts/*-*");
    }

    private static async Task<string> Draft(IAPIRequestContext api, string caption)
    {
        var made = await api.PostAsync("/api/v1/posts", new() { DataObject = new { caption, at = "2031-03-04T10:00:00Z" } });
        return (await made.JsonAsync())!.Value.GetProperty("id").GetString()!;
    }
}

using System.Text.Json;
using Directino.Web.Tests.Survival;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Directino.Web.Tests.Journeys;

/// <summary>Planning over weeks, by hand: a post that is repeated, an idea that gets a day.</summary>
[Trait("needs", "browser")]
public sealed class WeeksTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_post_is_repeated_and_one_day_left_out_an_idea_is_written_down_and_dragged_onto_a_day()
    {
        await using var chromium = await Chromium.Start();
        var directino = await Installation.Shared();
        await using var context = await chromium.Open(directino.Address, new() { Width = 1440, Height = 1600 });
        var page = await context.NewPageAsync();
        try
        {
            var demo = await Demo.LookAround(page);
            var account = await demo.Account();
            await Repeat(page, await demo.Draft(account));
            await GiveIdeaADay(page, context.APIRequest, account);
            chromium.Errors.ShouldBeEmpty();
        }
        catch (Exception error)
        {
            TestContext.Current.AddAttachment("page.png", await page.ScreenshotAsync(), "image/png");
            throw new InvalidOperationException($"It ended at {page.Url}: {error.Message}\n{string.Join('\n', chromium.Errors)}\n{directino.LastWords()}", error);
        }
    }

    private static async Task Repeat(IPage page, string post)
    {
        await page.Open($"/plan/posts/{post}");
        await page.See("post-again").ClickAsync();
        await page.See("repeat-post").ClickAsync();
        await page.Write("series-caption", "Buns on ");
        await page.GetByText("{weekday}").ClickAsync();
        await Expect(page.See("series-caption")).ToHaveValueAsync("Buns on {weekday}");
        await page.See("series-coming").Sees();
        await page.See("save-series").ClickAsync();
        await page.WaitForURLAsync("**/plan/series/*-*");
        var day = page.Locator("[data-testid='series-day'][data-fate='Planned']");
        await day.First.Sees();
        var before = await day.CountAsync();
        await day.First.GetByTestId("skip").ClickAsync();
        await Expect(page.Locator("[data-testid='series-day'][data-fate='Skipped']")).ToHaveCountAsync(1);
        await Expect(day).ToHaveCountAsync(before - 1);
    }

    private static async Task GiveIdeaADay(IPage page, IAPIRequestContext api, string account)
    {
        await page.GotoAsync("/plan/ideas");
        await page.Write("quick-text", "From above\nHow we fold https://example.test/a");
        await page.See("keep-idea").ClickAsync();
        await Expect(page.See("idea")).ToContainTextAsync("How we fold");
        var idea = (await (await api.GetAsync("/api/v1/ideas")).JsonAsync())!.Value.GetProperty("items")[0];
        var picture = (await (await api.PostAsync("/api/v1/media?fileName=fold.jpg", new() { DataByte = Pictures.Plain() })).JsonAsync())!.Value.GetProperty("id").GetString();
        var whole = await api.PutAsync($"/api/v1/ideas/{Id(idea)}", new() { DataObject = new { title = "From above", text = "How we fold", mediaIds = (object[])[picture!], accountId = account } });
        whole.Ok.ShouldBeTrue();
        await page.Open("/plan?date=2031-03-04");
        await page.See("idea-drawer").Locator("summary").ClickAsync();
        await page.See("drawer-idea").DragToAsync(page.Locator("[data-date='2031-03-06']"));
        await page.Locator("[data-date='2031-03-06']").GetByTestId("calendar-post").Sees();
        await Expect(page.GetByTestId("drawer-idea")).ToHaveCountAsync(0);

        (await api.PostAsync("/api/v1/ideas", new() { DataObject = new { title = "From below", text = "How we turn", mediaIds = (object[])[picture!], accountId = account } })).Ok.ShouldBeTrue();
        await page.Open("/plan?view=day&date=2031-03-06");
        await page.See("idea-drawer").Locator("summary").ClickAsync();
        await page.See("drawer-idea").DragToAsync(page.Locator("[data-hour='20']"));
        await page.Locator("[data-hour='20']").GetByTestId("calendar-post").Sees();
    }

    private static string Id(JsonElement thing) => thing.GetProperty("id").GetString()!;
}

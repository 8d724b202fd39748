using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Directino.Web.Tests.Survival;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Directino.Web.Tests.Journeys;

/// <summary>The plan beside month and week: notes on days, the hours of a day, the board; by mouse and by keyboard.</summary>
[Trait("needs", "browser")]
public sealed class PlanViewsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Days_are_noted_and_posts_moved_from_hour_to_hour_and_column_to_column()
    {
        await using var chromium = await Chromium.Start();
        var directino = await Installation.Shared();
        await using var context = await chromium.Open(directino.Address, new() { Width = 1440, Height = 900 }, o => o.ReducedMotion = ReducedMotion.Reduce);
        var eyes = new AxeEyes();
        var page = await context.NewPageAsync();
        try
        {
            var demo = await Demo.LookAround(page);
            var post = await Draft(context.APIRequest, await demo.Account());
            await NoteDays(page);
            await eyes.Look(page, "notes");
            await MoveToAnotherHour(page);
            await eyes.Look(page, "hours");
            await MoveToAnotherColumn(page, context.APIRequest, post);
            await eyes.Look(page, "board");
            chromium.Errors.Concat(eyes.Seen).ShouldBeEmpty();
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            TestContext.Current.AddAttachment("page.png", await page.ScreenshotAsync(), "image/png");
            throw new InvalidOperationException($"It ended at {page.Url}: {error.Message}\n{string.Join('\n', chromium.Errors)}\n{directino.LastWords()}", error);
        }
    }

    private static async Task NoteDays(IPage page)
    {
        await page.Open("/plan?date=2031-03-04");
        await page.See("plan-more").ClickAsync();
        await page.Press("new-note");
        await page.See("keep-note").ClickAsync();
        await Expect(page.Locator("#note-flaw")).ToContainTextAsync("Say what that day is");
        await page.Write("note-text", "Market days");
        await page.Write("note-last", "2031-03-06");
        await page.See("keep-note").ClickAsync();
        await Expect(page.GetByTestId("day-note").Filter(new() { Visible = true })).ToHaveCountAsync(3);
        await page.Locator("[data-date='2031-03-05']").GetByTestId("day-note").ClickAsync();
        await Expect(page.See("note-text")).ToHaveValueAsync("Market days");
        await page.Keyboard.PressAsync("Escape");
        await page.See("plan-more").ClickAsync();
        await page.See("turn-days").ClickAsync();
        await Expect(page.GetByTestId("day-note")).ToHaveCountAsync(0);
        await page.GoBackAsync();
        await page.See("day-note").Sees();
    }

    private static async Task MoveToAnotherHour(IPage page)
    {
        await page.Open("/plan?view=day&date=2031-03-04");
        await page.WaitForFunctionAsync("() => Object.keys(document.querySelector(\"[data-hour='10'] .post-card a\") ?? {}).some(k => k.startsWith('_blazor'))");
        await page.Locator("[data-hour='10']").GetByTestId("calendar-post").Locator("a").DragToAsync(page.Locator("[data-hour='12']"));
        var there = page.Locator("[data-hour='12']").GetByTestId("calendar-post");
        await there.Sees();
        await there.Locator("a").FocusAsync();
        await page.Keyboard.PressAsync("m");
        await Expect(page.Locator("#move-time")).ToHaveValueAsync(new Regex("^12:30"));
        await page.Keyboard.PressAsync("Escape");
    }

    private static async Task MoveToAnotherColumn(IPage page, IAPIRequestContext api, string post)
    {
        await page.Open("/plan?view=board");
        ILocator In(string column) => page.Locator($"[data-column='{column}']").GetByTestId("calendar-post").Locator($"a[href='/plan/posts/{post}']");
        await In("Draft").DragToAsync(page.Locator("[data-column='Scheduled']"));
        await In("Scheduled").Sees();
        (await Read(api, post)).GetProperty("state").GetString().ShouldBe("Scheduled");
        await In("Scheduled").FocusAsync();
        await page.Keyboard.PressAsync("m");
        await page.Keyboard.PressAsync("Enter");
        await In("Draft").Sees();
        (await Read(api, post)).GetProperty("state").GetString().ShouldBe("Draft");
    }

    private static async Task<string> Draft(IAPIRequestContext api, string account)
    {
        var added = await (await api.PostAsync("/api/v1/media?fileName=bun.jpg", new() { DataByte = Pictures.Plain() })).JsonAsync();
        var zone = (await (await api.GetAsync("/api/v1/accounts")).JsonAsync())!.Value[0].GetProperty("timeZone").GetString()!;
        var local = DateTime.Parse("2031-03-04T10:30", CultureInfo.InvariantCulture);
        var at = new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById(zone).GetUtcOffset(local)).ToUniversalTime();
        var made = await (await api.PostAsync("/api/v1/posts", new()
        {
            DataObject = new { accountId = account, items = (object[])[new { mediaId = added!.Value.GetProperty("id").GetString(), altText = "A bun" }], caption = "One bun", at },
        })).JsonAsync();
        return made!.Value.GetProperty("id").GetString()!;
    }

    private static async Task<JsonElement> Read(IAPIRequestContext api, string post) => (await (await api.GetAsync($"/api/v1/posts/{post}")).JsonAsync())!.Value;
}

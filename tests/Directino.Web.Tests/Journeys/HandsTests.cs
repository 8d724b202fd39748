using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Directino.Web.Tests.Survival;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Directino.Web.Tests.Journeys;

/// <summary>What is moved by hand: posts from day to day, pictures of a carousel, people on a picture; by mouse and by keyboard.</summary>
[Trait("needs", "browser")]
public sealed class HandsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Posts_pictures_and_people_are_moved_by_mouse_and_keyboard()
    {
        await using var chromium = await Chromium.Start();
        var directino = await Installation.Shared();
        await using var context = await chromium.Open(directino.Address, new() { Width = 1440, Height = 900 });
        var page = await context.NewPageAsync();
        try
        {
            await page.SignUp();
            var post = await Draft(context.APIRequest, DateTimeOffset.Parse("2031-03-04T10:30:00Z", CultureInfo.InvariantCulture));
            await DragToAnotherDay(page, context.APIRequest, post);
            await page.GotoAsync($"/plan/posts/{post}");
            await Reorder(page);
            await TagByTap(page);
            await Expect(page.See("kept-status")).ToHaveAttributeAsync("data-state", "kept");
            await page.Press("save-draft");
            await Expect(page.GetByTestId("kept-status").Filter(new() { Visible = true })).ToHaveCountAsync(0);
            var items = (await Read(context.APIRequest, post)).GetProperty("items");
            var person = items[0].GetProperty("people")[0];
            person.GetProperty("username").GetString().ShouldBe("ana.reyes");
            person.GetProperty("x").GetDouble().ShouldBe(0.27, 0.005);
            person.GetProperty("y").GetDouble().ShouldBe(0.75, 0.005);
            await CutAroundAPoint(page, context.APIRequest);
            chromium.Errors.ShouldBeEmpty();
        }
        catch (Exception error)
        {
            TestContext.Current.AddAttachment("page.png", await page.ScreenshotAsync(), "image/png");
            throw new InvalidOperationException($"It ended at {page.Url}: {error.Message}\n{string.Join('\n', chromium.Errors)}\n{directino.LastWords()}", error);
        }
    }

    private static async Task DragToAnotherDay(IPage page, IAPIRequestContext api, string post)
    {
        await page.Open("/plan?date=2031-03-04");
        await page.Locator("[data-date='2031-03-04']").GetByTestId("calendar-post").Locator("a").DragToAsync(page.Locator("[data-date='2031-03-06']"));
        await page.Locator("[data-date='2031-03-06']").GetByTestId("calendar-post").Sees();
        await Expect(page.Locator("[data-date='2031-03-04']").GetByTestId("calendar-post")).ToHaveCountAsync(0);
        (await Read(api, post)).GetProperty("at").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2031, 3, 6, 10, 30, 0, TimeSpan.Zero));
    }

    private static async Task Reorder(IPage page)
    {
        await page.Listening("post-item");
        await Order(page, "1.jpg", "2.jpg", "3.jpg");
        await page.GetByTestId("post-item").Nth(0).DragToAsync(page.GetByTestId("post-item").Nth(2));
        await Order(page, "2.jpg", "3.jpg", "1.jpg");
        // What is moved by keyboard stays under the fingers.
        await page.GetByTestId("post-item").Nth(2).FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Order(page, "2.jpg", "1.jpg", "3.jpg");
        await page.Keyboard.PressAsync("Home");
        await Order(page, "1.jpg", "2.jpg", "3.jpg");
        await page.Keyboard.PressAsync("End");
        await Order(page, "2.jpg", "3.jpg", "1.jpg");
        await page.Keyboard.PressAsync("Home");
        await Order(page, "1.jpg", "2.jpg", "3.jpg");
    }

    private static async Task TagByTap(IPage page)
    {
        await page.GetByTestId("post-item").First.ClickAsync();
        var picture = page.See("tag-ground").Locator("img");
        var box = (await picture.BoundingBoxAsync())!;
        await picture.ClickAsync(new() { Position = new() { X = box.Width * 0.25f, Y = box.Height * 0.75f } });
        var name = page.GetByTestId("tag-name");
        await name.FillAsync("@ana.reyes");
        await name.BlurAsync();
        var mark = page.GetByRole(AriaRole.Button, new() { Name = "ana.reyes" }).And(page.Locator(".mark"));
        await mark.PressAsync("ArrowRight");
        await Expect(mark).ToHaveAttributeAsync("style", new Regex("inset-inline-start: 27%; inset-block-start: 7[45]"));
    }

    /// <summary>What is tapped in one picture is not what is tapped in the next.</summary>
    private static async Task CutAroundAPoint(IPage page, IAPIRequestContext api)
    {
        var post = await Draft(api, DateTimeOffset.Parse("2031-03-05T10:30:00Z", CultureInfo.InvariantCulture), width: 600);
        await page.GotoAsync($"/plan/posts/{post}");
        await (await page.Listening("post-item")).ClickAsync();
        var ground = page.See("focus-ground").Locator("img");
        var box = (await ground.BoundingBoxAsync())!;
        await ground.ClickAsync(new() { Position = new() { X = box.Width * 0.5f, Y = box.Height * 0.25f } });
        await Expect(page.See("focus-mark")).ToHaveAttributeAsync("style", new Regex("inset-block-start: 2[45]"));
        await page.GetByTestId("post-item").Nth(1).ClickAsync();
        await Expect(page.See("focus-mark")).ToHaveAttributeAsync("style", new Regex("inset-block-start: 50%"));
        await page.See("crop").ClickAsync();
        await Expect(page.GetByTestId("focus-mark").Filter(new() { Visible = true })).ToHaveCountAsync(0);
        // The preflight mends the other two, and takes the last one back.
        var mends = page.GetByTestId("mend-shape").Filter(new() { Visible = true });
        await Expect(mends).ToHaveCountAsync(2);
        await mends.First.ClickAsync();
        await Expect(mends).ToHaveCountAsync(1);
        await mends.First.ClickAsync();
        await Expect(mends).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).Last.ClickAsync();
        await Expect(mends).ToHaveCountAsync(1);
    }

    private static async Task Order(IPage page, params string[] names)
    {
        await Expect(page.GetByTestId("post-item")).ToHaveCountAsync(names.Length);
        for (var i = 0; i < names.Length; i++)
            await Expect(page.GetByTestId("post-item").Nth(i)).ToHaveAccessibleNameAsync(new Regex(Regex.Escape(names[i])));
    }

    private static async Task<string> Draft(IAPIRequestContext api, DateTimeOffset at, int width = 1080)
    {
        var items = new List<object>();
        for (var i = 1; i <= 3; i++)
        {
            var added = await (await api.PostAsync($"/api/v1/media?fileName={i}.jpg", new() { DataByte = Pictures.Plain(width, 1080, red: 60 * i) })).JsonAsync();
            items.Add(new { mediaId = added!.Value.GetProperty("id").GetString() });
        }

        var made = await (await api.PostAsync("/api/v1/posts", new() { DataObject = new { items, caption = "Three buns", at } })).JsonAsync();
        return made!.Value.GetProperty("id").GetString()!;
    }

    private static async Task<JsonElement> Read(IAPIRequestContext api, string post) =>
        (await (await api.GetAsync($"/api/v1/posts/{post}")).JsonAsync())!.Value;
}

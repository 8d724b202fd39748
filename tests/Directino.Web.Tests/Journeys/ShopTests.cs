using System.Text.Json;
using System.Text.RegularExpressions;
using Directino.Web.Tests.Survival;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Directino.Web.Tests.Journeys;

/// <summary>What only Facebook's login brings: products of the shop on a picture, a poll below it that a follower votes in.</summary>
[Trait("needs", "browser")]
public sealed class ShopTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_product_is_placed_on_a_picture_and_a_poll_below_it_is_voted_in()
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
            await Expect(page.See("reach")).ToContainTextAsync("Instagram can fetch the files");
            await Expect(page.See("quota-outlook")).ToContainTextAsync("posts");
            await Place(page);
            await Ask(page);
            await Expect(page.See("kept-status")).ToHaveAttributeAsync("data-state", "kept");
            await page.Press("save-draft");
            await Expect(page.GetByTestId("kept-status").Filter(new() { Visible = true })).ToHaveCountAsync(0);
            var written = await Read(context.APIRequest, post);
            var product = written.GetProperty("items")[0].GetProperty("products")[0];
            (product.GetProperty("productId").GetString(), product.GetProperty("name").GetString()).ShouldBe(("7100000000000003", "Cinnamon bun"));
            product.GetProperty("x").GetDouble().ShouldBe(0.27, 0.005);
            product.GetProperty("y").GetDouble().ShouldBe(0.75, 0.005);
            written.GetProperty("options").GetProperty("poll").GetProperty("options").EnumerateArray().Select(o => o.GetString()).ShouldBe(["Saffron", "Cinnamon"]);
            await new Demo(page).Publish(post);
            await Vote(page, (await Read(context.APIRequest, post)).GetProperty("instagramId").GetString()!);
            await Stands(page, post);
            chromium.Errors.ShouldBeEmpty();
        }
        catch (Exception error)
        {
            TestContext.Current.AddAttachment("page.png", await page.ScreenshotAsync(), "image/png");
            throw new InvalidOperationException($"It ended at {page.Url}: {error.Message}\n{string.Join('\n', chromium.Errors)}\n{directino.LastWords()}", error);
        }
    }

    /// <summary>Marking products is asked for only when it is ticked.</summary>
    private static async Task Connect(IPage page)
    {
        await page.GotoAsync("/accounts/connect");
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('input[name=login]')].some(e => Object.keys(e).some(k => k.startsWith('_blazor')))");
        await Expect(page.Locator("#capability-TagProducts")).ToHaveCountAsync(0);
        await page.Locator("input[name=login][value=Facebook]").CheckAsync();
        await Expect(page.Locator("#capability-TagProducts")).Not.ToBeCheckedAsync();
        await page.Locator("#capability-TagProducts").CheckAsync();
        await page.See("connect-start").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();
        await page.WaitForURLAsync("**/accounts/choose/*");
        await page.Locator("li").Filter(new() { HasText = "@nora.bakes" }).GetByRole(AriaRole.Button).ClickAsync();
        await page.WaitForURLAsync(new Regex("/accounts(\\?|$)"));
    }

    private static async Task Place(IPage page)
    {
        await page.Press("tag-products");
        var picture = page.See("product-ground").Locator("img");
        await page.See("add-product").Sees();
        var box = (await picture.BoundingBoxAsync())!;
        await picture.ClickAsync(new() { Position = new() { X = box.Width * 0.25f, Y = box.Height * 0.75f } });
        await page.See("product").Sees();
        await Expect(page.GetByTestId("product").Filter(new() { HasText = "Poppy seed milk" })).ToBeDisabledAsync();
        await page.Write("product-words", "bun");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("product")).ToHaveCountAsync(1);
        await page.See("product").ClickAsync();
        // Whoever chose goes on where they began: a key that is pressed before belongs to nothing.
        await Expect(page.See("add-product")).ToBeFocusedAsync();
        var mark = page.GetByRole(AriaRole.Button, new() { Name = "Cinnamon bun" }).And(page.Locator(".mark"));
        await mark.PressAsync("ArrowRight");
        await Expect(mark).ToHaveAttributeAsync("style", new Regex("inset-inline-start: 27%; inset-block-start: 7[45]"));
    }

    private static async Task Ask(IPage page)
    {
        await page.See("more-options").ClickAsync();
        await page.See("poll").CheckAsync();
        foreach (var (place, answer) in new[] { "Saffron", "Cinnamon" }.Index())
        {
            await page.See($"poll-{place}").FillAsync(answer);
            await page.See($"poll-{place}").BlurAsync();
        }
    }

    private static async Task Vote(IPage page, string media)
    {
        await page.GotoAsync($"/phone?as=ana.reyes&page=nora.bakes&lang=en&post={media}");
        await Expect(page.GetByText("Product Cinnamon bun")).ToBeVisibleAsync();
        await page.See("phone-vote-1").ClickAsync();
        await Expect(page.See("phone-vote-1")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.See("phone-vote-1")).ToContainTextAsync("100%");
    }

    private static async Task Stands(IPage page, string post)
    {
        await page.Open($"/plan/posts/{post}");
        await Expect(page.See("poll-standing").Locator("li").Nth(1)).ToContainTextAsync("100");
        await page.Press("poll-again");
        await Expect(page.See("poll-standing").Locator("li").Nth(0)).ToContainTextAsync("Saffron");
    }

    private static async Task<string> Draft(IAPIRequestContext api)
    {
        var account = (await (await api.GetAsync("/api/v1/accounts")).JsonAsync())!.Value[0].GetProperty("id").GetString();
        var added = await (await api.PostAsync("/api/v1/media?fileName=buns.jpg", new() { DataByte = Pictures.Plain() })).JsonAsync();
        var items = (object[])[new { mediaId = added!.Value.GetProperty("id").GetString() }];
        var made = await (await api.PostAsync("/api/v1/posts", new() { DataObject = new { accountId = account, items, caption = "Which one tomorrow?" } })).JsonAsync();
        return made!.Value.GetProperty("id").GetString()!;
    }

    private static async Task<JsonElement> Read(IAPIRequestContext api, string post) => (await (await api.GetAsync($"/api/v1/posts/{post}")).JsonAsync())!.Value;
}

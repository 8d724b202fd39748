using System.Text.Json;
using Directino.Web.Tests.Survival;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Directino.Web.Tests.Journeys;

/// <summary>Somebody writes one post for two accounts, says something of its own for one of them, and changes both later.</summary>
[Trait("needs", "browser")]
public sealed class GroupTests
{
    [Fact]
    public async Task One_post_for_two_accounts_is_written_saved_and_changed_together()
    {
        await using var chromium = await Chromium.Start();
        var directino = await Installation.Shared();
        await using var context = await chromium.Open(directino.Address, new() { Width = 1440, Height = 900 });
        var page = await context.NewPageAsync();
        await Demo.LookAround(page);
        try
        {
            await page.GotoAsync("/plan/posts/new");
            await page.Write("caption", "Buns for all");
            await page.Press("also-for");
            await page.See("account-tab").Sees();
            await Tab(page, 1);
            await Expect(page.See("caption")).ToHaveValueAsync("Buns for all", new() { Timeout = Chromium.Patience });
            await page.Write("caption", "Ours alone");
            await page.See("same-again").Sees();
            await Tab(page, 0);
            await Expect(page.See("caption")).ToHaveValueAsync("Buns for all", new() { Timeout = Chromium.Patience });
            // What was written for the other account outlives the page.
            await Expect(page.See("kept-status")).ToHaveAttributeAsync("data-state", "kept", new() { Timeout = Chromium.Patience });
            await page.GotoAsync("/plan/posts/new");
            await page.Press("save-draft");
            await page.WaitForURLAsync("**/plan/posts/0*");
            (await Captions(page)).ShouldBe(["Buns for all", "Ours alone"], ignoreOrder: true);

            await page.GotoAsync(new Uri(page.Url).AbsolutePath);
            await page.See("also-on").Sees();
            await page.Press("write-together");
            await page.Write("caption", "Rolls for all");
            await page.Press("save-draft");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Rolls for all", new() { Timeout = Chromium.Patience });
            (await Captions(page)).ShouldBe(["Rolls for all", "Ours alone"], ignoreOrder: true);

            // Without a picture none goes out; with one all do.
            await page.Press("publish-now");
            await Expect(page.Locator(".blocked")).ToContainTextAsync("picture");
            (await Captions(page)).Count.ShouldBe(2);
            await AddPicture(page.Context.APIRequest);
            await page.Open(new Uri(page.Url).AbsolutePath);
            await page.Press("write-together");
            await page.Press("publish-now");
            await Expect(page.See("post-state")).ToHaveAttributeAsync("data-state", "Published", new() { Timeout = Chromium.Patience });
            (await Captions(page)).ShouldBeEmpty();
            chromium.Errors.ShouldBeEmpty();
        }
        catch (Exception error)
        {
            TestContext.Current.AddAttachment("page.png", await page.ScreenshotAsync(), "image/png");
            throw new InvalidOperationException($"It ended at {page.Url}: {error.Message}\n{string.Join('\n', chromium.Errors)}\n{directino.LastWords()}", error);
        }
    }

    private static async Task Tab(IPage page, int place)
    {
        await page.Listening("account-tab");
        await page.GetByTestId("account-tab").Nth(place).ClickAsync();
        await Expect(page.GetByTestId("account-tab").Nth(place)).ToHaveAttributeAsync("aria-pressed", "true", new() { Timeout = Chromium.Patience });
    }

    /// <summary>The same picture for both accounts.</summary>
    private static async Task AddPicture(IAPIRequestContext api)
    {
        var picture = (await (await api.PostAsync("/api/v1/media?fileName=rolls.jpg", new() { DataByte = Pictures.Plain() })).JsonAsync())!.Value.GetProperty("id").GetString();
        var post = (await (await api.GetAsync("/api/v1/posts?state=Draft")).JsonAsync())!.Value.GetProperty("items").EnumerateArray().First(p => p.GetProperty("groupId").ValueKind == JsonValueKind.String);
        var caption = post.GetProperty("beginning").GetString();
        var written = await api.PutAsync($"/api/v1/post-groups/{post.GetProperty("groupId").GetString()}/posts/{post.GetProperty("id").GetString()}", new()
        {
            DataObject = new { caption, items = (object[])[new { mediaId = picture, altText = "Rolls" }] },
        });
        written.Ok.ShouldBeTrue(await written.TextAsync());
    }

    /// <summary>Of the posts that were written together.</summary>
    private static async Task<List<string?>> Captions(IPage page)
    {
        var posts = (await (await page.Context.APIRequest.GetAsync("/api/v1/posts?state=Draft")).JsonAsync())!.Value.GetProperty("items").EnumerateArray();
        return [.. posts.Where(p => p.GetProperty("groupId").ValueKind == JsonValueKind.String).Select(p => p.GetProperty("beginning").GetString())];
    }
}

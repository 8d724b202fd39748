using System.Globalization;
using System.Text.Json;
using Directino.Web.Tests.Survival;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Directino.Web.Tests.Journeys;

/// <summary>The workspace that <i>Look around</i> makes, with one of everything that a page can be about.</summary>
internal sealed class Demo(IPage page)
{
    private IAPIRequestContext Api => page.Context.APIRequest;

    /// <summary>Looks around as a newcomer does, and waits until what the demo brings has come in.</summary>
    public static async Task<Demo> LookAround(IPage page)
    {
        await page.GotoAsync("/");
        await page.See("look-around").ClickAsync();
        // The address stays the same; what was there goes.
        await Expect(page.GetByTestId("look-around")).ToHaveCountAsync(0, new() { Timeout = Chromium.Patience });
        await page.GotoAsync("/inbox");
        await page.See("inbox-item").Sees();
        await page.GotoAsync("/insights");
        await Expect(page.Locator("table img").First).ToBeVisibleAsync(new() { Timeout = Chromium.Patience });
        return new Demo(page);
    }

    /// <summary>What another browser needs to be in the same workspace.</summary>
    public Task<string> State() => page.Context.StorageStateAsync();

    public async Task<string> Account() => Id((await Read("/api/v1/accounts"))[0]);

    public async Task<string> Conversation() => Id((await Read("/api/v1/conversations")).GetProperty("conversations")[0]);

    public async Task<string> PostWithNumbers() => Id((await Read("/api/v1/insights/posts")).GetProperty("posts")[0]);

    public async Task<string> Act() => Id((await Read("/api/v1/activity")).GetProperty("acts")[0]);

    /// <summary>A picture in the library and a draft of it.</summary>
    public async Task<string> Draft(string account)
    {
        var picture = await Sent(await Api.PostAsync("/api/v1/media?fileName=buns.jpg", new() { DataByte = Pictures.Plain() }));
        return Id(await Write("/api/v1/posts", new { accountId = account, items = (object[])[new { mediaId = Id(picture), altText = "Buns" }], caption = "Saffron buns, out of the oven at seven." }));
    }

    /// <summary>A post that is repeated every Friday.</summary>
    public async Task<string> Series(string post) => Id((await Write("/api/v1/series", new
    {
        postId = post, time = "18:00", caption = "Saffron buns, this {weekday} as well.", rule = new { unit = "Week", first = "2026-01-02", weekdays = (object[])["Friday"] },
    })).GetProperty("series"));

    /// <summary>A campaign of these days that a post is part of.</summary>
    public async Task Campaign(string post)
    {
        var today = DateOnly.Parse(await page.EvaluateAsync<string>("() => new Date().toISOString().slice(0, 10)"), CultureInfo.InvariantCulture);
        var campaign = Id(await Write("/api/v1/campaigns", new { name = "Winter market", brief = "Every post names the stall.", color = "Rose", first = today.AddDays(-2), last = today.AddDays(3) }));
        await Sent(await Api.PutAsync($"/api/v1/posts/{post}/campaign", new() { DataObject = new { campaignId = campaign } }));
    }

    /// <summary>Other words for a post, which leaves it with a version before.</summary>
    public async Task Rewrite(string post)
    {
        var now = await Read($"/api/v1/posts/{post}");
        await Sent(await Api.PutAsync($"/api/v1/posts/{post}", new()
        {
            DataObject = new { accountId = now.GetProperty("accountId"), items = now.GetProperty("items"), caption = "Saffron buns, out of the oven at eight." },
        }));
    }

    /// <summary>A post that is out, and the first acts of the workspace with it.</summary>
    public async Task Publish(string post)
    {
        await Sent(Api.PutAsync($"/api/v1/posts/{post}/slot", new() { DataObject = new { } }));
        await page.GotoAsync($"/plan/posts/{post}");
        await Expect(page.See("post-state")).ToHaveAttributeAsync("data-state", "Published", new() { Timeout = Chromium.Patience });
    }

    public async Task<string> Workflow(string account) => Id(await Write("/api/v1/workflows", new
    {
        account, name = "Price list", keywords = (string[])["price"], publicTexts = (string[])["Sent you the price list."], privateText = "Six buns are 14 euros.",
        disclosure = "This message was sent automatically.",
    }));

    /// <summary>The sandbox's page of consent for a login, with everything ticked.</summary>
    public async Task AskForConsent(string login)
    {
        await page.Open("/accounts/connect");
        await page.See("connect-start").Sees();
        await page.EvaluateAsync("login => { const form = document.querySelector('form[action=\"/connect\"]'); form.querySelector('[name=login]').value = login; form.submit(); }", login);
        await page.WaitForURLAsync(login == "Facebook" ? "**/dialog/oauth*" : "**/oauth/authorize*");
    }

    /// <summary>Allows Pages to be connected, which leaves the choice of one.</summary>
    public async Task<string> Choice()
    {
        await AskForConsent("Facebook");
        await page.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();
        await page.WaitForURLAsync("**/accounts/choose/*");
        return new Uri(page.Url).AbsolutePath;
    }

    private static string Id(JsonElement thing) => thing.GetProperty("id").GetString()!;

    private async Task<JsonElement> Read(string address) => await Sent(await Api.GetAsync(address));

    private async Task<JsonElement> Write(string address, object what) => await Sent(await Api.PostAsync(address, new() { DataObject = what }));

    private static async Task<JsonElement> Sent(Task<IAPIResponse> call) => await Sent(await call);

    private static async Task<JsonElement> Sent(IAPIResponse answer) =>
        answer.Ok ? (await answer.JsonAsync())!.Value : throw new InvalidOperationException($"{answer.Url}: {answer.Status} {await answer.TextAsync()}");
}

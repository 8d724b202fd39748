using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Directino.Web.Tests.Journeys;

/// <summary>A post is asked about, wanted otherwise and approved: by members, and by a client who has no account.</summary>
[Trait("needs", "browser")]
public sealed class ApprovalTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1440, 900)]
    public async Task A_member_wants_a_post_changed_and_then_approves_it(int width, int height)
    {
        await using var chromium = await Chromium.Start();
        var directino = await Installation.Shared();
        await using var context = await chromium.Open(directino.Address, new() { Width = width, Height = height }, o => o.ReducedMotion = ReducedMotion.Reduce);
        var eyes = new AxeEyes();
        var page = await context.NewPageAsync();
        try
        {
            var post = await Begin(page);
            await NameOneself(page, eyes);
            await page.GotoAsync($"/plan/posts/{post}");
            await ToTheLastStep(page);
            await page.Press("ask-approval");
            await Expect(page.See("approval")).ToHaveAttributeAsync("data-state", "Waiting");
            await Look(page, eyes, "waiting");
            await page.Press("ask-changes");
            await page.Press("send-changes");
            await Expect(page.Locator("#changes-error")).ToContainTextAsync("Say in a sentence");
            await page.Write("changes", "Say when they come out of the oven.");
            await page.Press("send-changes");
            await Expect(page.See("approval")).ToHaveAttributeAsync("data-state", "ChangesAsked");
            await Look(page, eyes, "changes");

            await page.GotoAsync("/");
            await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Changes are wanted in");
            await page.GotoAsync($"/plan/posts/{post}");
            await ToTheLastStep(page);
            await page.Press("ask-approval");
            await Expect(page.See("approval")).ToHaveAttributeAsync("data-state", "Waiting");
            await page.GotoAsync("/");
            await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("waits for your approval");
            await Look(page, eyes, "today");
            await page.GotoAsync($"/plan/posts/{post}");
            await page.Press("approve");
            await Expect(page.See("approval")).ToHaveAttributeAsync("data-state", "Approved");
            await Look(page, eyes, "approved");
            await page.GotoAsync("/plan?approval=Approved");
            await page.See("plan-filters").Sees();
            await Look(page, eyes, "plan");
            chromium.Errors.Concat(eyes.Seen).ShouldBeEmpty();
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            TestContext.Current.AddAttachment("page.png", await page.ScreenshotAsync(), "image/png");
            throw new InvalidOperationException($"It ended at {page.Url}: {error.Message}\n{string.Join('\n', chromium.Errors)}\n{directino.LastWords()}", error);
        }
    }

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task A_client_without_an_account_approves_by_a_link(int width, int height)
    {
        await using var chromium = await Chromium.Start();
        var directino = await Installation.Shared();
        var size = new ViewportSize { Width = width, Height = height };
        await using var members = await chromium.Open(directino.Address, size, o => o.ReducedMotion = ReducedMotion.Reduce);
        await using var strangers = await chromium.Open(directino.Address, size, o => o.ReducedMotion = ReducedMotion.Reduce);
        var eyes = new AxeEyes();
        var (page, client) = (await members.NewPageAsync(), await strangers.NewPageAsync());
        try
        {
            var post = await Begin(page);
            await page.GotoAsync("/settings/approval");
            await (await page.Listening("approval-Client")).CheckAsync();
            await page.See("save-approval").ClickAsync();
            await Expect(page.GetByText("The rule is saved")).ToBeVisibleAsync();
            await page.GotoAsync($"/plan/posts/{post}");
            await page.Listening("caption", hidden: true);
            await page.See("client-link-more").ClickAsync();
            await page.GetByTestId("client-for").FillAsync("Café Luna");
            await page.See("make-client-link").ClickAsync();
            var link = await page.See("client-address").InputValueAsync();
            await Look(page, eyes, "link-made");

            await client.GotoAsync(link);
            await Expect(client.GetByRole(AriaRole.Main)).ToContainTextAsync("Saffron buns");
            await Expect(client.Locator(".client-post img")).ToHaveJSPropertyAsync("complete", true);
            await Look(client, eyes, "client");
            await client.See("client-ask").ClickAsync();
            await Expect(client.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say who you are");
            await client.See("client-name").FillAsync("Ana");
            await client.See("client-changes").FillAsync("Say when they come out of the oven.");
            await client.See("client-ask").ClickAsync();
            await Expect(client.See("client-said")).ToContainTextAsync("Say when they come out");
            await Expect(page.See("approval")).ToHaveAttributeAsync("data-state", "ChangesAsked");
            await Look(client, eyes, "client-changes");

            await ToTheLastStep(page);
            await page.Press("ask-approval");
            await Expect(page.See("approval")).ToHaveAttributeAsync("data-state", "Waiting");
            await client.ReloadAsync();
            await Expect(client.See("client-name")).ToHaveValueAsync("Ana");
            await client.See("client-approve").ClickAsync();
            await Expect(client.See("client-post")).ToHaveAttributeAsync("data-state", "Approved");
            await Look(client, eyes, "client-approved");
            await Expect(page.See("approval")).ToHaveAttributeAsync("data-state", "Approved");

            await client.GotoAsync($"/plan/posts/{post}");
            await client.WaitForURLAsync("**/account/sign-in*");
            await LinkForChosen(page, eyes, post);
            await page.GotoAsync("/plan/client-links");
            await Expect(page.GetByTestId("client-link-row")).ToHaveCountAsync(2);
            await page.Press("withdraw-client-link");
            await Expect(page.GetByTestId("withdraw-client-link")).ToHaveCountAsync(1);
            await page.Press("withdraw-client-link");
            await Expect(page.GetByText("The link leads nowhere any more").First).ToBeVisibleAsync();
            await Expect(page.GetByTestId("withdraw-client-link")).ToHaveCountAsync(0);
            await Look(page, eyes, "links");
            await client.GotoAsync(link);
            await Expect(client.GetByRole(AriaRole.Heading)).ToHaveTextAsync("This link leads nowhere");
            await Look(client, eyes, "client-dead");
            chromium.Errors.Concat(eyes.Seen).ShouldBeEmpty();
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            TestContext.Current.AddAttachment("page.png", await page.ScreenshotAsync(), "image/png");
            TestContext.Current.AddAttachment("client.png", await client.ScreenshotAsync(), "image/png");
            throw new InvalidOperationException($"It ended at {page.Url}, {client.Url}: {error.Message}\n{string.Join('\n', chromium.Errors)}\n{directino.LastWords()}", error);
        }
    }

    /// <summary>A workspace with pages, and a draft.</summary>
    private static async Task<string> Begin(IPage page)
    {
        var demo = await Demo.LookAround(page);
        return await demo.Draft(await demo.Account());
    }

    private static async Task NameOneself(IPage page, AxeEyes eyes)
    {
        await page.GotoAsync("/settings/approval");
        await (await page.Listening("approval-OneOf")).CheckAsync();
        await page.See("save-approval").ClickAsync();
        await Expect(page.Locator("#approvers-error")).ToContainTextAsync("Name at least one");
        await (await page.Listening("approver")).CheckAsync();
        await Look(page, eyes, "rule");
        await page.See("save-approval").ClickAsync();
        await Expect(page.GetByText("The rule is saved")).ToBeVisibleAsync();
    }

    /// <summary>A link for what is chosen in the list of the plan.</summary>
    private static async Task LinkForChosen(IPage page, AxeEyes eyes, string post)
    {
        (await page.Context.APIRequest.PutAsync($"/api/v1/posts/{post}/slot", new() { DataObject = new { at = "2031-03-04T18:00:00Z" } })).Ok.ShouldBeTrue();
        await page.Open("/plan?view=list&date=2031-03-04");
        await page.WaitForFunctionAsync("() => Object.keys(document.querySelector('.pick') ?? {}).some(k => k.startsWith('_blazor'))");
        await page.Locator(".pick").First.CheckAsync();
        await page.See("bulk-client").ClickAsync();
        await page.GetByTestId("client-for").FillAsync("Café Luna, all of March");
        await Look(page, eyes, "link-for-chosen");
        await page.See("make-client-link").ClickAsync();
        await page.See("client-address").Sees();
    }

    private static async Task ToTheLastStep(IPage page)
    {
        await page.Listening("caption", hidden: true);
        if (page.ViewportSize!.Width > 800)
            return;
        for (var step = 0; step < 2; step++)
            await page.Locator(".steps .primary").ClickAsync();
        await page.See("schedule-date").Sees();
    }

    private static async Task Look(IPage page, AxeEyes eyes, string name)
    {
        await eyes.Look(page);
        if (Environment.GetEnvironmentVariable("DIRECTINO_APPROVAL_SHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{page.ViewportSize!.Width}.png") });
    }
}

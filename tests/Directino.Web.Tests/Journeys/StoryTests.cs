using System.Globalization;
using System.Text.RegularExpressions;
using Directino.Web.Tests.Survival;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Directino.Web.Tests.Journeys;

/// <summary>The whole story of the product in a real browser against the real program: connect, plan, publish, converse, see why.</summary>
public abstract partial class StoryTests(int width, int height)
{
    private const string Caption = "Saffron buns, out of the oven at seven. Ask for the PRICE.";
    private const string Workflow = "Price list";
    private const string PublicReply = "Sent you the price list in a message.";
    private const string PrivateReply = "Six saffron buns are 14 euros, twelve are 26.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_sign_up_to_an_automatic_answer_and_why_it_was_given()
    {
        await using var chromium = await Chromium.Start();
        await using var directino = await Installation.Start(Ct);
        await using var context = await chromium.Open(directino.Address, new() { Width = width, Height = height });
        var eyes = width < 800 ? null : new AxeEyes();
        var page = await context.NewPageAsync();
        try
        {
            await SignUp(page, eyes);
            await Connect(page, eyes);
            await Schedule(page, eyes);
            await Published(page, eyes);
            await Automate(page, eyes);
            await Converse(context, eyes);
            await SeeWhy(page, eyes);
        }
        catch (Exception error)
        {
            foreach (var open in context.Pages)
                TestContext.Current.AddAttachment($"page{context.Pages.ToList().IndexOf(open)}.png", await open.ScreenshotAsync(), "image/png");
            throw new InvalidOperationException(
                $"The journey ended at {string.Join(", ", context.Pages.Select(p => p.Url))}: {error.Message}\n{string.Join('\n', chromium.Errors)}\n{directino.LastWords()}", error);
        }

        chromium.Errors.ShouldBeEmpty();
        eyes?.Seen.ShouldBeEmpty();
    }

    private static async Task SignUp(IPage page, AxeEyes? eyes)
    {
        await page.GotoAsync("/");
        await Look(eyes, page);
        await page.GotoAsync("/account/sign-up");
        await page.GetByTestId("sign-up-name").FillAsync("Nora");
        await page.GetByTestId("sign-up-email").FillAsync("nora@example.test");
        await page.GetByTestId("sign-up-password").FillAsync("warm-rye-at-seven");
        await page.GetByTestId("sign-up-age").CheckAsync();
        await page.GetByTestId("sign-up-policy").CheckAsync();
        await Look(eyes, page);
        await page.GetByTestId("sign-up-submit").ClickAsync();
        await page.WaitForURLAsync("**/");
        await Expect(page.GetByRole(AriaRole.Main)).ToBeVisibleAsync();
    }

    private static async Task Connect(IPage page, AxeEyes? eyes)
    {
        await page.Open("/accounts");
        await page.See("connect-account").ClickAsync();
        await page.See("connect-start").Sees();
        await Look(eyes, page);
        await page.See("connect-start").ClickAsync();
        await page.GetByText("nora.bakes").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();
        await Expect(page.See("account-card")).ToContainTextAsync("@nora.bakes");
        await Look(eyes, page);
    }

    private static async Task Schedule(IPage page, AxeEyes? eyes)
    {
        await page.GotoAsync("/plan/posts/new");
        await (await page.UploadField()).SetInputFilesAsync(
            new FilePayload { Name = "buns.jpg", MimeType = "image/jpeg", Buffer = Pictures.Plain() });
        await page.Locator(".chosen img").Sees();
        await page.NextStep();
        await page.Write("caption", Caption);
        await Expect(page.See("caption-count")).ToContainTextAsync(Caption.Length.ToString(CultureInfo.InvariantCulture));
        await page.NextStep();
        var slot = NextMinute();
        await page.Write("schedule-date", slot.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.Write("schedule-time", slot.ToString("HH:mm", CultureInfo.InvariantCulture));
        await Look(eyes, page);
        await page.Press("schedule-post");
        await page.WaitForURLAsync(PostAddress());
        await Expect(page.See("post-state")).ToHaveAttributeAsync("data-state", ScheduledOrLater());
    }

    private static async Task Published(IPage page, AxeEyes? eyes)
    {
        await Expect(page.See("post-state")).ToHaveAttributeAsync("data-state", "Published", new() { Timeout = 120_000 });
        await Expect(page.See("permalink")).ToHaveAttributeAsync("href", Permalink());
        await Look(eyes, page);
        await page.GotoAsync("/plan");
        await Expect(page.See("calendar-post")).ToBeVisibleAsync();
        await page.Locator("[data-testid=calendar-post][data-state=Published]").Filter(new() { Visible = true, HasText = "Saffron buns" }).First.Sees();
        await Look(eyes, page);
    }

    private static async Task Automate(IPage page, AxeEyes? eyes)
    {
        await page.GotoAsync("/automation/new");
        await page.Write("workflow-name", Workflow);
        await page.Write("workflow-keywords", "price");
        await page.Write("workflow-public", PublicReply);
        await page.Write("workflow-private", PrivateReply);
        await Look(eyes, page);
        await page.Press("workflow-save");
        await page.WaitForURLAsync(WorkflowAddress());
        await Expect(page.See("workflow-switch")).ToBeCheckedAsync();
        await page.GotoAsync("/automation");
        await page.GetByText(Workflow).First.Sees();
        await Look(eyes, page);
    }

    /// <summary>The inbox stays open in its own tab while a follower asks on their phone.</summary>
    private static async Task Converse(IBrowserContext context, AxeEyes? eyes)
    {
        var inbox = await context.NewPageAsync();
        await inbox.Open("/inbox");
        await inbox.GetByTestId("inbox-list").Sees();
        var phone = await context.NewPageAsync();
        await phone.GotoAsync("/phone?as=ana.reyes&page=nora.bakes", new() { WaitUntil = WaitUntilState.Load });
        await phone.GetByTestId("phone-post").First.ClickAsync();
        await phone.GetByText(Caption).First.Sees();
        await Look(eyes, phone);
        await phone.GetByTestId("phone-comment-input").FillAsync("PRICE");
        await phone.GetByTestId("phone-comment-send").ClickAsync();
        await phone.Locator("[data-testid=phone-comment][data-from=me]").Filter(new() { HasText = "PRICE" }).Sees();
        await phone.Locator("[data-testid=phone-reply][data-from=page]").Filter(new() { HasText = PublicReply }).Sees();
        await phone.GetByTestId("phone-notice").ClickAsync();
        await phone.Locator("[data-testid=phone-message][data-from=page]").Filter(new() { HasText = PrivateReply }).Sees();
        await Look(eyes, phone);
        await SeeInInbox(inbox, eyes);
        await phone.CloseAsync();
        await inbox.CloseAsync();
    }

    private static async Task SeeInInbox(IPage inbox, AxeEyes? eyes)
    {
        await inbox.Locator("[data-testid=inbox-item][data-kind=Comments]").Filter(new() { HasText = PublicReply }).ClickAsync();
        await inbox.Locator("[data-testid=thread-message][data-from=them]").Filter(new() { HasText = "PRICE" }).First.Sees();
        await inbox.Locator("[data-testid=thread-message][data-from=us][data-automated=true]").Filter(new() { HasText = PublicReply }).Sees();
        await inbox.GetByTestId("private-reply").Filter(new() { HasText = PrivateReply }).Sees();
        await Look(eyes, inbox);
        await inbox.Open("/inbox");
        await inbox.Locator("[data-testid=inbox-item][data-kind=Messages]").Filter(new() { HasText = "Six saffron buns" }).ClickAsync();
        await inbox.Locator("[data-testid=thread-message][data-from=us][data-automated=true]").Filter(new() { HasText = PrivateReply }).Sees();
        await Look(eyes, inbox);
    }

    private static async Task SeeWhy(IPage page, AxeEyes? eyes)
    {
        await page.GotoAsync("/activity");
        var because = page.Locator(".activity").Filter(new() { HasText = Workflow });
        await Expect(because).ToHaveCountAsync(2, new() { Timeout = Chromium.Patience });
        await Look(eyes, page);
        await because.First.Locator("a.strong").ClickAsync();
        await page.WaitForURLAsync("**/activity/*");
        await page.GetByRole(AriaRole.Main).GetByText(Workflow).First.Sees();
        await Look(eyes, page);
        foreach (var address in (string[])["/", "/insights", "/settings"])
        {
            await page.GotoAsync(address);
            await Expect(page.Locator("h1").First).ToBeVisibleAsync();
            await Look(eyes, page);
        }
    }

    private static Task Look(AxeEyes? eyes, IPage page) => eyes?.Look(page) ?? Task.CompletedTask;

    /// <summary>The next whole minute in the account's zone that leaves time to press the button.</summary>
    private static DateTime NextMinute()
    {
#pragma warning disable RS0030 // The program lives by the machine's clock, and so does who waits for it.
        var soon = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow().AddSeconds(80), TimeZoneInfo.FindSystemTimeZoneById("Europe/Lisbon"));
#pragma warning restore RS0030
        return new DateTime(soon.Year, soon.Month, soon.Day, soon.Hour, soon.Minute, 0, DateTimeKind.Unspecified);
    }

    [GeneratedRegex("/plan/posts/[0-9a-f-]{36}")]
    private static partial Regex PostAddress();

    [GeneratedRegex("/automation/[0-9a-f-]{36}")]
    private static partial Regex WorkflowAddress();

    [GeneratedRegex("Scheduled|Publishing|Published")]
    private static partial Regex ScheduledOrLater();

    [GeneratedRegex("^https?://.+/p/.+")]
    private static partial Regex Permalink();
}

/// <summary>Two classes, so that both sizes are walked at the same time: most of it is waiting for the post's minute.</summary>
[Trait("needs", "browser")]
public sealed class StoryOnADeskTests() : StoryTests(1440, 900);

[Trait("needs", "browser")]
public sealed class StoryInTheHandTests() : StoryTests(390, 844);

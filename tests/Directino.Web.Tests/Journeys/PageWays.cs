using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Directino.Web.Tests.Journeys;

/// <summary>How a person gets about in a page: they see a thing, it listens, they use it.</summary>
internal static class PageWays
{
    /// <summary>The circuit has taken over, what can be pressed or filled in listens, and it is known whether the page is in a hand.</summary>
    private const string TakenOver = """
        () => {
          const main = document.querySelector("main"), controls = [...main?.querySelectorAll("button, input, select, textarea") ?? []];
          return Object.getOwnPropertySymbols(main ?? {}).length > 0 && !document.querySelector("[data-screen='']")
            && (controls.length === 0 || controls.some(c => Object.keys(c).some(k => k.startsWith("_blazor"))));
        }
        """;

    private static int _people;

    public static ILocator See(this IPage page, string testId) => page.GetByTestId(testId).Filter(new() { Visible = true }).First;

    /// <summary>What came with the page as text listens only once its circuit is there.</summary>
    public static async Task<ILocator> Listening(this IPage page, string testId, bool hidden = false)
    {
        var thing = hidden ? page.GetByTestId(testId).First : page.See(testId);
        await thing.WaitForAsync(new() { State = hidden ? WaitForSelectorState.Attached : WaitForSelectorState.Visible });
        await page.WaitForFunctionAsync(
            "([id, hidden]) => [...document.querySelectorAll(`[data-testid=\"${id}\"]`)].some(e => (hidden || e.offsetParent) && Object.keys(e).some(k => k.startsWith('_blazor')))",
            new object[] { testId, hidden });
        return thing;
    }

    /// <summary>The field for files, once it takes them.</summary>
    public static async Task<ILocator> UploadField(this IPage page)
    {
        var field = page.Locator("[data-testid=upload-input][data-open]").First;
        await field.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return field;
    }

    /// <summary>Opens an address and waits until its circuit has taken over: until then a link or a tick can be exchanged under the pointer.</summary>
    public static async Task Open(this IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.WaitForFunctionAsync(TakenOver);
    }

    /// <summary>In the hand the composer is three steps.</summary>
    public static async Task NextStep(this IPage page)
    {
        var next = page.Locator(".steps .primary");
        if (!await next.IsVisibleAsync())
            return;
        await page.WaitForFunctionAsync("() => Object.keys(document.querySelector('.steps .primary')).some(k => k.startsWith('_blazor'))");
        await next.ClickAsync();
    }

    public static async Task Write(this IPage page, string testId, string text) => await (await page.Listening(testId)).FillAsync(text);

    public static async Task Press(this IPage page, string testId) => await (await page.Listening(testId)).ClickAsync();

    public static Task Sees(this ILocator thing, float patience = Chromium.Patience) => Expect(thing).ToBeVisibleAsync(new() { Timeout = patience });

    /// <summary>Somebody new, with a workspace of their own. Returns the address they sign in with.</summary>
    public static async Task<string> SignUp(this IPage page)
    {
        var email = $"nora-{Interlocked.Increment(ref _people)}@example.test";
        await page.GotoAsync("/account/sign-up");
        await page.GetByTestId("sign-up-name").FillAsync("Nora");
        await page.GetByTestId("sign-up-email").FillAsync(email);
        await page.GetByTestId("sign-up-password").FillAsync("warm-rye-at-seven");
        await page.GetByTestId("sign-up-age").CheckAsync();
        await page.GetByTestId("sign-up-policy").CheckAsync();
        await page.GetByTestId("sign-up-submit").ClickAsync();
        await page.WaitForURLAsync("**/");
        return email;
    }
}

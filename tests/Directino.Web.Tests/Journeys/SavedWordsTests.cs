using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Directino.Web.Tests.Journeys;

/// <summary>Words that were saved once are put into a caption where its writer is.</summary>
[Trait("needs", "browser")]
public sealed class SavedWordsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Saved_words_are_put_in_at_the_caret_and_wait_for_what_they_need()
    {
        await using var chromium = await Chromium.Start();
        var directino = await Installation.Shared();
        await using var context = await chromium.Open(directino.Address, new() { Width = 1440, Height = 900 });
        var page = await context.NewPageAsync();
        try
        {
            await page.SignUp();
            await page.GotoAsync("/plan/snippets");
            await page.Press("new-snippet");
            await page.Press("snippet-Template");
            await page.Write("snippet-name", "Opening");
            await page.Write("snippet-text", "See you on {weekday}");
            await page.See("save-snippet").ClickAsync();
            await page.See("snippet").Sees();
            await page.GotoAsync("/plan/posts/new");
            await page.Write("caption", "Buns!Bread");
            await page.See("caption").EvaluateAsync("field => field.setSelectionRange(5, 5)");
            await page.Press("saved-words");
            await Expect(page.See("put-snippet")).ToBeDisabledAsync();
            await page.Keyboard.PressAsync("Escape");
            await page.Write("schedule-date", "2031-03-04");
            await page.Press("saved-words");
            await page.See("put-snippet").ClickAsync();
            await Expect(page.See("caption")).ToHaveValueAsync("Buns! See you on Tuesday Bread");
            await Expect(page.See("caption")).ToBeFocusedAsync();
            await Expect(page.See("kept-status")).ToHaveAttributeAsync("data-state", "kept");
            await page.Keyboard.PressAsync("Control+z");
            await Expect(page.See("caption")).ToHaveValueAsync("Buns!Bread");
            await What_is_too_much_goes_by_one_press(page);
            chromium.Errors.ShouldBeEmpty();
        }
        catch (Exception error)
        {
            throw new InvalidOperationException($"It ended at {page.Url}: {error.Message}\n{string.Join('\n', chromium.Errors)}\n{directino.LastWords()}", error);
        }
    }

    /// <summary>and comes back by another, while what was written since stays.</summary>
    private static async Task What_is_too_much_goes_by_one_press(IPage page)
    {
        var all = string.Join(' ', Enumerable.Range(1, 31).Select(i => $"#bread{i}"));
        await page.Write("caption", all);
        await page.See("mend").ClickAsync();
        await Expect(page.See("caption")).ToHaveValueAsync(all[..^" #bread31".Length]);
        await Expect(page.See("mend")).ToHaveCountAsync(0);
        await page.Write("schedule-date", "2031-03-05");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.See("caption")).ToHaveValueAsync(all);
        await Expect(page.See("schedule-date")).ToHaveValueAsync("2031-03-05");
    }
}

using static Microsoft.Playwright.Assertions;

namespace Directino.Web.Tests.Journeys;

[Trait("needs", "browser")]
public sealed class OtherScreenTests
{
    [Fact]
    public async Task A_calendar_that_was_drawn_for_a_desk_becomes_an_agenda_in_the_hand()
    {
        await using var chromium = await Chromium.Start();
        var directino = await Installation.Shared();
        await using var context = await chromium.Open(directino.Address, new() { Width = 390, Height = 844 });
        var page = await context.NewPageAsync();
        await Demo.LookAround(page);
        await context.AddCookiesAsync([new() { Name = "screen", Value = "desk", Url = directino.Address }]);
        await page.GotoAsync("/plan");
        await Expect(page.Locator(".strip")).ToBeVisibleAsync();
        await Expect(page.Locator("#plan-grid")).ToHaveCountAsync(0);
        chromium.Errors.ShouldBeEmpty();
    }
}

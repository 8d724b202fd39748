using Directino.Web.Tests.Journeys;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Directino.Web.Tests.Reference;

[Trait("needs", "browser")]
public sealed class ReferencePageTests
{
    [Fact]
    public async Task The_reference_is_readable_without_signing_in_and_asks_nobody_else_for_anything()
    {
        await using var chromium = await Chromium.Start();
        var directino = await Installation.Shared();
        foreach (var (width, height, scheme) in ((int, int, ColorScheme)[])[(1440, 900, ColorScheme.Light), (390, 844, ColorScheme.Dark)])
        {
            await using var context = await chromium.Open(directino.Address, new() { Width = width, Height = height }, o => o.ColorScheme = scheme);
            var asked = new List<string>();
            context.Request += (_, request) => asked.Add(request.Url);
            var page = await context.NewPageAsync();
            await page.GotoAsync("/docs/api");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Directino API" }).First).ToBeVisibleAsync(new() { Timeout = Chromium.Patience });
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            asked.ShouldContain(directino.Address + "/openapi/v1.json");
            asked.Where(u => !u.StartsWith(directino.Address + "/", StringComparison.Ordinal) && !u.StartsWith("data:", StringComparison.Ordinal) && !u.StartsWith("blob:", StringComparison.Ordinal)).ShouldBeEmpty();
            chromium.Errors.ShouldBeEmpty();
        }
    }
}

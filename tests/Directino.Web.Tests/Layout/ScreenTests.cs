using Directino.Accounts;
using Directino.Web.Tests.Conventions;

namespace Directino.Web.Tests.Layout;

/// <summary>What is built otherwise in a hand and on a desk is built once, as soon as a browser has said where it is.</summary>
public sealed class ScreenTests(ProgramFixture program) : IClassFixture<ProgramFixture>
{
    [Theory]
    [InlineData(null, true, true)]
    [InlineData("desk", true, false)]
    [InlineData("hand", false, true)]
    [InlineData("a wall", true, true)]
    public async Task The_calendar_comes_as_grid_or_agenda(string? screen, bool grid, bool agenda)
    {
        var owner = program.Browsers[Role.Owner];
        using var request = new HttpRequestMessage(HttpMethod.Get, "/plan");
        if (screen is not null)
            request.Headers.Add("Cookie", $"{owner.DefaultRequestHeaders.GetValues("Cookie").Single()}; screen={screen}");
        using var answer = await owner.SendAsync(request, TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        (page.Contains("id=\"plan-grid\"", StringComparison.Ordinal), page.Contains("class=\"strip\"", StringComparison.Ordinal)).ShouldBe((grid, agenda));
    }
}

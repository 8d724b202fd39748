using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Directino.Accounts;
using Directino.Web.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Web.Tests.Planning;

/// <summary>What programs and pages are told of an account's quota.</summary>
public sealed class QuotaEndpointsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refusal_says_the_rule_and_the_next_time_and_that_time_is_taken()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var first = await ApprovalEndpointsTests.Draft(studio, workspace, owner);
        await using (var db = studio.Database.Open(workspace))
            await db.Set<ConnectedAccount>().ExecuteUpdateAsync(a => a
                .SetProperty(x => x.QuotaTotal, 1).SetProperty(x => x.QuotaWindow, TimeSpan.FromDays(1)).SetProperty(x => x.QuotaReadAt, studio.Clock.GetUtcNow()), Ct);
        using var copied = await owner.PostAsJsonAsync($"/api/v1/posts/{first}/copy", new { }, Ct);
        var second = (await copied.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString();
        var at = new DateTimeOffset(studio.Clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero).AddDays(3).AddHours(9);

        (await owner.PutAsJsonAsync($"/api/v1/posts/{first}/slot", new { at }, Ct)).EnsureSuccessStatusCode();
        using var full = await owner.PutAsJsonAsync($"/api/v1/posts/{second}/slot", new { at = at.AddHours(2) }, Ct);
        full.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await full.Content.ReadFromJsonAsync<JsonElement>(Ct);
        problem.GetProperty("rules")[0].GetString().ShouldBe("quota-full");
        problem.GetProperty("errors").GetProperty("at")[0].GetString().ShouldNotBeNull().ShouldContain("1 posts of this account within 24 hours");
        var next = problem.GetProperty("nextTime").GetDateTimeOffset();
        next.ShouldBe(at.AddDays(1));
        (await owner.PutAsJsonAsync($"/api/v1/posts/{second}/slot", new { at = next }, Ct)).EnsureSuccessStatusCode();

        var day = at.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var view in (string[])["month", "week", "list"])
            (await owner.GetStringAsync($"/plan?view={view}&date={day}", Ct)).ShouldContain("@nora.bakes: 1 of 1 posts planned that day", Case.Sensitive, view);
    }
}

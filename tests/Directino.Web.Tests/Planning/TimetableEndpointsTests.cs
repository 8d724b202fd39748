using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Directino.Accounts;
using Directino.Instagram;
using Directino.Web.Tests.Studio;

namespace Directino.Web.Tests.Planning;

public sealed class TimetableEndpointsTests
{
    private static readonly object Friday = new { weekday = "Friday", time = "18:00" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Programs_set_the_slots_of_a_week_and_ask_for_the_next()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var slots = $"/api/v1/accounts/{await Connect(studio, workspace)}/slots";

        var none = await owner.GetFromJsonAsync<JsonElement>($"{slots}/next", Ct);
        (none.GetProperty("rule").GetString(), none.GetProperty("at").ValueKind).ShouldBe(("timetable-empty", JsonValueKind.Null));
        using var set = await owner.PutAsJsonAsync(slots, new { slots = (object[])[Friday] }, Ct);
        set.StatusCode.ShouldBe(HttpStatusCode.OK);
        var table = await owner.GetFromJsonAsync<JsonElement>(slots, Ct);
        table.GetProperty("slots")[0].GetProperty("time").GetString().ShouldBe("18:00");
        (await owner.GetFromJsonAsync<JsonElement>($"{slots}/next", Ct)).GetProperty("at").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2026, 11, 27, 18, 0, 0, TimeSpan.Zero));
        using var late = await owner.PutAsJsonAsync(slots, new { isPaused = true, version = 0 }, Ct);
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using var wrong = await owner.PutAsJsonAsync(slots, new { slots = (object[])[new { weekday = "Friday", time = "25:00" }] }, Ct);
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_page_shows_the_slots_and_the_week_shows_which_are_free()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var account = await Connect(studio, workspace);
        (await owner.GetStringAsync("/plan/slots", Ct)).ShouldContain("No slots yet");
        (await owner.PutAsJsonAsync($"/api/v1/accounts/{account}/slots", new { slots = (object[])[Friday] }, Ct)).EnsureSuccessStatusCode();
        (await owner.GetStringAsync($"/plan/slots?account={account}", Ct)).ShouldContain("Remove slot Friday 18:00");
        var week = await owner.GetStringAsync("/plan?view=week", Ct);
        week.ShouldContain($"/plan/posts/new?account={account}&amp;slot=2026-11-27T18:00Z");
        var composer = await owner.GetStringAsync($"/plan/posts/new?account={account}&slot=2026-11-27T18:00Z", Ct);
        composer.ShouldContain("value=\"2026-11-27\"");
        composer.ShouldContain("value=\"18:00");
        (await owner.PutAsJsonAsync($"/api/v1/accounts/{account}/slots", new { isPaused = true }, Ct)).EnsureSuccessStatusCode();
        (await owner.GetStringAsync("/plan?view=week", Ct)).ShouldNotContain("slot=2026");
        (await owner.GetStringAsync($"/plan/slots?account={account}", Ct)).ShouldContain("offers no slots");
    }

    private static async Task<AccountId> Connect(WebStudio studio, WorkspaceId workspace)
    {
        var account = new ConnectedAccount
        {
            Id = AccountId.New(studio.Clock), WorkspaceId = workspace, Login = InstagramLogin.Instagram, InstagramId = "17840000000000001", AppScopedId = "1", Username = "nora.bakes",
            TimeZone = "Europe/Lisbon", Scopes = "", ConnectedAt = studio.Clock.GetUtcNow(), ConnectedBy = PersonId.New(studio.Clock),
        };
        await using var db = studio.Database.Open(workspace);
        db.Add(account);
        await db.SaveChangesAsync(Ct);
        return account.Id;
    }
}

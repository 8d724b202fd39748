using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Directino.Accounts;
using Directino.Instagram;
using Directino.Notifications;
using Directino.Persistence;
using Directino.Web.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Web.Tests.Notifications;

public sealed class NotificationEndpointsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_reads_marks_and_switches_what_one_is_told()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        using var approver = await studio.As(Role.Approver, workspace);
        await Tell(studio, workspace, Role.Owner, "nora.bakes");
        var told = (await Read(owner, "?unread=true")).GetProperty("notifications")[0];
        (told.GetProperty("kind").GetString(), told.GetProperty("subject").GetString(), told.GetProperty("detail").GetString()).ShouldBe(("TokenEnds", "@nora.bakes", "5"));
        var address = $"/api/v1/notifications/{told.GetProperty("id").GetString()}/reading";
        using var foreign = await approver.PutAsync(address, null, Ct);
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await owner.PutAsync(address, null, Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Read(owner, "?unread=true")).GetProperty("notifications").GetArrayLength().ShouldBe(0);
        (await owner.DeleteAsync(address, Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Read(owner, "?unread=true")).GetProperty("notifications").GetArrayLength().ShouldBe(1);
        (await owner.PutAsync("/api/v1/notifications/reading", null, Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Read(owner, "?unread=true")).GetProperty("notifications").GetArrayLength().ShouldBe(0);

        using var set = await owner.PutAsJsonAsync("/api/v1/notifications/switches", new[] { new { kind = "TokenEnds", inApp = false, byMail = false } }, Ct);
        set.EnsureSuccessStatusCode();
        (await owner.GetFromJsonAsync<JsonElement>("/api/v1/notifications/switches", Ct)).EnumerateArray()
            .Single(s => s.GetProperty("kind").GetString() == "TokenEnds").GetProperty("inApp").GetBoolean().ShouldBeFalse();
        await Tell(studio, workspace, Role.Owner, "leo.makes");
        (await Read(owner, "")).GetProperty("notifications").GetArrayLength().ShouldBe(1);
        (await approver.GetFromJsonAsync<JsonElement>("/api/v1/notifications/switches", Ct)).EnumerateArray().Select(s => s.GetProperty("kind").GetString()).ShouldNotContain("TokenEnds");
    }

    [Fact]
    public async Task A_list_goes_on_where_its_page_ended()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        foreach (var name in (string[])["nora.bakes", "leo.makes", "mira.draws"])
            await Tell(studio, workspace, Role.Owner, name);
        var first = await Read(owner, "?take=2");
        first.GetProperty("notifications").EnumerateArray().Select(n => n.GetProperty("subject").GetString()).ShouldBe(["@mira.draws", "@leo.makes"]);
        var second = await Read(owner, $"?take=2&after={first.GetProperty("next").GetString()}");
        second.GetProperty("notifications").EnumerateArray().Select(n => n.GetProperty("subject").GetString()).ShouldBe(["@nora.bakes"]);
        second.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Today_and_the_frame_say_what_is_not_read_and_the_page_shows_all()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        await Tell(studio, workspace, Role.Owner, "nora.bakes");
        var today = await owner.GetStringAsync("/", Ct);
        today.ShouldContain("latest-notifications");
        today.ShouldContain("aria-label=\"1 waiting\"");
        (await owner.GetStringAsync("/notifications", Ct)).ShouldContain("ends within 5 day(s); connect it again");
        (await owner.GetStringAsync("/settings/notifications", Ct)).ShouldContain("mail-TokenEnds");
        await owner.PutAsync("/api/v1/notifications/reading", null, Ct);
        (await owner.GetStringAsync("/", Ct)).ShouldNotContain("latest-notifications");
    }

    private static async Task<JsonElement> Read(HttpClient client, string query) => await client.GetFromJsonAsync<JsonElement>($"/api/v1/notifications{query}", Ct);

    /// <summary>All members of a role that the access to an account ends in five days.</summary>
    private static async Task Tell(WebStudio studio, WorkspaceId workspace, Role role, string username)
    {
        studio.Clock.Advance(TimeSpan.FromSeconds(1));
        var now = studio.Clock.GetUtcNow();
        await using var db = studio.Database.Open(workspace);
        var people = await db.Set<Membership>().Where(m => m.Role == role).Select(m => m.PersonId).ToListAsync(Ct);
        var account = new ConnectedAccount
        {
            Id = AccountId.New(studio.Clock), WorkspaceId = workspace, Login = InstagramLogin.Instagram, InstagramId = username, AppScopedId = username, Username = username,
            TimeZone = "Europe/Lisbon", Scopes = "", ConnectedAt = now, ConnectedBy = people[0],
        };
        db.Add(account);
        await studio.Get<NotificationBook>().Tell(workspace, people, new News(NotificationKind.TokenEnds, account.Id.Value, Detail: "5"), db, Ct);
        await db.SaveChangesAsync(Ct);
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Directino.Accounts;
using Directino.Instagram;
using Directino.Web.Tests.Studio;
using Directino.Web.Tests.Survival;

namespace Directino.Web.Tests.Planning;

public sealed class EvergreenEndpointsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Programs_fill_a_pool_set_its_limits_and_read_what_comes_and_why()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var (account, post) = await Draft(studio, workspace, owner);
        var pool = $"/api/v1/accounts/{account}/evergreen";
        (await owner.GetFromJsonAsync<JsonElement>(pool, Ct)).GetProperty("idle").GetString().ShouldBe("timetable-empty");
        (await owner.PutAsJsonAsync($"/api/v1/accounts/{account}/slots", new { slots = (object[])[new { weekday = "Friday", time = "18:00" }, new { weekday = "Monday", time = "18:00" }] }, Ct)).EnsureSuccessStatusCode();
        (await owner.PutAsync($"/api/v1/posts/{post}/evergreen", null, Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await owner.PutAsync($"/api/v1/posts/{post}/evergreen", null, Ct)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using var wrong = await owner.PutAsJsonAsync(pool, new { limits = new { coolDownDays = 0, perDay = 1, perWeek = 3 } }, Ct);
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var set = await owner.PutAsJsonAsync(pool, new { isOn = true, limits = new { coolDownDays = 1, perDay = 1, perWeek = 3 }, version = 0 }, Ct);
        var answer = await set.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Ct);
        answer.GetProperty("turns").EnumerateArray().Select(t => t.GetProperty("why").GetString()).ShouldBe(["NeverOut", "NeverTwice", "NeverTwice", "NeverTwice"]);
        answer.GetProperty("turns")[1].GetProperty("reason").GetString()!.ShouldContain("twice in a row");
        using var late = await owner.PutAsJsonAsync(pool, new { isOn = false, version = 0 }, Ct);
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var one = answer.GetProperty("posts")[0].GetProperty("id").GetString();
        (await owner.PutAsJsonAsync($"/api/v1/evergreen/{one}/rest", new { isResting = true }, Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await owner.GetFromJsonAsync<JsonElement>(pool, Ct)).GetProperty("turns")[0].GetProperty("evergreenId").ValueKind.ShouldBe(JsonValueKind.Null);
        (await owner.DeleteAsync($"/api/v1/evergreen/{one}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task The_page_says_what_comes_next_and_why_and_a_post_whether_it_is_in_the_pool()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        (await owner.GetStringAsync("/plan/evergreen", Ct)).ShouldContain("Connect an account first");
        var (account, post) = await Draft(studio, workspace, owner);
        (await owner.GetStringAsync("/plan/evergreen", Ct)).ShouldContain("The pool is empty");
        (await owner.GetStringAsync($"/plan/posts/{post}", Ct)).ShouldContain("add-evergreen");
        (await owner.PutAsJsonAsync($"/api/v1/accounts/{account}/slots", new { slots = (object[])[new { weekday = "Friday", time = "18:00" }] }, Ct)).EnsureSuccessStatusCode();
        (await owner.PutAsync($"/api/v1/posts/{post}/evergreen", null, Ct)).EnsureSuccessStatusCode();
        var page = await owner.GetStringAsync($"/plan/evergreen?account={account}", Ct);
        page.ShouldContain("It never was in a slot yet");
        page.ShouldContain("Stays empty");
        page.ShouldContain("This is what would come");
        (await owner.GetStringAsync($"/plan/posts/{post}", Ct)).ShouldContain("post-evergreen");
        using var viewer = await studio.As(Role.Viewer, workspace);
        (await viewer.GetStringAsync($"/plan/evergreen?account={account}", Ct)).ShouldNotContain("remove-evergreen");
    }

    private static async Task<(AccountId Account, string Post)> Draft(WebStudio studio, WorkspaceId workspace, HttpClient owner)
    {
        var account = new ConnectedAccount
        {
            Id = AccountId.New(studio.Clock), WorkspaceId = workspace, Login = InstagramLogin.Instagram, InstagramId = "17840000000000001", AppScopedId = "1", Username = "nora.bakes",
            TimeZone = "Europe/Lisbon", Scopes = Scopes.For(InstagramLogin.Instagram, Capability.Publish), ConnectedAt = studio.Clock.GetUtcNow(), ConnectedBy = PersonId.New(studio.Clock),
        };
        await using (var db = studio.Database.Open(workspace))
        {
            db.Add(account);
            await db.SaveChangesAsync(Ct);
        }

        using var file = new ByteArrayContent(Pictures.Plain());
        using var uploaded = await owner.PostAsync("/api/v1/media?fileName=buns.jpg", file, Ct);
        var picture = (await uploaded.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString();
        using var written = await owner.PostAsJsonAsync("/api/v1/posts", new { accountId = account.Id.Value, items = new[] { new { mediaId = picture } }, caption = "Buns" }, Ct);
        return (account.Id, (await written.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString()!);
    }
}

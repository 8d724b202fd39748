using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Directino.Accounts;
using Directino.Instagram;
using Directino.Web.Tests.Studio;
using Directino.Web.Tests.Survival;

namespace Directino.Web.Tests.Planning;

public sealed class QueueEndpointsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Programs_and_people_shuffle_a_queue_put_it_back_and_hold_it()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var account = await Account(studio, workspace);
        var queue = $"/api/v1/accounts/{account}/queue";
        (await owner.PutAsJsonAsync($"/api/v1/accounts/{account}/slots", new { slots = (object[])[new { weekday = "Friday", time = "18:00" }, new { weekday = "Saturday", time = "18:00" }] }, Ct)).EnsureSuccessStatusCode();
        using (var few = await owner.PostAsync($"{queue}/shuffles", null, Ct))
            few.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        foreach (var day in (int[])[27, 28])
            await InSlot(owner, account, day);
        var before = await Slots(owner, queue);
        var moves = await Told(await owner.PostAsync($"{queue}/shuffles", null, Ct));
        (await Slots(owner, queue)).ShouldBe([before[1], before[0]]);
        await Told(await owner.PutAsJsonAsync($"{queue}/order", new { moves = moves.GetProperty("moves") }, Ct));
        (await Slots(owner, queue)).ShouldBe(before);

        (await owner.PutAsJsonAsync($"/api/v1/accounts/{account}/slots", new { isPaused = true }, Ct)).EnsureSuccessStatusCode();
        (await owner.GetStringAsync($"/plan/slots?account={account}", Ct)).ShouldContain("2 posts in it still go out at their time");
        (await Told(await owner.PutAsJsonAsync($"{queue}/hold", new { isHeld = true }, Ct))).GetProperty("moves").GetArrayLength().ShouldBe(2);
        (await owner.GetStringAsync($"/plan/slots?account={account}", Ct)).ShouldContain("2 posts are held back as drafts");
        using (var paused = await owner.PutAsJsonAsync($"{queue}/hold", new { isHeld = false }, Ct))
            paused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await owner.PutAsJsonAsync($"/api/v1/accounts/{account}/slots", new { isPaused = false }, Ct)).EnsureSuccessStatusCode();
        await Told(await owner.PutAsJsonAsync($"{queue}/hold", new { isHeld = false }, Ct));
        (await Slots(owner, queue)).ShouldBe(before);
    }

    private static async Task<List<string?>> Slots(HttpClient owner, string queue) =>
        [.. (await owner.GetFromJsonAsync<JsonElement>(queue, Ct)).GetProperty("posts").EnumerateArray().Select(p => p.GetProperty("postId").GetString())];

    private static async Task InSlot(HttpClient owner, AccountId account, int day)
    {
        using var file = new ByteArrayContent(Pictures.Plain());
        var picture = (await Told(await owner.PostAsync("/api/v1/media?fileName=buns.jpg", file, Ct))).GetProperty("id").GetString();
        var post = (await Told(await owner.PostAsJsonAsync("/api/v1/posts", new { accountId = account.Value, items = new[] { new { mediaId = picture } }, caption = $"Buns {day}" }, Ct))).GetProperty("id").GetString();
        await Told(await owner.PutAsJsonAsync($"/api/v1/posts/{post}/slot", new { at = $"2026-11-{day}T18:00:00Z", fromTimetable = true }, Ct));
    }

    private static async Task<AccountId> Account(WebStudio studio, WorkspaceId workspace)
    {
        var account = new ConnectedAccount
        {
            Id = AccountId.New(studio.Clock), WorkspaceId = workspace, Login = InstagramLogin.Instagram, InstagramId = "17840000000000001", AppScopedId = "1", Username = "nora.bakes",
            TimeZone = "Europe/Lisbon", Scopes = Scopes.For(InstagramLogin.Instagram, Capability.Publish), ConnectedAt = studio.Clock.GetUtcNow(), ConnectedBy = PersonId.New(studio.Clock),
        };
        await using var db = studio.Database.Open(workspace);
        db.Add(account);
        await db.SaveChangesAsync(Ct);
        return account.Id;
    }

    private static async Task<JsonElement> Told(HttpResponseMessage answer)
    {
        using (answer)
        {
            answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(Ct));
            return await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        }
    }
}

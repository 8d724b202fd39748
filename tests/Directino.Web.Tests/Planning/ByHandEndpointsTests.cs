using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Directino.Accounts;
using Directino.Planning.ByHand;
using Directino.Web.Tests.Studio;
using Directino.Web.Tests.Survival;

namespace Directino.Web.Tests.Planning;

public sealed class ByHandEndpointsTests
{
    private const string Link = "https://www.instagram.com/p/DAbc_1-x/";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Programs_plan_a_post_by_hand_and_say_that_it_was_posted()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var post = await Notified(studio, owner, workspace);
        var read = await owner.GetFromJsonAsync<JsonElement>(post, Ct);
        (read.GetProperty("state").GetString(), read.GetProperty("options").GetProperty("byHand").GetBoolean()).ShouldBe(("Notified", true));
        (await owner.GetFromJsonAsync<JsonElement>("/api/v1/posts?state=Notified", Ct)).GetProperty("items")[0].GetProperty("isByHand").GetBoolean().ShouldBeTrue();

        using var wrong = await owner.PostAsJsonAsync($"{post}/posted", new { permalink = "https://example.test/p/DAbc/" }, Ct);
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await wrong.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("errors").GetProperty("permalink")[0].GetString().ShouldNotBeNull().ShouldStartWith("This is not a link to a post at instagram.com.");
        using var old = await owner.PostAsJsonAsync($"{post}/posted", new { version = 1 }, Ct);
        old.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using var said = await owner.PostAsJsonAsync($"{post}/posted", new { permalink = $"{Link}?igsh=abc" }, Ct);
        var done = await said.Content.ReadFromJsonAsync<JsonElement>(Ct);
        (done.GetProperty("state").GetString(), done.GetProperty("permalink").GetString(), done.GetProperty("instagramId").ValueKind).ShouldBe(("Published", Link, JsonValueKind.Null));
        using var again = await owner.PostAsJsonAsync($"{post}/posted", new { }, Ct);
        (again.StatusCode, (await again.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("rule").GetString()).ShouldBe((HttpStatusCode.Conflict, HandRules.NotAwaited));
        var story = await owner.GetFromJsonAsync<JsonElement>($"{post}/publication", Ct);
        story.EnumerateArray().Select(s => s.GetProperty("event").GetString()).ShouldBe(["Notified", "PostedByHand"]);
    }

    [Fact]
    public async Task Who_may_not_write_posts_cannot_say_so_and_nobody_of_another_workspace_sees_it()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var post = await Notified(studio, owner, workspace);
        foreach (var role in Enum.GetValues<Role>().Where(r => !r.Allows(Permission.EditPosts)))
        {
            using var member = await studio.As(role, workspace);
            (await member.PostAsJsonAsync($"{post}/posted", new { }, Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, role.ToString());
            (await member.GetStringAsync("/", Ct)).ShouldNotContain("Post it by hand");
        }

        using var stranger = await studio.As(Role.Owner, await studio.OpenWorkspace("Somebody else's"));
        (await stranger.PostAsJsonAsync($"{post}/posted", new { }, Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await owner.GetStringAsync("/", Ct)).ShouldContain("Post it by hand");
        using var editor = await studio.As(Role.Editor, workspace);
        (await editor.PostAsJsonAsync($"{post}/posted", new { }, Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_file_says_by_hand_in_a_column_of_its_own()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        await Notified(studio, owner, workspace);
        var lines = (await owner.GetStringAsync("/api/v1/posts.csv", Ct)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        lines[0].ShouldContain(",by_hand,more,");
        lines[1].ShouldContain(",yes,,notified,");
    }

    /// <summary>A post whose slot has come; its address.</summary>
    private static async Task<string> Notified(WebStudio studio, HttpClient owner, WorkspaceId workspace)
    {
        var account = await studio.Account(workspace, "nora.bakes");
        using var picture = await owner.PostAsync("/api/v1/media?fileName=buns.jpg", new ByteArrayContent(Pictures.Plain()), Ct);
        var media = (await picture.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString();
        using var made = await owner.PostAsJsonAsync(
            "/api/v1/posts", new { accountId = account, kind = "Post", items = (object[])[new { mediaId = media }], caption = "Rye", options = new { byHand = true } }, Ct);
        var post = $"/api/v1/posts/{(await made.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString()}";
        (await owner.PutAsJsonAsync($"{post}/slot", new { at = studio.Clock.GetUtcNow() + TimeSpan.FromHours(1) }, Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await studio.PassTime(TimeSpan.FromMinutes(61));
        await studio.Settle();
        return post;
    }
}

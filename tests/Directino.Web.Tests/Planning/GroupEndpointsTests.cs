using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Directino.Accounts;
using Directino.Planning;
using Directino.Planning.Groups;
using Directino.Web.Tests.Studio;

namespace Directino.Web.Tests.Planning;

public sealed class GroupEndpointsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Programs_write_one_post_for_several_accounts_and_change_them_together()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var (nora, leo) = (await studio.Account(workspace, "nora.bakes"), await studio.Account(workspace, "leo.rides"));
        var at = studio.Clock.GetUtcNow().AddDays(1);
        var made = await Send(owner, "/api/v1/post-groups", new { accounts = (object[])[new { accountId = nora }, new { accountId = leo, firstComment = "#ours" }], caption = "Buns", at }, HttpStatusCode.OK);
        var (group, posts) = (made.GetProperty("id").GetString(), made.GetProperty("posts"));
        posts.EnumerateArray().Select(p => p.GetProperty("accountId").GetGuid()).ShouldBe([nora, leo]);
        posts[1].GetProperty("options").GetProperty("firstComment").GetString().ShouldBe("#ours");
        posts[0].GetProperty("groupId").GetString().ShouldBe(group);
        using var changed = await owner.PutAsJsonAsync($"/api/v1/post-groups/{group}/posts/{posts[0].GetProperty("id").GetString()}", new { caption = "Rolls", at, options = new { firstComment = "#rolls" } }, Ct);
        changed.EnsureSuccessStatusCode();
        var now = (await owner.GetFromJsonAsync<JsonElement>($"/api/v1/post-groups/{group}", Ct)).GetProperty("posts");
        now.EnumerateArray().Select(p => p.GetProperty("caption").GetString()).ShouldBe(["Rolls", "Rolls"]);
        now.EnumerateArray().Select(p => p.GetProperty("options").GetProperty("firstComment").GetString()).ShouldBe(["#rolls", "#ours"]);
    }

    [Fact]
    public async Task Which_account_objects_is_told_and_nothing_is_saved_of_any()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var (nora, leo) = (await studio.Account(workspace, "nora.bakes"), await studio.Account(workspace, "leo.rides"));
        object[] both = [new { accountId = nora }, new { accountId = leo, options = new { paidPartnership = true } }];
        var refused = await Send(owner, "/api/v1/post-groups", new { accounts = both, caption = "Buns", at = studio.Clock.GetUtcNow().AddDays(1), schedule = true }, HttpStatusCode.BadRequest);
        var refusals = refused.GetProperty("refusals").EnumerateArray().ToDictionary(r => r.GetProperty("accountId").GetGuid(), r => r.GetProperty("rules").ToString());
        refusals[nora].ShouldContain(PostRules.PictureMissing);
        refusals[nora].ShouldNotContain(PostRules.FacebookLoginOnly);
        refusals[leo].ShouldContain(PostRules.FacebookLoginOnly);
        refused.GetProperty("errors").TryGetProperty($"accounts[{leo}].options.paidPartnership", out _).ShouldBeTrue();
        (await owner.GetFromJsonAsync<JsonElement>("/api/v1/posts", Ct)).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await Send(owner, "/api/v1/post-groups", new { accounts = (object[])[both[0], both[0]] }, HttpStatusCode.BadRequest)).GetProperty("rules")[0].GetString().ShouldBe(GroupRules.AccountTwice);
        using var viewer = await studio.As(Role.Viewer, workspace);
        using var forbidden = await viewer.PostAsJsonAsync("/api/v1/post-groups", new { accounts = both }, Ct);
        forbidden.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Programs_say_one_thing_that_becomes_of_all_and_learn_what_each_account_objects_to()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        object[] both = [new { accountId = await studio.Account(workspace, "nora.bakes") }, new { accountId = await studio.Account(workspace, "leo.rides") }];
        var two = await Send(owner, "/api/v1/post-groups", new { accounts = both, caption = "Buns", publishNow = true, askForApproval = true }, HttpStatusCode.BadRequest);
        two.GetProperty("rules")[0].GetString().ShouldBe(GroupRules.OneAim);
        var refused = await Send(owner, "/api/v1/post-groups", new { accounts = both, caption = "Buns", publishNow = true }, HttpStatusCode.BadRequest);
        refused.GetProperty("refusals").GetArrayLength().ShouldBe(2);
        refused.GetProperty("refusals")[0].GetProperty("rules").ToString().ShouldNotContain(PostRules.SlotMissing);
        var none = await Send(owner, "/api/v1/post-groups", new { accounts = both, caption = "Buns", askForApproval = true }, HttpStatusCode.BadRequest);
        none.GetProperty("refusals")[0].GetProperty("rules").ToString().ShouldContain(PostRules.PictureMissing);
        (await owner.GetFromJsonAsync<JsonElement>("/api/v1/posts", Ct)).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    private static async Task<JsonElement> Send(HttpClient client, string address, object what, HttpStatusCode expected)
    {
        using var answer = await client.PostAsJsonAsync(address, what, Ct);
        answer.StatusCode.ShouldBe(expected, await answer.Content.ReadAsStringAsync(Ct));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }
}

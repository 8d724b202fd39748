using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Directino.Accounts;
using Directino.Planning;
using Directino.Planning.Neighbours;
using Directino.Web.Tests.Studio;

namespace Directino.Web.Tests.Planning;

public sealed class PreflightEndpointsTests
{
    private const string Words = "Saffron buns, out of the oven at seven.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Warnings_stand_beside_objections_and_name_the_other_post()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var account = await studio.Account(workspace, "nora.bakes");
        var at = studio.Clock.GetUtcNow().AddDays(3);
        var first = await Draft(owner, new { accountId = account, caption = Words, at });
        var second = await Draft(owner, new { accountId = account, caption = Words + " #bread", at = at.AddMinutes(-10) });
        var preflight = await owner.GetFromJsonAsync<JsonElement>($"/api/v1/posts/{second}/preflight", Ct);
        preflight.GetProperty("objections").EnumerateArray().Select(o => o.GetProperty("rule").GetString()).ShouldContain(PostRules.PictureMissing);
        var warnings = preflight.GetProperty("warnings").EnumerateArray().ToList();
        warnings.Select(w => w.GetProperty("rule").GetString()).ShouldBe([NeighbourRules.NearSlot, NeighbourRules.SameWords]);
        warnings.ShouldAllBe(w => w.GetProperty("postId").GetString() == first);
        warnings[0].GetProperty("minutesApart").GetInt32().ShouldBe(10);
        warnings[0].GetProperty("text").GetString().ShouldBe("Another post of this account is 10 min later");
    }

    [Fact]
    public async Task What_is_not_saved_is_checked_too_and_nothing_is_kept()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        using var stranger = await studio.As(Role.Owner, await studio.OpenWorkspace("Somebody else's"));
        var account = await studio.Account(workspace, "nora.bakes");
        var at = studio.Clock.GetUtcNow().AddDays(3);
        var post = await Draft(owner, new { accountId = account, caption = Words, at });
        var same = new { accountId = account, caption = "Something else", at };
        (await Check(owner, same)).GetProperty("warnings")[0].GetProperty("rule").GetString().ShouldBe(NeighbourRules.SameMinute);
        (await Check(stranger, same)).GetProperty("warnings").GetArrayLength().ShouldBe(0);
        (await owner.GetFromJsonAsync<JsonElement>("/api/v1/posts", Ct)).GetProperty("items").GetArrayLength().ShouldBe(1);
        (await stranger.GetAsync($"/api/v1/posts/{post}/preflight", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> Draft(HttpClient client, object post)
    {
        using var made = await client.PostAsJsonAsync("/api/v1/posts", post, Ct);
        return (await made.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString()!;
    }

    private static async Task<JsonElement> Check(HttpClient client, object post)
    {
        using var answer = await client.PostAsJsonAsync("/api/v1/posts/preflight", post, Ct);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }
}

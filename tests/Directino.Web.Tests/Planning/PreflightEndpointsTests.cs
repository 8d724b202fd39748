using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Directino.Accounts;
using Directino.Hosting;
using Directino.Media;
using Directino.Media.Reach;
using Directino.Planning;
using Directino.Planning.Neighbours;
using Directino.Web.Planning;
using Directino.Web.Tests.Studio;
using Directino.Web.Tests.Survival;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

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

    [Fact]
    public async Task What_will_be_at_its_time_is_told_too()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var account = await studio.Account(workspace, "nora.bakes");
        var at = studio.Clock.GetUtcNow().AddDays(90);
        await using (var db = studio.Database.Open(workspace))
            await db.Set<ConnectedAccount>().ExecuteUpdateAsync(a => a.SetProperty(x => x.TokenExpiresAt, at.AddDays(-30)), Ct);
        var token = (await Check(owner, new { accountId = account, caption = Words, at })).GetProperty("outlook").GetProperty("token");
        (token.GetProperty("standing").GetString(), token.GetProperty("text").GetString()!.Contains("is renewed before", StringComparison.Ordinal)).ShouldBe((nameof(TokenStanding.IsRenewed), true));
        (await Check(owner, new { caption = Words, at })).GetProperty("outlook").ValueKind.ShouldBe(JsonValueKind.Null);
        (await Check(owner, new { accountId = account, caption = Words, at, options = new { byHand = true } })).GetProperty("outlook").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task What_can_be_mended_by_itself_says_how()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var account = await studio.Account(workspace, "nora.bakes");
        var checkedPost = await Check(owner, new
        {
            accountId = account, caption = string.Join(' ', Enumerable.Range(0, 31).Select(i => $"#bread{i}")), at = studio.Clock.GetUtcNow().AddDays(3),
            options = new { firstComment = "First", commentsOff = true },
        });
        checkedPost.GetProperty("objections").EnumerateArray().Select(o => (o.GetProperty("rule").GetString(), o.GetProperty("fix").GetString())).ShouldBe(
            [(PostRules.PictureMissing, null), (PostRules.TooManyHashtags, "Keep the first 30"), (PostRules.CommentsAreOff, "Leave comments on")]);
    }

    [Fact]
    public async Task Whatever_mends_says_so_in_words()
    {
        await using var studio = await WebStudio.Open();
        var text = studio.Get<PlanningText>();
        foreach (var kind in Enum.GetValues<PostMendKind>())
            text.Mend(new PostMend(kind, PostContent.Empty, kind == PostMendKind.KeepFirst ? 30 : null)).ShouldNotStartWith("Mend.");
        foreach (var crop in (Crop[])[Crop.ToTallest, Crop.ToWidest])
            text.Mend(crop).ShouldNotStartWith("Mend.");
    }

    [Fact]
    public async Task Whether_instagram_can_fetch_each_file_is_told()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var account = await studio.Account(workspace, "nora.bakes");
        using var body = new ByteArrayContent(Pictures.Plain());
        using var added = await owner.PostAsync("/api/v1/media?fileName=loaf.jpg", body, Ct);
        var picture = (await added.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString();
        var post = new { accountId = account, caption = Words, items = new[] { new { mediaId = picture } } };

        studio.Get<IOptions<HostingOptions>>().Value.PublicUrl = "http://localhost";
        var seen = (await Check(owner, post)).GetProperty("files").EnumerateArray().ShouldHaveSingleItem();
        (seen.GetProperty("mediaId").GetString(), seen.GetProperty("reachable").GetBoolean(), seen.GetProperty("rule").GetString()).ShouldBe((picture, true, null));

        // As if a proxy passed another path on, where a stranger is sent to the door.
        studio.Get<IOptions<HostingOptions>>().Value.PublicUrl = "http://localhost/elsewhere";
        studio.Clock.Advance(TimeSpan.FromMinutes(1));
        seen = (await Check(owner, post)).GetProperty("files").EnumerateArray().ShouldHaveSingleItem();
        (seen.GetProperty("reachable").GetBoolean(), seen.GetProperty("rule").GetString()).ShouldBe((false, ReachRules.Redirect));
        seen.GetProperty("text").GetString()!.ShouldContain("docs/connecting.md");
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

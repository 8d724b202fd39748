using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Directino.Accounts;
using Directino.Instagram;
using Directino.Persistence;
using Directino.Web.Tests.Studio;
using Directino.Web.Tests.Survival;
using Microsoft.EntityFrameworkCore;

namespace Directino.Web.Tests.Planning;

public sealed class ApprovalEndpointsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Programs_set_the_rule_ask_want_changes_and_approve()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        using var approver = await studio.As(Role.Approver, workspace);
        using var viewer = await studio.As(Role.Viewer, workspace);
        var post = await Draft(studio, workspace, owner);
        var named = await Member(studio, workspace, Role.Approver);

        using var nobody = await owner.PutAsJsonAsync("/api/v1/approval-rule", new { kind = "OneOf" }, Ct);
        (nobody.StatusCode, await Rule(nobody)).ShouldBe((HttpStatusCode.BadRequest, "approvers-missing"));
        using var set = await owner.PutAsJsonAsync("/api/v1/approval-rule", new { kind = "OneOf", approverIds = (string[])[named], version = 0 }, Ct);
        (await set.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("approverIds")[0].GetString().ShouldBe(named);
        using var late = await owner.PutAsJsonAsync("/api/v1/approval-rule", new { kind = "None", version = 0 }, Ct);
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);

        var approval = $"/api/v1/posts/{post}/approval";
        (await owner.PostAsJsonAsync($"{approval}/request", new { }, Ct)).EnsureSuccessStatusCode();
        using var stranger = await owner.PostAsJsonAsync(approval, new { }, Ct);
        (stranger.StatusCode, await Rule(stranger)).ShouldBe((HttpStatusCode.Conflict, "not-an-approver"));
        using var forbidden = await viewer.PostAsJsonAsync(approval, new { }, Ct);
        forbidden.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await approver.PostAsJsonAsync($"{approval}/changes", new { sentence = "Shorter." }, Ct)).EnsureSuccessStatusCode();
        var standing = await viewer.GetFromJsonAsync<JsonElement>(approval, Ct);
        (standing.GetProperty("state").GetString(), standing.GetProperty("words")[1].GetProperty("sentence").GetString()).ShouldBe(("ChangesAsked", "Shorter."));
        using var unapproved = await owner.PutAsJsonAsync($"/api/v1/posts/{post}/slot", new { }, Ct);
        (unapproved.StatusCode, await Rule(unapproved)).ShouldBe((HttpStatusCode.BadRequest, "approval-missing"));

        (await owner.PostAsJsonAsync($"{approval}/request", new { }, Ct)).EnsureSuccessStatusCode();
        using var unseen = await approver.PostAsJsonAsync(approval, new { edition = 1 }, Ct);
        (unseen.StatusCode, await Rule(unseen)).ShouldBe((HttpStatusCode.Conflict, "approval-other-edition"));
        (await approver.PostAsJsonAsync(approval, new { edition = standing.GetProperty("edition").GetInt32() }, Ct)).EnsureSuccessStatusCode();
        (await owner.GetFromJsonAsync<JsonElement>("/api/v1/posts?approval=Approved", Ct)).GetProperty("items").GetArrayLength().ShouldBe(1);
        (await owner.GetFromJsonAsync<JsonElement>("/api/v1/posts?approval=Waiting", Ct)).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_pages_show_who_is_waited_for_and_let_them_decide()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        using var approver = await studio.As(Role.Approver, workspace);
        var post = await Draft(studio, workspace, owner);
        (await owner.GetStringAsync($"/plan/posts/{post}", Ct)).ShouldContain("data-testid=\"publish-now\"");
        (await owner.GetStringAsync("/plan", Ct)).ShouldNotContain("approval-filter");
        var named = await Member(studio, workspace, Role.Approver);
        (await owner.PutAsJsonAsync("/api/v1/approval-rule", new { kind = "AllOf", approverIds = (string[])[named] }, Ct)).EnsureSuccessStatusCode();
        (await owner.GetStringAsync("/settings/approval", Ct)).ShouldContain("All members named here");

        var asked = await owner.GetStringAsync($"/plan/posts/{post}", Ct);
        asked.ShouldContain("data-testid=\"ask-approval\"");
        asked.ShouldNotContain("data-testid=\"publish-now\"");
        (await owner.PostAsJsonAsync($"/api/v1/posts/{post}/approval/request", new { }, Ct)).EnsureSuccessStatusCode();
        (await owner.GetStringAsync($"/plan/posts/{post}", Ct)).ShouldContain("It waits for the approval of Approver.");
        (await owner.GetStringAsync("/", Ct)).ShouldNotContain("waits for your approval");
        (await approver.GetStringAsync("/", Ct)).ShouldContain("waits for your approval");
        (await approver.GetStringAsync($"/plan/posts/{post}", Ct)).ShouldContain("data-testid=\"approve\"");
        (await owner.GetStringAsync("/plan?approval=Waiting", Ct)).ShouldContain($"/plan/posts/{post}");
        (await owner.GetStringAsync("/plan?approval=Approved", Ct)).ShouldNotContain($"/plan/posts/{post}");

        (await approver.PostAsJsonAsync($"/api/v1/posts/{post}/approval/changes", new { sentence = "Shorter." }, Ct)).EnsureSuccessStatusCode();
        (await owner.GetStringAsync("/", Ct)).ShouldContain("Changes are wanted in");
        (await owner.GetStringAsync($"/plan/posts/{post}", Ct)).ShouldContain("Shorter.");
    }

    private static async Task<string?> Rule(HttpResponseMessage answer)
    {
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        return problem.TryGetProperty("rule", out var rule) ? rule.GetString() : problem.GetProperty("rules")[0].GetString();
    }

    private static async Task<string> Member(WebStudio studio, WorkspaceId workspace, Role role)
    {
        await using var db = studio.Database.Open(workspace);
        return (await db.Set<Membership>().SingleAsync(m => m.Role == role, Ct)).PersonId.ToString();
    }

    /// <summary>A post of the workspace that may go out, by its owner.</summary>
    internal static async Task<string> Draft(WebStudio studio, WorkspaceId workspace, HttpClient owner, string caption = "Buns")
    {
        var account = new ConnectedAccount
        {
            Id = AccountId.New(studio.Clock), WorkspaceId = workspace, Login = InstagramLogin.Instagram, InstagramId = "17840000000000001", AppScopedId = "1", Username = "nora.bakes",
            TimeZone = "Europe/Lisbon", Scopes = Scopes.For(InstagramLogin.Instagram, Capability.Publish), ConnectedAt = studio.Clock.GetUtcNow(), ConnectedBy = PersonId.New(studio.Clock),
        };
        await using (DirectinoContext db = studio.Database.Open(workspace))
        {
            db.Add(account);
            await db.SaveChangesAsync(Ct);
        }

        using var file = new ByteArrayContent(Pictures.Plain());
        using var uploaded = await owner.PostAsync("/api/v1/media?fileName=buns.jpg", file, Ct);
        var picture = (await uploaded.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString();
        using var written = await owner.PostAsJsonAsync("/api/v1/posts", new { accountId = account.Id.Value, items = new[] { new { mediaId = picture } }, caption }, Ct);
        return (await written.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString()!;
    }
}

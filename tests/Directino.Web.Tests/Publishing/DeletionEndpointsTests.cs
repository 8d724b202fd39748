using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Directino.Accounts;
using Directino.Instagram;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Planning;
using Directino.Web.Tests.Planning;
using Directino.Web.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Web.Tests.Publishing;

public sealed class DeletionEndpointsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Programs_and_the_page_take_down_what_is_out_where_Meta_lets_them()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var post = await Published(studio, workspace, owner, InstagramLogin.Facebook);
        (await owner.GetStringAsync($"/plan/posts/{post}", Ct)).ShouldContain("delete-published");
        using var asked = await owner.DeleteAsync($"/api/v1/posts/{post}/media", Ct);
        asked.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        asked.Headers.Location!.ToString().ShouldBe($"/api/v1/posts/{post}");
        await using (var db = studio.Database.Open(workspace))
            (await db.Set<Act>().SingleAsync(a => a.SubjectId == post, Ct)).ShouldSatisfyAllConditions(a => a.Kind.ShouldBe("delete-media"), a => a.CauseKind.ShouldBe(CauseKind.Member));
        var page = await owner.GetStringAsync($"/plan/posts/{post}", Ct);
        page.ShouldNotContain("delete-published");
        page.ShouldContain("It is being deleted");
        await Change(studio, workspace, post, p => p.TakeDown(studio.Clock.GetUtcNow()));
        (await owner.GetFromJsonAsync<JsonElement>($"/api/v1/posts/{post}", Ct)).GetProperty("deletedAt").GetDateTimeOffset().ShouldBe(studio.Clock.GetUtcNow());
        (await owner.GetStringAsync($"/plan/posts/{post}", Ct)).ShouldContain("Deleted at Instagram");
        (await owner.GetStringAsync("/plan?view=list", Ct)).ShouldContain("Deleted");
    }

    [Fact]
    public async Task With_Instagrams_own_login_the_app_is_named()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var post = await Published(studio, workspace, owner, InstagramLogin.Instagram);
        (await owner.GetStringAsync($"/plan/posts/{post}", Ct)).ShouldContain("no-deletion");
        using var refused = await owner.DeleteAsync($"/api/v1/posts/{post}/media", Ct);
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>(Ct);
        (problem.GetProperty("rule").GetString(), problem.GetProperty("title").GetString()!.Length > 0).ShouldBe(("only-in-the-app", true));
        problem.GetProperty("detail").GetString()!.ShouldContain("Instagram app");
    }

    /// <summary>A post of an account that may delete, as if it had gone out.</summary>
    private static async Task<Guid> Published(WebStudio studio, WorkspaceId workspace, HttpClient owner, InstagramLogin login)
    {
        var account = await studio.Account(workspace, "nora.bakes", login);
        await using (var db = studio.Database.Open(workspace))
        {
            (await db.Set<ConnectedAccount>().SingleAsync(Ct)).Switch(Capability.Delete, on: true);
            await db.SaveChangesAsync(Ct);
        }

        using var made = await owner.PostAsJsonAsync("/api/v1/posts", new { accountId = account, caption = "Fresh buns" }, Ct);
        var post = (await made.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid();
        var now = studio.Clock.GetUtcNow();
        await Change(studio, workspace, post, p => p.Publish("17900000000000001", "https://www.instagram.com/p/abc/", now, now));
        return post;
    }

    private static async Task Change(WebStudio studio, WorkspaceId workspace, Guid post, Action<Post> change)
    {
        await using var db = studio.Database.Open(workspace);
        var id = PostId.Of(post);
        change(await db.Set<Post>().SingleAsync(p => p.Id == id, Ct));
        await db.SaveChangesAsync(Ct);
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Directino.Accounts;
using Directino.Instagram;
using Directino.Persistence;
using Directino.Planning;
using Directino.Web.Tests.Planning;
using Directino.Web.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Web.Tests.Publishing;

public sealed class PollEndpointsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_writes_a_poll_reads_it_back_and_is_told_what_is_wrong_with_it()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var account = await studio.Account(workspace, "nora.bakes", InstagramLogin.Facebook);
        var post = await Make(owner, new { accountId = account, caption = "Which?", options = new { poll = new { options = new[] { " Rye ", "", "Wheat" }, staysOpen = true } } });
        var poll = (await owner.GetFromJsonAsync<JsonElement>($"/api/v1/posts/{post}", Ct)).GetProperty("options").GetProperty("poll");
        poll.GetProperty("options").EnumerateArray().Select(o => o.GetString()).ShouldBe(["Rye", "Wheat"]);
        poll.GetProperty("staysOpen").GetBoolean().ShouldBeTrue();

        var one = await Make(owner, new { accountId = account, options = new { poll = new { options = new[] { "Rye" } }, commentPrompt = true } });
        using var refused = await owner.PutAsJsonAsync($"/api/v1/posts/{one}/slot", new { at = studio.Clock.GetUtcNow().AddDays(1) }, Ct);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var errors = (await refused.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("errors");
        errors.GetProperty("options.poll")[0].GetString()!.ShouldContain("two answers");
        errors.GetProperty("options.commentPrompt")[0].GetString()!.ShouldContain("not both");
    }

    [Fact]
    public async Task Only_a_published_post_with_a_poll_has_a_standing()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var account = await studio.Account(workspace, "nora.bakes", InstagramLogin.Instagram);
        var post = await Make(owner, new { accountId = account, caption = "Which?", options = new { poll = new { options = new[] { "Rye", "Wheat" } } } });
        (await owner.GetAsync($"/api/v1/posts/{post}/poll", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await owner.GetStringAsync($"/plan/posts/{post}", Ct)).ShouldNotContain("poll-standing");
        await using (var db = studio.Database.Open(workspace))
        {
            var now = studio.Clock.GetUtcNow();
            (await db.Set<Post>().SingleAsync(Ct)).Publish("17900000000000001", "https://www.instagram.com/p/abc/", now, now);
            await db.SaveChangesAsync(Ct);
        }

        (await owner.GetStringAsync($"/plan/posts/{post}", Ct)).ShouldContain("poll-standing");
        using var refused = await owner.GetAsync($"/api/v1/posts/{post}/poll", Ct);
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await refused.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("rule").GetString().ShouldBe("facebook-login-only");
    }

    private static async Task<Guid> Make(HttpClient owner, object body)
    {
        using var made = await owner.PostAsJsonAsync("/api/v1/posts", body, Ct);
        made.IsSuccessStatusCode.ShouldBeTrue(await made.Content.ReadAsStringAsync(Ct));
        return (await made.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid();
    }
}

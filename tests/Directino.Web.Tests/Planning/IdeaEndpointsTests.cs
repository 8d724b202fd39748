using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Directino.Accounts;
using Directino.Web.Tests.Studio;

namespace Directino.Web.Tests.Planning;

public sealed class IdeaEndpointsTests
{
    private const string Ideas = "/api/v1/ideas";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Programs_keep_ideas_find_them_and_make_drafts_of_them()
    {
        await using var studio = await WebStudio.Open();
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        var idea = await Told(await owner.PostAsJsonAsync(Ideas, new { title = "From above", text = "Folding", links = (string[])["https://example.test/a"] }, Ct), HttpStatusCode.Created);
        var address = $"{Ideas}/{idea.GetProperty("id").GetString()}";
        (await owner.GetFromJsonAsync<JsonElement>($"{Ideas}?q=fold", Ct)).GetProperty("items").GetArrayLength().ShouldBe(1);
        (await owner.GetFromJsonAsync<JsonElement>($"{Ideas}?q=rye", Ct)).GetProperty("items").GetArrayLength().ShouldBe(0);
        var changed = await Told(await owner.PutAsJsonAsync(address, new { title = "From above", text = "How we fold", version = 1 }, Ct));
        changed.GetProperty("version").GetInt32().ShouldBe(2);
        await Told(await owner.PutAsJsonAsync(address, new { title = "From below", version = 1 }, Ct), HttpStatusCode.Conflict);
        var wrong = await Told(await owner.PutAsJsonAsync(address, new { title = "From above", links = (string[])["javascript:alert(1)"] }, Ct), HttpStatusCode.BadRequest);
        wrong.GetProperty("errors").TryGetProperty("links", out _).ShouldBeTrue();
        var post = await Told(await owner.PostAsync($"{address}/post", null, Ct), HttpStatusCode.Created);
        post.GetProperty("caption").GetString().ShouldBe("How we fold");
        await Told(await owner.PostAsync($"{address}/post", null, Ct), HttpStatusCode.Conflict);
        (await owner.PutAsJsonAsync($"{address}/archive", new { isArchived = true }, Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await owner.GetFromJsonAsync<JsonElement>($"{Ideas}?archived=true", Ct)).GetProperty("items")[0].GetProperty("postId").GetString().ShouldBe(post.GetProperty("id").GetString());
        (await owner.DeleteAsync(address, Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task The_page_shows_ideas_to_everybody_and_lets_those_write_who_write_posts()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        using var viewer = await studio.As(Role.Viewer, workspace);
        (await owner.GetStringAsync("/plan/ideas", Ct)).ShouldContain("No ideas yet");
        await Told(await owner.PostAsJsonAsync(Ideas, new { title = "From <b>above</b>", links = (string[])["https://example.test/a"] }, Ct), HttpStatusCode.Created);
        var page = await viewer.GetStringAsync("/plan/ideas", Ct);
        page.ShouldContain("From &lt;b&gt;above&lt;/b&gt;");
        page.ShouldContain("href=\"https://example.test/a\"");
        page.ShouldNotContain("quick-idea");
        page.ShouldNotContain("make-draft");
        (await viewer.PostAsJsonAsync(Ideas, new { title = "Mine" }, Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await owner.GetStringAsync("/plan/ideas?q=below", Ct)).ShouldContain("No idea has these words");
    }

    private static async Task<JsonElement> Told(HttpResponseMessage answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        using (answer)
        {
            answer.StatusCode.ShouldBe(status, await answer.Content.ReadAsStringAsync(Ct));
            return await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        }
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Directino.Accounts;
using Directino.Web.Tests.Studio;

namespace Directino.Web.Tests.Planning;

public sealed class SnippetEndpointsTests
{
    private const string Snippets = "/api/v1/snippets";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Programs_save_words_and_fill_them_for_a_post()
    {
        await using var studio = await WebStudio.Open();
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        var text = await Made(await owner.PostAsJsonAsync(Snippets, new { kind = "Template", name = "Opening", text = "{first-line}: {weekday} {time}", language = "en-GB" }, Ct));
        var post = await Made(await owner.PostAsJsonAsync("/api/v1/posts", new { caption = "Buns", at = "2026-11-27T18:05:00Z" }, Ct));
        var address = $"{Snippets}/{text.GetProperty("id").GetString()}";
        (await owner.GetFromJsonAsync<JsonElement>($"{address}/text?post={post.GetProperty("id").GetString()}", Ct)).GetProperty("text").GetString().ShouldBe("Buns: Friday 18:05");
        var lacking = (await owner.GetFromJsonAsync<JsonElement>($"{address}/text", Ct)).GetProperty("lacking");
        lacking.EnumerateArray().Select(l => l.GetString()).ShouldBe(["{first-line}", "{weekday}", "{time}"]);

        using var changed = await owner.PutAsJsonAsync(address, new { kind = "Hashtags", name = "Bread", text = "rye bread", version = 1 }, Ct);
        (await changed.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("text").GetString().ShouldBe("#rye #bread");
        using var late = await owner.PutAsJsonAsync(address, new { kind = "Hashtags", name = "Bread", text = "rye", version = 1 }, Ct);
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await owner.DeleteAsync(address, Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await owner.GetFromJsonAsync<JsonElement>(Snippets, Ct)).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task An_unknown_variable_is_named_and_so_are_those_there_are()
    {
        await using var studio = await WebStudio.Open();
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        using var answer = await owner.PostAsJsonAsync(Snippets, new { kind = "Template", name = "Opening", text = "At {tiem}" }, Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var said = (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("errors").GetProperty("text")[0].GetString()!;
        said.ShouldContain("{tiem}");
        said.ShouldContain("{time}");
    }

    [Fact]
    public async Task Who_may_not_write_posts_reads_saved_words_only()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        using var viewer = await studio.As(Role.Viewer, workspace);
        (await owner.GetStringAsync("/plan/snippets", Ct)).ShouldContain("Write it once");
        await Made(await owner.PostAsJsonAsync(Snippets, new { kind = "Hashtags", name = "Bread", text = "rye" }, Ct));
        using var refused = await viewer.PostAsJsonAsync(Snippets, new { kind = "Hashtags", name = "More", text = "rye" }, Ct);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var page = await viewer.GetStringAsync("/plan/snippets", Ct);
        page.ShouldContain("#rye");
        page.ShouldNotContain("new-snippet");
    }

    private static async Task<JsonElement> Made(HttpResponseMessage answer)
    {
        using (answer)
            return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Ct);
    }
}

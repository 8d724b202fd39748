using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Directino.Accounts;
using Directino.Web.Tests.Studio;

namespace Directino.Web.Tests.Planning;

public sealed class VersionEndpointsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Programs_read_versions_and_bring_one_back_unless_the_post_changed_meanwhile()
    {
        await using var studio = await WebStudio.Open();
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        var post = await Changed(owner);
        var lines = await owner.GetFromJsonAsync<JsonElement>($"{post}/versions", Ct);
        lines.EnumerateArray().Select(l => l.GetProperty("number").GetInt32()).ShouldBe([2, 1]);
        lines[0].GetProperty("changed")[0].GetString().ShouldBe("Caption");
        (await owner.GetFromJsonAsync<JsonElement>($"{post}/versions/1", Ct)).GetProperty("caption").GetString().ShouldBe("Fresh buns");
        var version = (await owner.GetFromJsonAsync<JsonElement>(post, Ct)).GetProperty("version").GetInt32();
        using var late = await owner.PostAsJsonAsync($"{post}/versions/1/restoration", new { version = version - 1 }, Ct);
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using var back = await owner.PostAsJsonAsync($"{post}/versions/1/restoration", new { version }, Ct);
        (await back.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("caption").GetString().ShouldBe("Fresh buns");
        (await owner.GetFromJsonAsync<JsonElement>($"{post}/versions", Ct))[0].GetProperty("restoredFrom").GetInt32().ShouldBe(1);
        using var none = await owner.PostAsJsonAsync($"{post}/versions/9/restoration", new { }, Ct);
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_page_marks_what_changed_and_offers_to_bring_back_to_those_who_may_write()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        using var viewer = await studio.As(Role.Viewer, workspace);
        var page = (await Changed(owner)).Replace("/api/v1/posts/", "/plan/posts/", StringComparison.Ordinal) + "/versions";
        var newest = await owner.GetStringAsync(page, Ct);
        newest.ShouldContain("<span class=\"unseen\"");
        newest.ShouldContain("rolls</ins>");
        newest.ShouldContain("buns</del>");
        newest.ShouldNotContain("restore-version");
        (await owner.GetStringAsync($"{page}?version=1&against=now", Ct)).ShouldContain("restore-version");
        (await viewer.GetStringAsync($"{page}?version=1", Ct)).ShouldNotContain("restore-version");
    }

    /// <summary>The address of a post that was written twice.</summary>
    private static async Task<string> Changed(HttpClient owner)
    {
        using var made = await owner.PostAsJsonAsync("/api/v1/posts", new { caption = "Fresh buns" }, Ct);
        var post = $"/api/v1/posts/{(await made.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString()}";
        (await owner.PutAsJsonAsync(post, new { caption = "Fresh rolls" }, Ct)).EnsureSuccessStatusCode();
        return post;
    }
}

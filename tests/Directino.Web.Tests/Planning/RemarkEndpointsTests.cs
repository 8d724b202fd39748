using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Directino.Accounts;
using Directino.Web.Tests.Studio;

namespace Directino.Web.Tests.Planning;

public sealed partial class RemarkEndpointsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_remarks_answers_and_marks_as_done()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        using var viewer = await studio.As(Role.Viewer, workspace);
        var post = await ApprovalEndpointsTests.Draft(studio, workspace, owner);
        var media = (await owner.GetFromJsonAsync<JsonElement>($"/api/v1/posts/{post}", Ct)).GetProperty("items")[0].GetProperty("mediaId").GetString();
        var address = $"/api/v1/posts/{post}/remarks";
        using var wrong = await owner.PostAsJsonAsync(address, new { quote = "Rye", text = "x" }, Ct);
        (wrong.StatusCode, (await wrong.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("rules")[0].GetString()).ShouldBe((HttpStatusCode.BadRequest, "remark-quote-missing"));
        using var forbidden = await viewer.PostAsJsonAsync(address, new { text = "x" }, Ct);
        forbidden.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        using var left = await owner.PostAsJsonAsync(address, new { mediaId = media, x = 0.2, y = 0.4, text = "Crop here." }, Ct);
        var id = (await left.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString();
        (await owner.PostAsJsonAsync($"/api/v1/remarks/{id}/answers", new { text = "Done." }, Ct)).EnsureSuccessStatusCode();
        (await owner.PutAsync($"/api/v1/remarks/{id}/done", null, Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var remark = (await viewer.GetFromJsonAsync<JsonElement>(address, Ct))[0];
        (remark.GetProperty("x").GetDouble(), remark.GetProperty("text").GetString(), remark.GetProperty("answers")[0].GetProperty("text").GetString()).ShouldBe((0.2, "Crop here.", "Done."));
        remark.GetProperty("doneAt").ValueKind.ShouldBe(JsonValueKind.String);
        (await owner.GetStringAsync($"/plan/posts/{post}", Ct)).ShouldContain("Crop here.");
        (await owner.DeleteAsync($"/api/v1/remarks/{id}/done", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_client_remarks_by_a_plain_form_and_reads_the_answer()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var post = await ApprovalEndpointsTests.Draft(studio, workspace, owner);
        using var client = studio.Stranger();
        var link = await ClientPageTests.Link(owner, post);
        var page = await client.GetStringAsync(link, Ct);
        var media = Ground().Match(page).Groups[1].Value;

        var flawed = await (await Send(client, link, page, $"remark-{post}", ("Name", "Ana"), ("About", "Words"), ("Quote", "Rye"), ("Text", "Warmer?"))).Content.ReadAsStringAsync(Ct);
        flawed.ShouldContain("These words are not in the caption");
        flawed.ShouldContain("Warmer?");
        using (var sent = await Send(client, link, page, $"remark-{post}", ("Name", "Ana"), ("About", media), ("X", "0.25"), ("Y", "0.75"), ("Text", "Brighter, please.")))
            sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var remark = (await owner.GetFromJsonAsync<JsonElement>($"/api/v1/posts/{post}/remarks", Ct))[0];
        (remark.GetProperty("by").GetString(), remark.GetProperty("isClient").GetBoolean(), remark.GetProperty("x").GetDouble()).ShouldBe(("Ana", true, 0.25));
        WebUtility.HtmlDecode(await owner.GetStringAsync($"/plan/posts/{post}", Ct)).ShouldContain("client, by the link “Café Luna”");
        (await owner.PostAsJsonAsync($"/api/v1/remarks/{remark.GetProperty("id").GetString()}/answers", new { text = "It will be." }, Ct)).EnsureSuccessStatusCode();

        page = await client.GetStringAsync(link, Ct);
        page.ShouldContain("Brighter, please.");
        page.ShouldContain("It will be.");
        using var answered = await Send(client, link, page, $"answer-{remark.GetProperty("id").GetString()}", ("Name", "Ana"), ("Text", "Thank you."));
        answered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static Task<HttpResponseMessage> Send(HttpClient client, string link, string page, string form, params (string Name, string Value)[] fields) =>
        client.PostAsync(link, new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", Token().Match(page).Groups[1].Value), new("_handler", form),
            .. fields.Select(f => new KeyValuePair<string, string>($"Input.{f.Name}", f.Value)),
        ]), Ct);

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)")]
    private static partial Regex Token();

    [GeneratedRegex("data-ground=\"([^\"]+)")]
    private static partial Regex Ground();
}

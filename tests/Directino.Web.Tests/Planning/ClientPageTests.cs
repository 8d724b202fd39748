using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Directino.Accounts;
using Directino.Web.Tests.Studio;

namespace Directino.Web.Tests.Planning;

/// <summary>A client approves by a link, without an account and without a circuit.</summary>
public sealed partial class ClientPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_without_an_account_sees_the_posts_of_the_link_wants_changes_and_approves()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var post = await ApprovalEndpointsTests.Draft(studio, workspace, owner);
        using var client = studio.Stranger();
        var link = await Link(owner, post);

        var page = await client.GetStringAsync(link, Ct);
        page.ShouldContain("Buns");
        page.ShouldContain("@nora.bakes");
        var picture = WebUtility.HtmlDecode(Picture().Match(page).Groups[1].Value);
        using (var shown = await client.GetAsync(picture, Ct))
            shown.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");

        var noName = await (await Send(client, link, page, "ChangesAsked", "", "Shorter, please.")).Content.ReadAsStringAsync(Ct);
        noName.ShouldContain("Say who you are");
        noName.ShouldContain("Shorter, please.");
        using (var sent = await Send(client, link, page, "ChangesAsked", "Ana", "Shorter, please."))
            sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var approval = $"/api/v1/posts/{post}/approval";
        (await owner.GetFromJsonAsync<JsonElement>(approval, Ct)).GetProperty("state").GetString().ShouldBe("ChangesAsked");
        (await client.GetStringAsync(link, Ct)).ShouldNotContain("client-approve");

        (await owner.PostAsJsonAsync($"{approval}/request", new { }, Ct)).EnsureSuccessStatusCode();
        page = await client.GetStringAsync(link, Ct);
        page.ShouldContain("value=\"Ana\"");
        using (var sent = await Send(client, link, page, "Approved", "Ana", ""))
            sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await owner.GetFromJsonAsync<JsonElement>(approval, Ct)).GetProperty("state").GetString().ShouldBe("Approved");
    }

    [Fact]
    public async Task A_link_that_is_over_withdrawn_or_made_up_shows_nothing()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var post = await ApprovalEndpointsTests.Draft(studio, workspace, owner);
        using var client = studio.Stranger();
        var link = await Link(owner, post);
        var page = await client.GetStringAsync(link, Ct);
        var picture = WebUtility.HtmlDecode(Picture().Match(page).Groups[1].Value);
        var id = (await owner.GetFromJsonAsync<JsonElement>("/api/v1/client-links", Ct))[0].GetProperty("id").GetString();
        (await owner.GetStringAsync("/plan/client-links", Ct)).ShouldContain("data-testid=\"client-link-row\"");
        (await owner.DeleteAsync($"/api/v1/client-links/{id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        foreach (var dead in (string[])[link, "/approve", "/approve?link=guessed"])
        {
            var told = await client.GetStringAsync(dead, Ct);
            told.ShouldContain("leads nowhere");
            told.ShouldNotContain("Buns");
        }

        (await client.GetAsync(picture, Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var sent = await Send(client, link, page, "Approved", "Ana", "");
        sent.StatusCode.ShouldNotBe(HttpStatusCode.Redirect);
        (await owner.GetFromJsonAsync<JsonElement>($"/api/v1/posts/{post}/approval", Ct)).GetProperty("state").GetString().ShouldBe("Waiting");
    }

    [Fact]
    public async Task The_address_is_told_once_and_to_those_who_may_schedule()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        using var viewer = await studio.As(Role.Viewer, workspace);
        var post = await ApprovalEndpointsTests.Draft(studio, workspace, owner);
        await Link(owner, post);
        (await owner.GetFromJsonAsync<JsonElement>("/api/v1/client-links", Ct))[0].GetProperty("address").ValueKind.ShouldBe(JsonValueKind.Null);
        (await viewer.GetAsync("/api/v1/client-links", Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var wrong = await owner.PostAsJsonAsync("/api/v1/client-links", new { name = "", postIds = (string[])[post] }, Ct);
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    internal static async Task<string> Link(HttpClient owner, string post)
    {
        (await owner.PutAsJsonAsync("/api/v1/approval-rule", new { kind = "Client" }, Ct)).EnsureSuccessStatusCode();
        using var made = await owner.PostAsJsonAsync("/api/v1/client-links", new { name = "Café Luna", postIds = (string[])[post] }, Ct);
        var answer = await made.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Ct);
        return new Uri(answer.GetProperty("address").GetString()!).PathAndQuery;
    }

    private static Task<HttpResponseMessage> Send(HttpClient client, string link, string page, string decision, string name, string sentence) =>
        client.PostAsync(link, new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", Hidden(page, "__RequestVerificationToken")), new("_handler", Hidden(page, "_handler")), new("Input.Edition", Hidden(page, "Input.Edition")),
            new("Input.Name", name), new("Input.Sentence", sentence), new("Input.Decision", decision),
        ]), Ct);

    private static string Hidden(string page, string name) => Regex.Match(page, $"name=\"{Regex.Escape(name)}\" value=\"([^\"]+)").Groups[1].Value;

    [GeneratedRegex("<img[^>]+src=\"(/approve/media/[^\"]+)")]
    private static partial Regex Picture();
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Directino.Accounts;
using Directino.Web.Tests.Studio;

namespace Directino.Web.Tests.Planning;

public sealed class CampaignEndpointsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Programs_plan_by_campaigns_and_every_view_of_the_plan_shows_them()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        using var viewer = await studio.As(Role.Viewer, workspace);
        using var made = await owner.PostAsJsonAsync("/api/v1/campaigns", new { name = "Spring menu", brief = "Two dishes a week.", color = "Rose", first = "2026-12-14", last = "2026-12-20" }, Ct);
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString();
        using var forbidden = await viewer.PostAsJsonAsync("/api/v1/campaigns", new { name = "Mine" }, Ct);
        forbidden.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var post = (await Sent(await owner.PostAsJsonAsync("/api/v1/posts", new { caption = "Asparagus", at = "2026-12-15T10:00:00Z" }, Ct))).GetProperty("id").GetString();
        var other = (await Sent(await owner.PostAsJsonAsync("/api/v1/posts", new { caption = "Rye", at = "2026-12-15T11:00:00Z" }, Ct))).GetProperty("id").GetString();
        (await Sent(await owner.PutAsJsonAsync($"/api/v1/posts/{post}/campaign", new { campaignId = id }, Ct))).GetProperty("campaignId").GetString().ShouldBe(id);
        foreach (var list in (string[])["/api/v1/calendar?from=2026-12-15&until=2026-12-16&campaign=", "/api/v1/posts?campaign="])
        {
            var answer = await owner.GetFromJsonAsync<JsonElement>(list + id, Ct);
            var items = answer.ValueKind == JsonValueKind.Array ? answer : answer.GetProperty("items");
            (items.GetArrayLength(), items[0].GetProperty("id").GetString()).ShouldBe((1, post), list);
        }

        (await owner.GetStringAsync($"/api/v1/posts.csv?campaign={id}", Ct)).ShouldSatisfyAllConditions(f => f.ShouldContain("Asparagus"), f => f.ShouldContain("Spring menu"), f => f.ShouldNotContain("Rye"));
        foreach (var view in (string[])["month", "week", "day"])
        {
            (await viewer.GetStringAsync($"/plan?view={view}&date=2026-12-15", Ct)).ShouldContain("data-testid=\"campaign-bands\"", Case.Sensitive, view);
            (await viewer.GetStringAsync($"/plan?view={view}&date=2026-12-15&notes=off", Ct)).ShouldNotContain("campaign-bands", Case.Sensitive, view);
        }

        (await viewer.GetStringAsync($"/plan?view=list&date=2026-12-15&campaign={id}", Ct)).ShouldSatisfyAllConditions(
            p => p.ShouldContain("Asparagus"), p => p.ShouldContain("data-testid=\"campaign-mark\""), p => p.ShouldNotContain("Rye"));
        (await owner.GetStringAsync($"/plan/posts/{other}", Ct)).ShouldContain("data-testid=\"post-campaign\"");
        var line = (await viewer.GetFromJsonAsync<JsonElement>("/api/v1/campaigns", Ct))[0];
        (line.GetProperty("posts").GetProperty("Draft").GetInt32(), line.GetProperty("campaign").GetProperty("brief").GetString()).ShouldBe((1, "Two dishes a week."));
        (await viewer.GetStringAsync("/plan/campaigns", Ct)).ShouldSatisfyAllConditions(p => p.ShouldContain("Two dishes a week."), p => p.ShouldNotContain("remove-campaign"));

        (await Sent(await owner.PutAsJsonAsync($"/api/v1/posts/{post}/campaign", new { }, Ct))).GetProperty("campaignId").ValueKind.ShouldBe(JsonValueKind.Null);
        (await owner.DeleteAsync($"/api/v1/campaigns/{id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await owner.DeleteAsync($"/api/v1/campaigns/{id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var gone = await owner.PutAsJsonAsync($"/api/v1/posts/{post}/campaign", new { campaignId = id }, Ct);
        gone.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await gone.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("rule").GetString().ShouldBe("campaign-missing");
    }

    [Fact]
    public async Task A_post_is_made_in_its_campaign_and_with_its_labels_and_the_plan_of_a_campaign_begins_posts_of_it()
    {
        await using var studio = await WebStudio.Open();
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        var campaign = (await Sent(await owner.PostAsJsonAsync("/api/v1/campaigns", new { name = "Spring menu" }, Ct))).GetProperty("id").GetString();
        var label = (await Sent(await owner.PostAsJsonAsync("/api/v1/labels", new { name = "Vegetables" }, Ct))).GetProperty("id").GetString();
        var post = await Sent(await owner.PostAsJsonAsync("/api/v1/posts", new { caption = "Asparagus", labelIds = (string?[])[label], campaignId = campaign }, Ct));
        (post.GetProperty("campaignId").GetString(), post.GetProperty("labelIds")[0].GetString()).ShouldBe((campaign, label));
        using var nowhere = await owner.PostAsJsonAsync("/api/v1/posts", new { caption = "Asparagus", campaignId = label }, Ct);
        nowhere.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await nowhere.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("rule").GetString().ShouldBe("campaign-missing");

        foreach (var view in (string[])["month", "week", "day"])
            (await owner.GetStringAsync($"/plan?view={view}&date=2026-12-15&campaign={campaign}&label={label}", Ct)).ShouldContain($"/plan/posts/new?date=2026-12-15{(view == "day" ? "T09:00" : "")}&amp;label={label}&amp;campaign={campaign}", Case.Sensitive, view);
        (await owner.GetStringAsync($"/plan/posts/new?label={label}&campaign={campaign}", Ct)).ShouldSatisfyAllConditions(
            p => p.ShouldContain($"<option value=\"{campaign}\" selected"), p => p.ShouldMatch("aria-pressed=\"true\"[^>]*>[^V]*Vegetables"));
        // What the address names and nobody has is left out.
        (await owner.GetStringAsync($"/plan/posts/new?label={campaign}&campaign=nonsense", Ct)).ShouldSatisfyAllConditions(p => p.ShouldContain("choose-campaign"), p => p.ShouldNotContain("selected>Spring menu"));
    }

    [Theory]
    [InlineData("name", "A campaign needs a name.", "", null, null)]
    [InlineData("last", "Give both the first and the last day, or neither.", "Spring", "2026-12-14", null)]
    [InlineData("last", "The last day is before the first. Choose a later one.", "Spring", "2026-12-14", "2026-12-13")]
    public async Task A_refusal_stands_beside_the_field_it_is_about(string field, string sentence, string name, string? first, string? last)
    {
        await using var studio = await WebStudio.Open();
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        using var refused = await owner.PostAsJsonAsync("/api/v1/campaigns", new { name, first, last }, Ct);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("errors").GetProperty(field)[0].GetString().ShouldBe(sentence);
    }

    [Fact]
    public async Task Whoever_changes_what_somebody_changed_meanwhile_is_told_so()
    {
        await using var studio = await WebStudio.Open();
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        var id = (await Sent(await owner.PostAsJsonAsync("/api/v1/campaigns", new { name = "Spring" }, Ct))).GetProperty("id").GetString();
        (await Sent(await owner.PutAsJsonAsync($"/api/v1/campaigns/{id}", new { name = "Spring menu", version = 1 }, Ct))).GetProperty("version").GetInt32().ShouldBe(2);
        using var late = await owner.PutAsJsonAsync($"/api/v1/campaigns/{id}", new { name = "Summer", version = 1 }, Ct);
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await owner.GetFromJsonAsync<JsonElement>($"/api/v1/campaigns/{id}", Ct)).GetProperty("name").GetString().ShouldBe("Spring menu");
    }

    private static async Task<JsonElement> Sent(HttpResponseMessage answer)
    {
        using (answer)
            return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Ct);
    }
}

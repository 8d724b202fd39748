using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Directino.Accounts;
using Directino.Web.Tests.Studio;

namespace Directino.Web.Tests.Planning;

public sealed class PlanFileEndpointsTests
{
    private const string File = "date;time;caption;labels\r\n2026-12-01;18:00;=Rye;\r\n;;An idea;\r\n03/04/2027;18:00;Buns;Nowhere\r\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Programs_look_first_then_bring_a_file_in_once_and_take_the_plan_out()
    {
        await using var studio = await WebStudio.Open();
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        (await States(owner, "?dryRun=true")).ShouldBe(["Good", "Good", "Faulty"]);
        (await owner.GetFromJsonAsync<JsonElement>("/api/v1/posts", Ct)).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await States(owner, "")).ShouldBe(["Made", "Made", "Faulty"]);
        (await States(owner, "")).ShouldBe(["AlreadyThere", "AlreadyThere", "Faulty"]);
        var rows = await Send(owner, "?as=Scheduled&dryRun=true");
        var problems = rows[2].GetProperty("problems").EnumerateArray().Where(p => p.GetProperty("stops").GetBoolean()).Select(p => p.GetProperty("column").GetString());
        problems.ShouldBe(["date", "labels", "account", "media"], ignoreOrder: true);
        var plan = await owner.GetStringAsync("/api/v1/posts.csv", Ct);
        plan.ShouldContain("\"'=Rye\"");
        plan.ShouldContain("An idea");
        (await owner.GetStringAsync("/api/v1/posts.csv?from=2026-11-01T00:00:00Z&until=2026-12-31T00:00:00Z", Ct)).ShouldNotContain("An idea");
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused_with_a_sentence()
    {
        await using var studio = await WebStudio.Open();
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        using var workbook = new ByteArrayContent([(byte)'P', (byte)'K', 3, 4, 20]);
        using var answer = await owner.PostAsync("/api/v1/posts/import", workbook, Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Ct)).ShouldContain("This is a workbook");
    }

    [Fact]
    public async Task Another_workspace_gets_nothing_of_the_plan_and_a_sample_reads_as_a_file()
    {
        await using var studio = await WebStudio.Open();
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        using var neighbour = await studio.As(Role.Owner, await studio.OpenWorkspace("Next door"));
        await States(owner, "");
        (await neighbour.GetStringAsync("/api/v1/posts.csv", Ct)).ShouldNotContain("Rye");
        using var sample = new StringContent(await owner.GetStringAsync("/api/v1/posts/import/sample.csv", Ct));
        (await (await owner.PostAsync("/api/v1/posts/import?dryRun=true", sample, Ct)).Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("rows").GetArrayLength().ShouldBe(4);
        using var none = await owner.GetAsync("/api/v1/posts/import/rest.csv", Ct);
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string?[]> States(HttpClient owner, string query) => [.. (await Send(owner, query)).Select(r => r.GetProperty("state").GetString())];

    private static async Task<JsonElement[]> Send(HttpClient owner, string query)
    {
        using var content = new StringContent(File, Encoding.UTF8, "text/csv");
        using var answer = (await owner.PostAsync("/api/v1/posts/import" + query, content, Ct)).EnsureSuccessStatusCode();
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("rows").EnumerateArray()];
    }
}

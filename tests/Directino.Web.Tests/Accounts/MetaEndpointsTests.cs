using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Directino.Accounts;
using Directino.Instagram;
using Directino.Sandbox.Login;
using Directino.Web.Tests.Planning;
using Directino.Web.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Web.Tests.Accounts;

/// <summary>A person at the sandbox removes the app; what Meta would send goes over HTTP.</summary>
public sealed class MetaEndpointsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_who_removes_the_app_and_wants_their_data_deleted_reads_by_the_code_that_it_is()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        await studio.Account(workspace, "nora.bakes");
        await Meant(studio, "nora.bakes");
        using var stranger = studio.Stranger();
        var answers = await Remove(stranger, new { account = "nora.bakes", deleteData = true });
        answers.Select(a => a.GetProperty("status").GetInt32()).ShouldBe([200, 200]);
        using var answer = JsonDocument.Parse(answers[1].GetProperty("body").GetString()!);
        answer.RootElement.EnumerateObject().Select(p => p.Name).ShouldBe(["url", "confirmation_code"]);
        var (url, code) = (answer.RootElement.GetProperty("url").GetString()!, answer.RootElement.GetProperty("confirmation_code").GetString()!);
        url.ShouldEndWith($"/privacy/deletion/{code}");

        (await Page(stranger, code)).ShouldContain("data-state=\"UnderWay\"");
        await studio.Settle();
        var page = await Page(stranger, code);
        page.ShouldContain("data-state=\"Done\"");
        page.ShouldContain("profiles: ");
        page.ShouldNotContain("nora");
        (await Page(stranger, "0123456789abcdef01234567")).ShouldContain("data-state=\"Unknown\"");
        await using var db = studio.Database.Open(workspace);
        (await db.Set<ConnectedAccount>().AnyAsync(Ct)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_not_signed_is_refused()
    {
        await using var studio = await WebStudio.Open();
        using var stranger = studio.Stranger();
        (await Remove(stranger, new { account = "nora.bakes", deleteData = true, fault = nameof(RemovalFault.WrongSecret) }))
            .Select(a => a.GetProperty("status").GetInt32()).ShouldBe([400, 400]);
        foreach (var path in new[] { "/meta/deauthorize", "/meta/data-deletion" })
        {
            using var empty = new FormUrlEncodedContent([]);
            using var answer = await stranger.PostAsync(path, empty, Ct);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }
    }

    /// <summary>The account of a test is known by the sandbox's ids.</summary>
    private static async Task Meant(WebStudio studio, string username)
    {
        var id = studio.Get<Directino.Sandbox.Journal.World>().Read(s => s.AccountNamed(username)!.AppScopedId);
        await using var db = studio.Database.OpenEverywhere();
        await db.Set<ConnectedAccount>().ExecuteUpdateAsync(s => s.SetProperty(a => a.AppScopedId, id), Ct);
    }

    private static async Task<List<JsonElement>> Remove(HttpClient client, object act)
    {
        using var answer = await client.PostAsJsonAsync("/sandbox/acts/remove-app", act, Ct);
        answer.EnsureSuccessStatusCode();
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).EnumerateArray()];
    }

    private static async Task<string> Page(HttpClient client, string code) => await client.GetStringAsync($"/privacy/deletion/{code}", Ct);
}

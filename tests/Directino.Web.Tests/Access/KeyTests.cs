using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Directino.Accounts;
using Directino.Accounts.Keys;
using Directino.Persistence;
using Directino.Web.Tests.Studio;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;

namespace Directino.Web.Tests.Access;

/// <summary>How programs use the REST API: with a key of a member's.</summary>
public sealed class KeyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_reads_and_writes_with_a_key_alone_in_the_workspace_of_the_key()
    {
        await using var studio = await WebStudio.Open();
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        using var program = await Program(studio, owner, "Editor");
        (await program.PostAsJsonAsync("/api/v1/posts", new { caption = "Rye" }, Ct)).StatusCode.ShouldBe(HttpStatusCode.Created);
        var me = await program.GetFromJsonAsync<JsonElement>("/api/v1/me", Ct);
        (me.GetProperty("role").GetString(), me.GetProperty("workspace").GetProperty("name").GetString()).ShouldBe(("Editor", "Nora's"));
        me.GetProperty("permissions").EnumerateArray().Select(p => p.GetString()).ShouldNotContain("ManageMembers");
        (await owner.GetStringAsync("/api/v1/keys", Ct)).ShouldNotContain(program.DefaultRequestHeaders.Authorization!.Parameter!);
    }

    [Fact]
    public async Task The_bearer_decides_whatever_cookie_comes_with_it()
    {
        await using var studio = await WebStudio.Open();
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        using var neighbour = await studio.As(Role.Owner, await studio.OpenWorkspace("Next door"));
        using var program = await Program(studio, owner, "Viewer");
        neighbour.DefaultRequestHeaders.Authorization = program.DefaultRequestHeaders.Authorization;
        (await neighbour.GetStringAsync("/api/v1/me", Ct)).ShouldContain("Nora");
        neighbour.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "dk_nothing");
        (await neighbour.GetAsync("/api/v1/me", Ct)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task On_pages_a_key_does_nothing()
    {
        await using var studio = await WebStudio.Open();
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        using var program = await Program(studio, owner, "Owner");
        foreach (var page in (string[])["/plan", "/settings/keys", "/_blazor/negotiate"])
        {
            using var answer = await program.GetAsync(page, Ct);
            (page, answer.IsSuccessStatusCode).ShouldBe((page, false));
        }
    }

    [Fact]
    public async Task A_wrong_revoked_or_ended_key_is_told_so_at_the_next_request()
    {
        await using var studio = await WebStudio.Open();
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        using var program = await Program(studio, owner, "Viewer");
        (await program.GetAsync("/api/v1/me", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var id = (await owner.GetFromJsonAsync<JsonElement>("/api/v1/keys", Ct))[0].GetProperty("id").GetString();
        (await owner.DeleteAsync($"/api/v1/keys/{id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var refused = await program.GetAsync("/api/v1/me", Ct);
        (refused.StatusCode, refused.Headers.WwwAuthenticate.ToString(), refused.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.Unauthorized, "Bearer", "application/problem+json"));
        (await refused.Content.ReadAsStringAsync(Ct)).ShouldContain("wrong, revoked or has ended");
        using var month = await Program(studio, owner, "Viewer", days: 30);
        studio.Clock.Advance(TimeSpan.FromDays(30));
        (await month.GetAsync("/api/v1/me", Ct)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_key_loses_what_its_member_loses_and_a_refusal_names_the_permission()
    {
        await using var studio = await WebStudio.Open();
        using var editor = await studio.As(Role.Editor, await studio.OpenWorkspace());
        using var program = await Program(studio, editor, "Editor");
        (await program.GetAsync("/api/v1/conversations", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await using (var db = studio.Database.OpenEverywhere())
            await db.Set<Membership>().ExecuteUpdateAsync(s => s.SetProperty(m => m.Role, Role.Analyst), Ct);
        studio.Clock.Advance(TimeSpan.FromSeconds(10));
        studio.Get<Microsoft.Extensions.Caching.Memory.IMemoryCache>().ShouldBeOfType<Microsoft.Extensions.Caching.Memory.MemoryCache>().Clear();
        using var refused = await program.GetAsync("/api/v1/conversations", Ct);
        (refused.StatusCode, refused.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.Forbidden, "application/problem+json"));
        (await refused.Content.ReadAsStringAsync(Ct)).ShouldContain("lacks the permission SeeInbox");
    }

    [Fact]
    public async Task Too_many_requests_are_told_when_to_try_again()
    {
        await using var studio = await WebStudio.Open();
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        using var program = await Program(studio, owner, "Viewer");
        using var second = await Program(studio, owner, "Viewer");
        studio.Get<IOptions<Web.Access.AccessOptions>>().Value.RequestsPerKey = 3;
        for (var i = 0; i < 3; i++)
            (await program.GetAsync("/api/v1/me", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var slow = await program.GetAsync("/api/v1/me", Ct);
        (slow.StatusCode, slow.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.TooManyRequests, "application/problem+json"));
        slow.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        (await second.GetAsync("/api/v1/me", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_guesses_is_slowed_down_and_a_good_key_of_the_same_address_is_not()
    {
        await using var studio = await WebStudio.Open();
        studio.Get<IOptions<Web.Access.AccessOptions>>().Value.TriesPerMinute = 2;
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        using var program = await Program(studio, owner, "Viewer");
        (await program.GetAsync("/api/v1/me", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var guesser = studio.Stranger();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
        {
            guesser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", KeyBook.Prefix + Secret.New());
            answers.Add((await guesser.GetAsync("/api/v1/me", Ct)).StatusCode);
        }

        answers.ShouldBe([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests]);
        (await program.GetAsync("/api/v1/me", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Members_see_their_own_keys_and_admins_revoke_everybodys()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var admin = await studio.As(Role.Admin, workspace);
        using var viewer = await studio.As(Role.Viewer, workspace);
        using var program = await Program(studio, admin, "Viewer");
        using var mine = await Program(studio, viewer, "Viewer");
        (await viewer.GetFromJsonAsync<JsonElement>("/api/v1/keys", Ct)).GetArrayLength().ShouldBe(1);
        var all = await admin.GetFromJsonAsync<JsonElement>("/api/v1/keys", Ct);
        all.GetArrayLength().ShouldBe(2);
        var foreign = all.EnumerateArray().Single(k => k.GetProperty("maker").GetString() == "Admin").GetProperty("id").GetString();
        (await viewer.DeleteAsync($"/api/v1/keys/{foreign}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreach (var key in all.EnumerateArray())
            (await admin.DeleteAsync($"/api/v1/keys/{key.GetProperty("id").GetString()}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await mine.GetAsync("/api/v1/me", Ct)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var high = await viewer.PostAsJsonAsync("/api/v1/keys", new { name = "Till", role = "Editor" }, Ct);
        (high.StatusCode, (await high.Content.ReadAsStringAsync(Ct)).Contains("own role", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, true));
    }

    [Fact]
    public async Task No_line_of_the_log_holds_a_key_however_much_is_told()
    {
        await using var studio = await WebStudio.Open(more: s => s.AddLogging(l => l.AddFakeLogging().AddFilter<FakeLoggerProvider>((_, _) => true)));
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        using var program = await Program(studio, owner, "Editor");
        using var guesser = studio.Stranger();
        guesser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", KeyBook.Prefix + Secret.New());
        (await program.PostAsJsonAsync("/api/v1/posts", new { caption = "Rye" }, Ct)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await program.PostAsJsonAsync("/api/v1/posts", new { caption = "Rye", accountId = "nobody's" }, Ct)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await program.GetAsync("/api/v1/members", Ct)).StatusCode.ShouldNotBe(HttpStatusCode.Unauthorized);
        (await guesser.GetAsync("/api/v1/me", Ct)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        var said = studio.Services.GetFakeLogCollector().GetSnapshot()
            .SelectMany(l => (IEnumerable<string?>)[l.Message, l.Exception?.ToString(), .. l.StructuredState?.Select(s => s.Value) ?? [], .. l.Scopes.Select(s => s?.ToString())])
            .OfType<string>().ToList();
        said.ShouldContain(l => l.Contains("/api/v1/posts", StringComparison.Ordinal));
        foreach (var client in (HttpClient[])[program, guesser])
            said.Where(l => l.Contains(client.DefaultRequestHeaders.Authorization!.Parameter![KeyBook.Prefix.Length..], StringComparison.Ordinal)).ShouldBeEmpty();
    }

    internal static async Task<HttpClient> Program(WebStudio studio, HttpClient member, string role, int days = 90)
    {
        using var made = (await member.PostAsJsonAsync("/api/v1/keys", new { name = "Till", role, days }, Ct)).EnsureSuccessStatusCode();
        var program = studio.Stranger();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await made.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("key").GetString());
        return program;
    }
}

using System.Data.Common;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Directino.Accounts;
using Directino.Idempotency;
using Directino.Labels;
using Directino.Web.Tests.Studio;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Web.Tests.Idempotency;

/// <summary>Requests that are sent again with the same Idempotency-Key.</summary>
public sealed class IdempotencyKeyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_sent_again_is_done_once_and_answered_the_same()
    {
        await using var studio = await WebStudio.Open(sandbox: false);
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        using var first = await Send(owner, "k-1", new { name = "Easter" });
        using var again = await Send(owner, "k-1", new { name = "Easter" });
        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        (again.StatusCode, again.Headers.Location, again.Content.Headers.ContentType?.ToString()).ShouldBe((first.StatusCode, first.Headers.Location, first.Content.Headers.ContentType?.ToString()));
        (await again.Content.ReadAsStringAsync(Ct)).ShouldBe(await first.Content.ReadAsStringAsync(Ct));
        (Replayed(first), Replayed(again)).ShouldBe((false, true));
        (await Labels(owner)).ShouldBe(1);
    }

    [Fact]
    public async Task Of_many_at_once_one_is_done_and_the_others_are_told_to_wait_or_get_its_answer()
    {
        await using var studio = await WebStudio.Open(sandbox: false);
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => Send(owner, "at-once", new { name = "Easter" }))));
        answers.Count(a => a.StatusCode == HttpStatusCode.Created && !Replayed(a)).ShouldBe(1);
        answers.Where(a => a.StatusCode != HttpStatusCode.Created).ShouldAllBe(a => a.StatusCode == HttpStatusCode.Conflict && a.Headers.RetryAfter != null);
        (await Labels(owner)).ShouldBe(1);
        foreach (var answer in answers)
            answer.Dispose();
    }

    [Fact]
    public async Task Another_request_with_the_key_is_refused()
    {
        await using var studio = await WebStudio.Open(sandbox: false);
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        using var first = await Send(owner, "k-1", new { name = "Easter" });
        using var other = await Send(owner, "k-1", new { name = "Advent" });
        using var elsewhere = await Send(owner, "k-1", new { name = "Easter" }, "/api/v1/snippets");
        await Refused(other, HttpStatusCode.UnprocessableEntity);
        await Refused(elsewhere, HttpStatusCode.UnprocessableEntity);
        (await Labels(owner)).ShouldBe(1);
    }

    [Fact]
    public async Task A_judgement_is_kept_and_a_refusal_of_the_caller_is_not()
    {
        await using var studio = await WebStudio.Open(sandbox: false);
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        using var reader = await studio.As(Role.Viewer, workspace);
        using var stranger = studio.Stranger();
        using var nameless = await Send(owner, "nameless", new { name = "" });
        using var again = await Send(owner, "nameless", new { name = "" });
        (nameless.StatusCode, again.StatusCode, Replayed(again)).ShouldBe((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, true));
        (await again.Content.ReadAsStringAsync(Ct)).ShouldBe(await nameless.Content.ReadAsStringAsync(Ct));
        using var forbidden = await Send(reader, "reader", new { name = "Easter" });
        using var unknown = await Send(stranger, "stranger", new { name = "Easter" });
        (forbidden.StatusCode, unknown.StatusCode).ShouldBe((HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized));
        (await Rows(studio)).ShouldBe(1);
    }

    [Fact]
    public async Task A_missing_thing_is_told_in_problem_details_again()
    {
        await using var studio = await WebStudio.Open(sandbox: false);
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        for (var time = 0; time < 2; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/v1/labels/0193a7c0-0000-7000-8000-000000000001") { Headers = { { "Idempotency-Key", "gone" } } };
            using var answer = await owner.SendAsync(request, Ct);
            (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, Replayed(answer)).ShouldBe((HttpStatusCode.NotFound, "application/problem+json", time == 1));
        }
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("caffè")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        await using var studio = await WebStudio.Open(sandbox: false);
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        await Refused(await Send(owner, key, new { name = "Easter" }), HttpStatusCode.BadRequest);
        await Refused(await Send(owner, new string('k', 256), new { name = "Easter" }), HttpStatusCode.BadRequest);
        (await Labels(owner)).ShouldBe(0);
    }

    [Fact]
    public async Task Neighbours_and_other_members_have_their_own_keys()
    {
        await using var studio = await WebStudio.Open(sandbox: false);
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        using var colleague = await studio.As(Role.Owner, workspace);
        using var neighbour = await studio.As(Role.Owner, await studio.OpenWorkspace("Next door"));
        using var first = await Send(owner, "k-1", new { name = "Easter" });
        using var theirs = await Send(neighbour, "k-1", new { name = "Easter" });
        using var other = await Send(colleague, "k-1", new { name = "Advent" });
        foreach (var answer in (HttpResponseMessage[])[first, theirs, other])
            (answer.StatusCode, Replayed(answer)).ShouldBe((HttpStatusCode.Created, false));
    }

    [Fact]
    public async Task Without_a_key_nothing_is_kept()
    {
        await using var studio = await WebStudio.Open(sandbox: false);
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        using var made = await owner.PostAsJsonAsync("/api/v1/labels", new { name = "Easter" }, Ct);
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await Rows(studio)).ShouldBe(0);
    }

    [Fact]
    public async Task A_secret_is_told_once_and_not_kept_for_the_next()
    {
        await using var studio = await WebStudio.Open(sandbox: false);
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        using var first = await Send(owner, "feed", new { }, "/api/v1/feeds");
        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        using var again = await Send(owner, "feed", new { }, "/api/v1/feeds");
        Replayed(again).ShouldBeTrue();
        await Refused(again, HttpStatusCode.Conflict);
        (await owner.GetFromJsonAsync<JsonElement>("/api/v1/feeds", Ct)).GetArrayLength().ShouldBe(1);
        await using var db = studio.Database.OpenEverywhere();
        (await db.Set<KeyedRequest>().SingleAsync(Ct)).Body.ShouldBeNull();
    }

    [Fact]
    public async Task A_picture_is_taken_in_whole_and_once()
    {
        await using var studio = await WebStudio.Open(sandbox: false);
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        var answers = new List<string>();
        for (var time = 0; time < 2; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/media?fileName=buns.jpg") { Content = new ByteArrayContent(Survival.Pictures.Plain()), Headers = { { "Idempotency-Key", "buns" } } };
            using var answer = await owner.SendAsync(request, Ct);
            answer.StatusCode.ShouldBe(HttpStatusCode.Created);
            answers.Add(await answer.Content.ReadAsStringAsync(Ct));
        }

        answers[1].ShouldBe(answers[0]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_failed_before_it_changed_anything_is_done_when_it_is_sent_again_and_what_failed_afterwards_is_not_done_twice(bool afterwards)
    {
        var failure = new Failure(afterwards);
        await using var studio = await WebStudio.Open(sandbox: false, more: s => s.AddSingleton<IInterceptor>(failure));
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        failure.IsDue = true;
        using (var first = await Send(owner, "k-1", new { name = "Easter" }))
            first.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        failure.IsDue.ShouldBeFalse();
        (await Labels(owner)).ShouldBe(afterwards ? 1 : 0);
        using var again = await Send(owner, "k-1", new { name = "Easter" });
        again.StatusCode.ShouldBe(afterwards ? HttpStatusCode.Conflict : HttpStatusCode.Created);
        again.Headers.RetryAfter.ShouldBeNull();
        if (afterwards)
            (await again.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain("not known");
        (await Labels(owner)).ShouldBe(1);
    }

    /// <summary>Fails once: where labels are looked at, or right after one was saved.</summary>
    private sealed class Failure(bool afterwards) : SaveChangesInterceptor, IDbCommandInterceptor
    {
        public bool IsDue { get; set; }

        public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (!afterwards && command.CommandText.Contains("FROM \"labels\"", StringComparison.Ordinal))
                Fail();
            return ValueTask.FromResult(result);
        }

        public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            if (afterwards && eventData.Context!.ChangeTracker.Entries<Label>().Any())
                Fail();
            return ValueTask.FromResult(result);
        }

        private void Fail()
        {
            if (!IsDue)
                return;
            IsDue = false;
            throw new InvalidOperationException("The line to the database is lost.");
        }
    }

    private static async Task<HttpResponseMessage> Send(HttpClient client, string key, object body, string path = "/api/v1/labels")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key).ShouldBeTrue();
        return await client.SendAsync(request, Ct);
    }

    private static bool Replayed(HttpResponseMessage answer) => answer.Headers.TryGetValues("Idempotency-Replayed", out var values) && values.Single() == "true";

    private static async Task Refused(HttpResponseMessage answer, HttpStatusCode status)
    {
        (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType).ShouldBe((status, "application/problem+json"));
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        answer.Dispose();
    }

    private static async Task<int> Labels(HttpClient client) => (await client.GetFromJsonAsync<JsonElement>("/api/v1/labels", Ct)).GetArrayLength();

    private static async Task<int> Rows(WebStudio studio)
    {
        await using var db = studio.Database.OpenEverywhere();
        return await db.Set<KeyedRequest>().CountAsync(Ct);
    }
}

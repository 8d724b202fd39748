using System.Net;
using System.Text.Json;
using Directino.Accounts;
using Directino.Web.Tests.Conventions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace Directino.Web.Tests.Reference;

/// <summary>What the document says of every endpoint, and that it is as it was reviewed: run with <c>UPDATE_APPROVED=1</c> to write it anew, then read the difference.</summary>
public sealed class ApiDocumentTests(ProgramFixture program) : IClassFixture<ProgramFixture>
{
    private const string Approved = "tests/Directino.Web.Tests/Approved/openapi-v1.json";
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_as_reviewed()
    {
        var now = JsonSerializer.Serialize(JsonDocument.Parse(await Json()), Readable) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
            await File.WriteAllTextAsync(Path.Combine(Repository.Root, Approved), now, Ct);
        var (reviewed, said) = (Repository.Read(Approved).Split('\n'), now.Split('\n'));
        said.Except(reviewed).Concat(reviewed.Except(said)).Take(20).ShouldBeEmpty($"{Approved} says otherwise: run with UPDATE_APPROVED=1 and read the difference");
        said.ShouldBe(reviewed);
    }

    [Fact]
    public async Task It_is_valid_and_of_version_3_1()
    {
        var json = await Json();
        var read = OpenApiDocument.Parse(json, "json");
        read.Diagnostic!.Errors.ShouldBeEmpty();
        read.Diagnostic.Warnings.ShouldBeEmpty();
        read.Diagnostic.SpecificationVersion.ShouldBe(OpenApiSpecVersion.OpenApi3_1);
        read.Document!.Servers!.Single().Url.ShouldBe("http://localhost");
    }

    [Fact]
    public async Task Every_endpoint_of_the_api_is_in_it_and_no_other()
    {
        var here = program.Endpoints.Where(e => Route(e).StartsWith("/api/v1/", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Select(m => $"{m} {Route(e)}"));
        var told = (await Operations()).Select(o => $"{o.Method} {o.Path}");
        told.Order(StringComparer.Ordinal).ShouldBe(here.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_operation_has_a_name_of_its_own_a_tag_and_a_sentence()
    {
        var operations = await Operations();
        operations.ShouldNotBeEmpty();
        operations.GroupBy(o => o.Operation.OperationId).Where(g => string.IsNullOrEmpty(g.Key) || g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
        operations.Where(o => o.Operation.Tags is not { Count: 1 }).Select(o => o.Operation.OperationId).ShouldBeEmpty();
        operations.Where(o => o.Operation.Summary is not [.., '.']).Select(o => o.Operation.OperationId).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_operation_says_what_it_answers_and_every_refusal_is_problem_details()
    {
        foreach (var (_, path, operation) in await Operations())
        {
            operation.Responses!.Keys.ShouldContain(s => s[0] == '2', $"{operation.OperationId} {path}");
            operation.Responses.Keys.ShouldBe(operation.Responses.Keys.Union(["401", "403", "429"]), ignoreOrder: true);
            operation.Responses.Where(r => r.Key[0] == '4' && r.Value.Content?.Keys.SequenceEqual(["application/problem+json"]) != true).Select(r => $"{operation.OperationId} {r.Key}").ShouldBeEmpty();
            operation.Responses.Where(r => r.Key == "200" && path[^1] != '}' && r.Value.Content is not { Count: > 0 }).Select(r => operation.OperationId).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_refusal_without_words_is_problem_details_in_truth()
    {
        var workspace = await program.Studio.OpenWorkspace();
        using var owner = await program.Studio.As(Role.Owner, workspace);
        using var stranger = program.Studio.Stranger();
        foreach (var (client, path, status) in ((HttpClient, string, HttpStatusCode)[])[
            (owner, "/api/v1/posts/0193a7c0-0000-7000-8000-000000000001", HttpStatusCode.NotFound), (owner, "/api/v1/calendar", HttpStatusCode.BadRequest),
            (owner, "/api/v1/nothing", HttpStatusCode.NotFound), (stranger, "/api/v1/posts", HttpStatusCode.Unauthorized)])
        {
            using var answer = await client.GetAsync(path, Ct);
            (path, answer.StatusCode, answer.Content.Headers.ContentType?.MediaType).ShouldBe((path, status, "application/problem+json"));
        }
    }

    [Fact]
    public async Task It_is_not_sent_again_to_who_has_it()
    {
        using var stranger = program.Studio.Stranger();
        using var first = await stranger.GetAsync("/openapi/v1.json", Ct);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await stranger.SendAsync(again, Ct);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    private async Task<string> Json()
    {
        using var stranger = program.Studio.Stranger();
        return await stranger.GetStringAsync("/openapi/v1.json", Ct);
    }

    private async Task<List<(string Method, string Path, OpenApiOperation Operation)>> Operations() =>
        [.. OpenApiDocument.Parse(await Json(), "json").Document!.Paths.SelectMany(p => p.Value.Operations!.Select(o => (o.Key.Method, p.Key, o.Value)))];

    private static string Route(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');
}

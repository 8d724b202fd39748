using System.Net;
using System.Text;
using Directino.Accounts;
using Directino.Web.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Directino.Web.Tests.Conventions;

/// <summary>Who may enter where, for every endpoint and page there is, by the one table.</summary>
public sealed class AccessTests(ProgramFixture program) : IClassFixture<ProgramFixture>
{
    /// <summary>What strangers may reach, and why.</summary>
    private static readonly string[] Open =
    [
        "/health/live", "/health/ready", "/metrics", // whoever watches the service
        "/webhooks/instagram/", // signed by Meta
        "/meta/deauthorize", "/meta/data-deletion", "/privacy/deletion/{Code}", // signed by Meta; by code
        "/media/{*", "/media/{", "/media/reach", // signed and expiring; whether Instagram finds the way to them
        "/welcome", "/look-around", "/join", "/account/sign-in", "/account/sign-up", "/account/sign-out", "/account/forgot", "/account/reset", "/account/wait",
        "/account/language", "/account/theme", "/no-access", "/not-found", "/error", // the door
        "/privacy", "/privacy/policy", "/terms", // to be read before signing up
        "/openapi/", "/docs/api", "/docs/api/", // what the API is, not what is in it
        "/approve", "/approve/media/{id}", // approval by link
        "/calendar/{", // by the secret of a private calendar, which is its address
    ];

    /// <summary>Signed in is enough, whatever the role.</summary>
    private static readonly string[] AnyRole = ["/account/workspace", "/account/workspaces"];

    /// <summary>What no key can do, and why.</summary>
    private static readonly string[] ForPeople =
    [
        "GET /api/v1/keys", "POST /api/v1/keys", "DELETE /api/v1/keys/{id}", // keys make no keys and know of none
        "PUT /api/v1/members/{person}/role", "DELETE /api/v1/members/{person}", "POST /api/v1/invitations", "DELETE /api/v1/invitations/{id}", // a lost key must not change who belongs
        "POST /api/v1/feeds", "POST /api/v1/feeds/{id}/renew", // a secret that would outlive the key
        "DELETE /api/v1/accounts/{id}", // only a person can connect it again
    ];

    [Fact]
    public void Every_endpoint_and_page_declares_a_policy_or_is_open_on_purpose()
    {
        var flaws = Ours().Select(e => (Path: Path(e), Flaw: Flaw(e))).Where(f => f.Flaw is not null).Select(f => $"{f.Path}: {f.Flaw}").ToList();
        flaws.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_role_is_let_in_where_the_table_says_so_and_nowhere_else()
    {
        var wrong = new List<string>();
        foreach (var endpoint in Ours().Where(e => PermissionOf(e) is not null))
        {
            var permission = PermissionOf(endpoint)!.Value;
            foreach (var (role, browser) in program.Browsers)
            {
                using var answer = await Ask(browser, endpoint);
                if (answer.StatusCode == HttpStatusCode.InternalServerError)
                    wrong.Add($"{Method(endpoint)} {Path(endpoint)} as {role}: broke");
                var refused = IsRefused(answer);
                if (refused == role.Allows(permission))
                    wrong.Add($"{Method(endpoint)} {Path(endpoint)} as {role}: {(refused ? "refused" : "let in")}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stranger_is_let_in_nowhere_else()
    {
        using var stranger = program.Studio.Stranger();
        var wrong = new List<string>();
        foreach (var endpoint in Ours().Where(e => PermissionOf(e) is not null && Path(e) != "/"))
        {
            using var answer = await Ask(stranger, endpoint);
            if (answer.StatusCode != HttpStatusCode.Unauthorized && answer.Headers.Location?.OriginalString.Contains("/account/sign-in", StringComparison.Ordinal) != true)
                wrong.Add($"{Method(endpoint)} {Path(endpoint)}: {(int)answer.StatusCode}");
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_is_let_in_where_its_role_is_except_for_what_only_a_person_may()
    {
        var wrong = new List<string>();
        foreach (var endpoint in Ours().Where(e => PermissionOf(e) is not null && Path(e).StartsWith("/api/v1", StringComparison.Ordinal)))
        {
            foreach (var (role, caller) in program.Programs)
            {
                using var answer = await Ask(caller, endpoint);
                var may = role.Allows(PermissionOf(endpoint)!.Value) && endpoint.Metadata.GetMetadata<PersonOnly>() is null;
                if (IsRefused(answer) == may || answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests)
                    wrong.Add($"{Method(endpoint)} {Path(endpoint)} by a key as {role}: {(int)answer.StatusCode}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void What_only_a_person_may_is_on_the_list() =>
        Ours().Where(e => e.Metadata.GetMetadata<PersonOnly>() is not null).Select(e => $"{Method(e)} {Path(e).TrimEnd('/')}").ShouldBe(ForPeople, ignoreOrder: true);

    /// <summary>A browser sends no key on its own, so no endpoint there asks a program for the token of a form.</summary>
    [Fact]
    public void Programs_need_no_token_of_a_form() =>
        Ours().Where(e => Path(e).StartsWith("/api/v1", StringComparison.Ordinal) && e.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true })
            .Select(Path).ShouldBeEmpty();

    /// <summary>Files and the circuit's own routes are the framework's; what carries no decision there is closed by the fallback policy.</summary>
    private IEnumerable<RouteEndpoint> Ours() => program.Endpoints.Where(e =>
        !e.Metadata.Any(m => m.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal))
        && !Path(e).StartsWith("/_", StringComparison.Ordinal)
        && Path(e) != "/{**path:file}");

    private static string? Flaw(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return Open.Any(o => Path(endpoint) == o || (o[^1] is '/' or '{' or '*' && Path(endpoint).StartsWith(o, StringComparison.Ordinal))) ? null : "open to strangers, and not on the list";
        return PermissionOf(endpoint) is not null || AnyRole.Contains(Path(endpoint)) ? null : "declares no permission";
    }

    private static Permission? PermissionOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? null
        : endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => Enum.TryParse<Permission>(a.Policy, out var p) ? p : (Permission?)null).LastOrDefault(p => p is not null);

    private static bool IsRefused(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Forbidden || answer.Headers.Location?.OriginalString.Contains("/no-access", StringComparison.Ordinal) == true;

    /// <summary>With ids of nothing, so that whoever is let in changes nothing.</summary>
    private static async Task<HttpResponseMessage> Ask(HttpClient browser, RouteEndpoint endpoint)
    {
        var path = string.Join('/', endpoint.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => Value(parameter.Name),
            _ => "",
        }))));
        using var request = new HttpRequestMessage(new HttpMethod(Method(endpoint)), "/" + path);
        if (request.Method != HttpMethod.Get)
        {
            var isForm = endpoint.Metadata.GetOrderedMetadata<IAcceptsMetadata>().Any(a => a.ContentTypes.Any(t => t.Contains("form", StringComparison.Ordinal)));
            request.Content = isForm ? new FormUrlEncodedContent([new("nothing", "")]) : new StringContent("{}", Encoding.UTF8, "application/json");
        }

        return await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    private static string Value(string parameter) => parameter switch
    {
        "capability" => "Publish",
        _ => "0193a7c0-0000-7000-8000-000000000001",
    };

    private static string Method(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is [var first, ..] ? first : HttpMethods.Get;

    private static string Path(RouteEndpoint endpoint) => "/" + (endpoint.RoutePattern.RawText ?? "").TrimStart('/');
}

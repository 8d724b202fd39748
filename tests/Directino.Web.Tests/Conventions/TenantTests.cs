using System.Net;
using System.Net.Http.Json;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Directino.Web.Tests.Conventions;

/// <summary>Whoever has come to know ids of another workspace finds nothing under them, at every endpoint and on every page there is.</summary>
public sealed class TenantTests(OtherWorkspace other) : IClassFixture<OtherWorkspace>
{
    /// <summary>Right for every endpoint that takes one: nobody is turned away for what they sent instead of for what they asked for.</summary>
    private static readonly object Body = new
    {
        on = true, timeZone = "Europe/Lisbon", role = "Viewer", text = "Hello", altText = "Buns", caption = "Buns", crop = "ToSquare",
        account = Guid.CreateVersion7(), name = "Prices", first = "2026-12-14", keywords = (string[])["price"], publicTexts = (string[])["Sent."], privateText = "14 euros.", disclosure = "Automatic.",
    };

    /// <summary>The attempt of the demo is over, so there is nothing left to choose; and it is connected with Instagram's login, which has no polls, no shops and no catalogue of sounds.</summary>
    private static readonly string[] Elsewhere = ["/accounts/choose", "/poll", "/catalogs", "/audio"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_endpoint_and_page_about_a_thing_of_another_workspace_is_not_there()
    {
        var wrong = new List<string>();
        foreach (var (method, template, address) in About())
        {
            using var answer = await Ask(other.Neighbour, method, address);
            if (answer.StatusCode != HttpStatusCode.NotFound)
                wrong.Add($"{method} {template}: {(int)answer.StatusCode}");
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task To_its_own_people_each_of_them_is_there()
    {
        var wrong = new List<string>();
        foreach (var (method, template, address) in About().Where(a => a.Method == "GET" && !Elsewhere.Any(a.Template.Contains)))
        {
            using var answer = await Ask(other.Owner, method, address);
            if (!answer.IsSuccessStatusCode)
                wrong.Add($"{template}: {(int)answer.StatusCode}");
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Lists_and_pages_narrowed_to_an_account_of_another_workspace_tell_nothing_of_it()
    {
        var account = other.Address("/api/v1/accounts/{id}")!.Split('/')[^1];
        var wrong = new List<string>();
        foreach (var template in Routes().Where(r => r.Method == "GET" && !r.Template.Contains('{', StringComparison.Ordinal)).Select(r => r.Template).Distinct())
        {
            using var answer = await Ask(other.Neighbour, "GET", $"{template}?account={account}&from=2026-10-01T00:00:00Z&until=2026-12-01T00:00:00Z");
            var told = (await answer.Content.ReadAsStringAsync(Ct)).Replace(account, "", StringComparison.OrdinalIgnoreCase);
            if (other.Ids.FirstOrDefault(id => told.Contains(id, StringComparison.OrdinalIgnoreCase)) is { } id)
                wrong.Add($"{template}: tells of {id}");
            if (told.Contains("nora.bakes", StringComparison.Ordinal))
                wrong.Add($"{template}: tells the account's name");
        }

        wrong.ShouldBeEmpty();
    }

    private IEnumerable<(string Method, string Template, string Address)> About() =>
        from route in Routes()
        let address = other.Address(route.Template)
        where address is not null
        select (route.Method, route.Template, address);

    /// <summary>What asks for a permission: what anybody may reach is guarded by signatures and codes of its own.</summary>
    private IEnumerable<(string Method, string Template)> Routes() =>
        from endpoint in other.Studio.Endpoints()
        where endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null
        let template = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
        where !template.StartsWith("/_", StringComparison.Ordinal)
        select (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is [var first, ..] ? first : "GET", template);

    private static async Task<HttpResponseMessage> Ask(HttpClient browser, string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(address.StartsWith("/api/", StringComparison.Ordinal) ? "application/json" : "text/html"));
        if (method is "POST" or "PUT")
            request.Content = JsonContent.Create(Body);
        return await browser.SendAsync(request, Ct);
    }
}

using Microsoft.AspNetCore.WebUtilities;

namespace Directino.Web.Hosting;

/// <summary>Presses <em>Allow</em> on the sandbox's login page as a browser would: the same address, the same form.</summary>
internal sealed class SandboxConsent(IHttpClientFactory clients) : ISandboxConsent
{
    /// <summary>Name of the HTTP client; it does not follow the way back.</summary>
    public const string Http = "sandbox-consent";

    public bool IsThere => true;

    public IReadOnlyList<string> Accounts { get; } = ["nora.bakes", "studio.terra"];

    public async Task<(string State, string Code)> Allow(Uri authorizeUrl, string username, CancellationToken ct)
    {
        var scopes = QueryHelpers.ParseQuery(authorizeUrl.Query)["scope"].ToString().Split(',');
        using var form = new FormUrlEncodedContent(
            [new("decision", "allow"), new("account", username), .. scopes.Select(s => new KeyValuePair<string, string>("scope", s))]);
        using var http = clients.CreateClient(Http);
        using var answer = await http.PostAsync(authorizeUrl, form, ct);
        var back = answer.Headers.Location ?? throw new InvalidOperationException($"The sandbox did not send anybody back: {(int)answer.StatusCode}.");
        var query = QueryHelpers.ParseQuery(back.Query);
        return (query["state"].ToString(), query["code"].ToString());
    }
}

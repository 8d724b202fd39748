using Directino.Sandbox.Graph;

namespace Directino.Sandbox.Login;

/// <summary>What an app asked for when it sent the browser here, already checked.</summary>
internal sealed record ConsentRequest(ApiHost Host, string ClientId, string RedirectUri, string? State, IReadOnlyList<string> Scopes)
{
    /// <summary>Either the request, or the sentence that is shown instead of the page.</summary>
    public static (ConsentRequest? Request, string? Wrong) Read(HttpContext http, ApiHost host, SandboxOptions options)
    {
        string? Value(string name) => http.Request.Query[name].ToString() is { Length: > 0 } value ? value : null;
        var known = host == ApiHost.Instagram ? Login.Scopes.Instagram : Login.Scopes.Facebook;
        if (Value("client_id") is not { } client || client != (host == ApiHost.Instagram ? options.AppId : options.MetaAppId))
        {
            return (null, "Invalid platform app: client_id is not the id of this sandbox's app.");
        }
        if (Value("redirect_uri") is not { } redirect || !Uri.TryCreate(redirect, UriKind.Absolute, out _) || (options.RedirectUris.Count > 0 && !options.RedirectUris.Contains(redirect)))
        {
            return (null, "Invalid redirect_uri: it is not one of the registered addresses.");
        }
        if (host == ApiHost.Instagram && Value("response_type") != "code") return (null, "Invalid response_type: it must be code.");
        var asked = (Value("scope") ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        if (asked.FirstOrDefault(scope => !known.ContainsKey(scope)) is { } unknown) return (null, $"Invalid scopes: {unknown}.");
        if (host == ApiHost.Instagram && !asked.Contains(Login.Scopes.Basic)) return (null, $"Invalid scopes: {Login.Scopes.Basic} must be among them.");
        return (new(host, client, redirect, Value("state"), asked), null);
    }

    /// <summary>The way back with a code; the fragment is Meta's own litter and not part of the code.</summary>
    public string WithCode(string code) => Back(("code", code)) + (Host == ApiHost.Instagram ? "#_" : "#_=_");

    public string Denied() => Back(
        ("error", "access_denied"), ("error_reason", "user_denied"),
        ("error_description", Host == ApiHost.Instagram ? "The user denied your request" : "Permissions error."));

    private string Back(params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        var query = new List<string>();
        foreach (var (name, value) in parameters) query.Add($"{name}={Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal)}");
        if (State is not null) query.Add("state=" + Uri.EscapeDataString(State));
        return RedirectUri + (RedirectUri.Contains('?', StringComparison.Ordinal) ? '&' : '?') + string.Join('&', query);
    }
}

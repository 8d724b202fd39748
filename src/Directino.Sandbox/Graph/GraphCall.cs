using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Login;

namespace Directino.Sandbox.Graph;

/// <summary>One call: where it went, with which parameters (query, form or JSON body, which mean the same), by which token.</summary>
internal sealed class GraphCall
{
    private readonly Dictionary<string, JsonNode?> _parameters;
    private readonly SandboxOptions _options;

    private GraphCall(HttpContext http, ApiHost host, string prefix, World world, SandboxOptions options, Dictionary<string, JsonNode?> parameters)
    {
        Http = http;
        World = world;
        Host = host;
        Prefix = prefix;
        _options = options;
        _parameters = parameters;
        Bearer = BearerOf(http) ?? Text("access_token");
    }

    public HttpContext Http { get; }
    public World World { get; }
    public ApiHost Host { get; }

    /// <summary><c>/ig</c>, <c>/fb</c> or nothing: kept in the addresses that are handed out.</summary>
    public string Prefix { get; }
    public string? Bearer { get; }
    public string Version { get; set; } = "";
    public string Method => Http.Request.Method;
    public string RequestId { get; } = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8));
    public CancellationToken Cancelled => Http.RequestAborted;

    /// <summary>The object the path names; set before a handler runs.</summary>
    public GraphNode Node { get; set; } = GraphNode.None;

    /// <summary>The token, once it is known to be good.</summary>
    public AccessToken Token { get; set; } = null!;

    public IReadOnlyList<FieldSelection> Fields => FieldSelection.Parse(Text("fields"));
    public IEnumerable<string> ParameterNames => _parameters.Keys;

    public string BaseAddress => (_options.PublicUrl ?? $"{Http.Request.Scheme}://{Http.Request.Host}{Http.Request.PathBase}").TrimEnd('/');

    public static async Task<GraphCall> Read(HttpContext http, ApiHost? host, World world, SandboxOptions options)
    {
        var prefix = host switch { ApiHost.Instagram => "/ig", ApiHost.Facebook => "/fb", null => "" };
        var spoken = host ?? (http.Request.Host.Host.EndsWith("facebook.com", StringComparison.OrdinalIgnoreCase) ? ApiHost.Facebook : ApiHost.Instagram);
        var parameters = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var (name, value) in http.Request.Query) parameters[name] = value.ToString();
        var malformed = false;
        if (http.Request.HasFormContentType)
        {
            foreach (var (name, value) in await http.Request.ReadFormAsync(http.RequestAborted)) parameters[name] = value.ToString();
        }
        else if (http.Request.HasJsonContentType())
        {
            malformed = !await AddJson(http, parameters);
        }
        var call = new GraphCall(http, spoken, prefix, world, options, parameters);
        return malformed ? throw GraphErrors.Parameter(spoken, "(#100) The body is not a JSON object") : call;
    }

    /// <summary>A parameter as text; numbers and booleans of a JSON body become text too.</summary>
    public string? Text(string name) => _parameters.GetValueOrDefault(name) switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text.Length == 0 ? null : text,
        var node => node.ToJsonString(),
    };

    public string Needed(string name) => Text(name) ?? throw GraphErrors.Missing(Host, name);

    public bool? Flag(string name) => Text(name)?.ToLowerInvariant() switch
    {
        null => null,
        "true" or "1" => true,
        "false" or "0" => false,
        _ => throw GraphErrors.Parameter(Host, $"(#100) Param {name} must be a boolean"),
    };

    /// <summary>A structured parameter: JSON of the body, or JSON text of a form or query.</summary>
    public JsonNode? Json(string name)
    {
        var node = _parameters.GetValueOrDefault(name);
        if (node is not JsonValue value || !value.TryGetValue<string>(out var text)) return node?.DeepClone();
        if (text.Length == 0) return null;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            throw GraphErrors.Parameter(Host, $"(#100) Param {name} must be valid JSON");
        }
    }

    /// <summary>A list given as a JSON array, as JSON text, or separated by commas.</summary>
    public IReadOnlyList<string> List(string name)
    {
        if (Text(name) is not { } text) return [];
        if (text.TrimStart().StartsWith('[') && Json(name) is JsonArray array) return [.. array.Select(item => item?.ToString() ?? "")];
        return text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The address of this call with other parameters; as on the real platform it carries the token in clear.</summary>
    public string AddressWith(params ReadOnlySpan<(string Name, string Value)> changed)
    {
        var query = _parameters.Where(p => p.Key is not ("access_token" or "after" or "before" or "limit" or "since" or "until") && p.Value is not null)
            .ToDictionary(p => p.Key, p => p.Value!.ToString(), StringComparer.Ordinal);
        foreach (var (name, value) in changed) query[name] = value;
        query["access_token"] = Bearer ?? "";
        var address = new StringBuilder(BaseAddress).Append(Http.Request.Path.Value).Append('?');
        return address.AppendJoin('&', query.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}")).ToString();
    }

    public string FileAddress(string file) => $"{BaseAddress}/sandbox/files/{Uri.EscapeDataString(file)}";

    private static string? BearerOf(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return header[7..].Trim();
        return header.StartsWith("OAuth ", StringComparison.OrdinalIgnoreCase) ? header[6..].Trim() : null;
    }

    private static async Task<bool> AddJson(HttpContext http, Dictionary<string, JsonNode?> parameters)
    {
        try
        {
            if (await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted) is not JsonObject body) return false;
            foreach (var (name, value) in body.ToList())
            {
                body.Remove(name);
                parameters[name] = value;
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

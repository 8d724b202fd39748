using System.Globalization;
using System.Text.Json.Nodes;
using Directino.Sandbox.Faults;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Login;
using Microsoft.Extensions.Options;

namespace Directino.Sandbox.Graph;

/// <summary>The one door of both Graph hosts: finds the object and the call, lets a fault have its way, checks token and permission, answers.</summary>
internal sealed class GraphEndpoint(World world, IOptions<SandboxOptions> options, FaultyCall faulty, UsageMeter usage, TokenCheck tokens, IEnumerable<IGraphResource> resources)
{
    private readonly ILookup<(string, NodeKind, string), GraphRoute> _routes = resources.SelectMany(r => r.Routes).ToLookup(r => (r.Method, r.Node, r.Edge));

    public async Task Handle(HttpContext http, ApiHost? host, string path)
    {
        var requestId = "";
        try
        {
            var call = await GraphCall.Read(http, host, world, options.Value);
            requestId = call.RequestId;
            var (version, segments) = Split(path);
            call.Version = Served(version);
            http.Response.Headers["facebook-api-version"] = call.Version;
            http.Response.Headers["x-fb-trace-id"] = call.RequestId;
            var token = call.Bearer is null ? null : world.Read(state => state.Tokens.GetValueOrDefault(call.Bearer));
            var route = Find(call, segments, token);
            usage.Stamp(http, call.Node.Account);
            var name = route?.Name ?? "unknown";
            await faulty.Run(http, name, call.Node.Account, call.RequestId, async () =>
            {
                var body = await Answer(http, call, route, segments);
                return () => GraphAnswer.Write(http, body);
            });
        }
        catch (GraphException e)
        {
            await GraphAnswer.Write(http, e.Error, requestId);
        }
    }

    private async Task<JsonNode> Answer(HttpContext http, GraphCall call, GraphRoute? route, string[] segments)
    {
        if (call.Text("date_format") is not null) throw GraphErrors.Parameter(call.Host, "(#100) The parameter date_format is no longer supported");
        if (segments.Length == 0) throw GraphErrors.Parameter(call.Host, "(#100) The parameter ids is no longer supported: one request per object");
        usage.Check(http, call.Node.Account);
        call.Token = tokens.Verify(call);
        if (route is null) throw Unknown(call, segments);
        var needed = route.Permission(call.Host) ?? throw Unknown(call, segments);
        TokenCheck.Own(call);
        if (needed.Length > 0 && !call.Token.Scopes.Contains(needed)) throw GraphErrors.NoPermission(call.Host, needed);
        return await route.Handle(call);
    }

    private GraphRoute? Find(GraphCall call, string[] segments, AccessToken? token)
    {
        if (segments.Length is 0 or > 2) return null;
        call.Node = world.Read(state => GraphNode.Find(state, options.Value, call.Host, segments[0], token));
        var edge = segments.Length == 2 ? segments[1] : "";
        return _routes[(call.Method, call.Node.Kind, edge)].FirstOrDefault();
    }

    private GraphException Unknown(GraphCall call, string[] segments) =>
        call.Node.Kind is NodeKind.Unknown or NodeKind.None || segments.Length < 2 || HasEdgeOtherwise(call.Node.Kind, segments[1])
            ? GraphErrors.NoSuchObject(call.Host, call.Method, segments[0])
            : new(new(400, $"Unknown path components: /{segments[^1]}", call.Host == ApiHost.Instagram ? "IGApiException" : "OAuthException", 2500));

    private bool HasEdgeOtherwise(NodeKind kind, string edge) => _routes.Any(r => r.Key.Item2 == kind && r.Key.Item3 == edge);

    private static (string? Version, string[] Segments) Split(string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments.Length > 0 && VersionConstraint.IsVersion(segments[0]) ? (segments[0], segments[1..]) : (null, segments);
    }

    /// <summary>A dead version is served by the oldest living one, none by the oldest too.</summary>
    private string Served(string? version)
    {
        var asked = version is null ? options.Value.OldestVersion : int.Parse(version.AsSpan(1, version.IndexOf('.') - 1), CultureInfo.InvariantCulture);
        if (asked > options.Value.NewestVersion) throw new GraphException(new(400, $"Unknown version: {version}", "OAuthException", 2500));
        return string.Create(CultureInfo.InvariantCulture, $"v{Math.Max(asked, options.Value.OldestVersion)}.0");
    }
}

using System.Text.Json.Nodes;

namespace Directino.Sandbox.Graph;

/// <summary>One documented call. <paramref name="Name"/> is what faults call it by.</summary>
internal sealed record GraphRoute(string Method, NodeKind Node, string Edge, string Name, Func<GraphCall, Task<JsonNode>> Handle)
{
    public GraphRoute(string method, NodeKind node, string edge, string name, Func<GraphCall, JsonNode> handle)
        : this(method, node, edge, name, call => Task.FromResult(handle(call))) { }

    /// <summary>Permission on the Instagram host; null = the call does not exist there.</summary>
    public string? Instagram { get; init; }

    /// <summary>Permission on the Facebook host; null = the call does not exist there.</summary>
    public string? Facebook { get; init; }

    public string? Permission(ApiHost host) => host == ApiHost.Instagram ? Instagram : Facebook;
}

/// <summary>The calls of one resource.</summary>
internal interface IGraphResource
{
    IEnumerable<GraphRoute> Routes { get; }
}

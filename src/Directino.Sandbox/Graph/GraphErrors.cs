namespace Directino.Sandbox.Graph;

/// <summary>Errors whose words depend on the call. On the Instagram host faults of parameters and objects have a type of their own.</summary>
internal static class GraphErrors
{
    public static GraphException Row(int code, int? subcode = null) => new(ErrorTable.Of(code, subcode));

    public static GraphException Parameter(ApiHost host, string message, int? subcode = null) =>
        new(new(400, host == ApiHost.Facebook && !message.StartsWith("(#", StringComparison.Ordinal) ? "(#100) " + message : message, TypeOn(host), 100, subcode));

    public static GraphException Missing(ApiHost host, string parameter) => Parameter(host, $"The parameter {parameter} is required");

    public static GraphException UnknownField(ApiHost host, string field, string node) =>
        Parameter(host, $"Tried accessing nonexisting field ({field}) on node type ({node})");

    public static GraphException NoSuchObject(ApiHost host, string method, string id) => new(new(400,
        $"Unsupported {method.ToLowerInvariant()} request. Object with ID '{id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation",
        host == ApiHost.Instagram ? "IGApiException" : "GraphMethodException", 100, 33));

    public static GraphException NoPermission(ApiHost host, string scope) => host == ApiHost.Instagram
        ? new(new(403, $"(#10) Application does not have permission for this action; it needs {scope}", "OAuthException", 10))
        : new(new(403, $"(#200) Requires {scope} permission to manage the object", "OAuthException", 200));

    /// <summary>A fault that has a word instead of a subcode.</summary>
    public static GraphException Word(ApiHost host, int code, string word) => new(new(400, $"(#{code}) {word}", TypeOn(host), code));

    /// <summary>A row of the table, with the type the Instagram host gives to faults of objects.</summary>
    public static GraphException On(ApiHost host, int code, int subcode) => new(ErrorTable.Of(code, subcode) with { Type = TypeOn(host) });

    private static string TypeOn(ApiHost host) => host == ApiHost.Instagram ? "IGApiException" : "OAuthException";
}

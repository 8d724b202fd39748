using System.Text.Json.Nodes;

namespace Directino.Sandbox.Graph;

/// <summary>Writes bodies the way Meta does: compact JSON, errors as an object with one member.</summary>
internal static class GraphAnswer
{
    /// <summary>A call that exists and has nothing to tell is answered <c>null</c>.</summary>
    public static readonly JsonObject Nothing = [];

    public static Task Write(HttpContext http, JsonNode body, int status = StatusCodes.Status200OK)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=UTF-8";
        return http.Response.WriteAsync(ReferenceEquals(body, Nothing) ? "null" : body.ToJsonString(), http.RequestAborted);
    }

    public static Task Write(HttpContext http, GraphError error, string traceId)
    {
        var body = new JsonObject { ["message"] = error.Message, ["type"] = error.Type, ["code"] = error.Code };
        if (error.Subcode is { } subcode) body["error_subcode"] = subcode;
        if (error.Transient is { } transient) body["is_transient"] = transient;
        if (error.UserTitle is { } title) body["error_user_title"] = title;
        if (error.UserMessage is { } message) body["error_user_msg"] = message;
        body["fbtrace_id"] = "A" + traceId;
        if (error.Code is 190 or 102 or 2500)
        {
            http.Response.Headers.WWWAuthenticate = "OAuth \"Facebook Platform\" \"invalid_token\"";
        }
        return Write(http, new JsonObject { ["error"] = body }, error.Status);
    }

    public static JsonObject Success() => new() { ["success"] = true };

    public static JsonObject Id(string id) => new() { ["id"] = id };
}

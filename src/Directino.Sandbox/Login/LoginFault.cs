using System.Text.Json.Nodes;
using Directino.Sandbox.Graph;

namespace Directino.Sandbox.Login;

/// <summary>The code exchange of Instagram Login fails in a shape of its own.</summary>
internal sealed class LoginFault(string message, string type = "OAuthException") : Exception(message)
{
    public Task Write(HttpContext http) => GraphAnswer.Write(
        http, new JsonObject { ["error_type"] = type, ["code"] = 400, ["error_message"] = Message }, StatusCodes.Status400BadRequest);
}

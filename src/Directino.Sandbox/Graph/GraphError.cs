namespace Directino.Sandbox.Graph;

/// <summary>The one member of a Graph error body, with the HTTP status it is sent under.</summary>
internal sealed record GraphError(int Status, string Message, string Type, int Code, int? Subcode = null, bool? Transient = null, string? UserTitle = null, string? UserMessage = null);

/// <summary>Ends a call with an error body; rules throw it before they record anything.</summary>
internal sealed class GraphException(GraphError error) : Exception(error.Message)
{
    public GraphError Error => error;
}

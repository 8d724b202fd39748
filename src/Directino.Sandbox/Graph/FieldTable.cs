using System.Text.Json.Nodes;

namespace Directino.Sandbox.Graph;

/// <summary>The fields of one kind of node: which host knows them, and how each is read. A field a host does not know fails the whole call.</summary>
internal sealed class FieldTable<T>(string nodeName, params IReadOnlyList<Field<T>> fields)
{
    private readonly Dictionary<string, Field<T>> _fields = fields.ToDictionary(f => f.Name, StringComparer.Ordinal);

    public JsonObject Project(GraphCall call, T thing, IReadOnlyList<FieldSelection> asked)
    {
        Check(call, asked);
        var answer = new JsonObject();
        var names = asked.Count > 0 ? asked : [.. fields.Where(f => f.Default).Select(f => new FieldSelection(f.Name, new Dictionary<string, string>(), []))];
        foreach (var selection in names)
        {
            // A value that is not there is left out, not null.
            if (selection.Name != "id" && _fields[selection.Name].Read(call, thing, selection) is { } value) answer[selection.Name] = value;
        }
        if (_fields.TryGetValue("id", out var id)) answer["id"] = id.Read(call, thing, new("id", new Dictionary<string, string>(), []));
        return answer;
    }

    public void Check(GraphCall call, IReadOnlyList<FieldSelection> asked)
    {
        foreach (var selection in asked)
        {
            if (!_fields.TryGetValue(selection.Name, out var field) || (field.Only is { } only && only != call.Host))
            {
                throw GraphErrors.UnknownField(call.Host, selection.Name, nodeName);
            }
        }
    }
}

internal sealed record Field<T>(string Name, Func<GraphCall, T, FieldSelection, JsonNode?> Read, bool Default = false, ApiHost? Only = null)
{
    public Field(string name, Func<T, JsonNode?> read, bool @default = false, ApiHost? only = null)
        : this(name, (_, thing, _) => read(thing), @default, only) { }
}

using Directino.Labels;
using Directino.Planning;

namespace Directino.Web.Labels;

/// <summary>The labels of the workspace, handed down to whatever shows posts.</summary>
public sealed record LabelMap(IReadOnlyList<Label> All)
{
    public static readonly LabelMap Empty = new([]);

    private readonly Dictionary<LabelId, Label> _byId = All.ToDictionary(l => l.Id);

    /// <summary>By name; what was taken away meanwhile is left out.</summary>
    public IReadOnlyList<Label> Of(IEnumerable<LabelId> ids) =>
        [.. ids.Select(id => _byId.GetValueOrDefault(id)).OfType<Label>().OrderBy(l => l.Key, StringComparer.Ordinal)];

    public Label? Find(LabelId id) => _byId.GetValueOrDefault(id);
}

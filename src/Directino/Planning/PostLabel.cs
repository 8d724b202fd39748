using Directino.Labels;
namespace Directino.Planning;

/// <summary>A label on a post.</summary>
public sealed class PostLabel
{
    public required LabelId LabelId { get; init; }

    /// <summary>These and no others; false when they were there already.</summary>
    internal static bool Exchange(List<PostLabel> rows, IReadOnlyCollection<LabelId> labels)
    {
        if (rows.Select(l => l.LabelId).ToHashSet().SetEquals(labels))
            return false;
        rows.RemoveAll(l => !labels.Contains(l.LabelId));
        rows.AddRange(labels.Distinct().Where(id => !rows.Exists(l => l.LabelId == id)).Select(id => new PostLabel { LabelId = id }).ToList());
        return true;
    }
}

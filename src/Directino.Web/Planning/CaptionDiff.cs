using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using DiffPlex.Chunkers;

namespace Directino.Web.Planning;

/// <summary>Two captions as one text in which every word is kept, added or removed.</summary>
public static class CaptionDiff
{
    public static IReadOnlyList<DiffPart> Of(string? before, string? after)
    {
        var parts = new List<DiffPart>();
        foreach (var piece in InlineDiffBuilder.Diff(before ?? "", after ?? "", ignoreWhiteSpace: false, ignoreCase: false, WordChunker.Instance).Lines)
        {
            var kind = piece.Type switch { ChangeType.Inserted => DiffKind.Added, ChangeType.Deleted => DiffKind.Removed, _ => DiffKind.Kept };
            if (parts is [.., var last] && last.Kind == kind)
                parts[^1] = last with { Text = last.Text + piece.Text };
            else
                parts.Add(new DiffPart(kind, piece.Text));
        }

        return parts;
    }
}

public sealed record DiffPart(DiffKind Kind, string Text);

public enum DiffKind
{
    Kept,
    Added,
    Removed,
}

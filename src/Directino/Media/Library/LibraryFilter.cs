using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Directino.Labels;

namespace Directino.Media.Library;

/// <summary>What is looked for in the library; what is null is not asked about.</summary>
/// <param name="Text">Beginnings of words of name or description, which must all be there.</param>
/// <param name="Loose">Only what lies in no folder.</param>
/// <param name="Label">Only what bears it.</param>
/// <param name="Used">Only what is in use, or only what is not.</param>
public sealed record LibraryFilter(
    string? Text = null, MediaFolderId? Folder = null, bool Loose = false, MediaKind? Kind = null, bool? Used = null, LibrarySort Sort = LibrarySort.Newest, LabelId? Label = null)
{
    public static readonly LibraryFilter Everything = new();
}

public enum LibrarySort
{
    Newest,
    Oldest,
    Name,
}

/// <summary>Where a list goes on: after this item, in whichever order it was asked for.</summary>
public readonly record struct LibraryKey(MediaItemId Id, string Name)
{
    public static LibraryKey Of(MediaItem item) => new(item.Id, item.NameKey);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out LibraryKey result)
    {
        var parts = (s ?? "").Split('~', 2);
        var isKey = MediaItemId.TryParse(parts[0], CultureInfo.InvariantCulture, out var id);
        result = isKey ? new LibraryKey(id, parts is [_, var name] ? SearchText.Key(name) : "") : default;
        return isKey;
    }

    public override string ToString() => $"{Id}~{Name}";
}

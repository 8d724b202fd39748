using Directino.Labels;
using Directino.Media;
using Directino.Media.Library;

namespace Directino.Web.Media;

/// <summary>What a program looks for in the library.</summary>
public sealed record LibraryQuestion
{
    /// <summary>Beginnings of words of name or description, which must all be there.</summary>
    public string? Q { get; init; }

    /// <summary>An id, or <c>none</c> for what lies in no folder.</summary>
    public string? Folder { get; init; }

    public MediaKind? Kind { get; init; }

    /// <summary>Only what is in use, or only what is not.</summary>
    public bool? Used { get; init; }

    /// <summary>Only what bears this label.</summary>
    public LabelId? Label { get; init; }

    public LibrarySort? Sort { get; init; }

    /// <summary>The <c>next</c> of the page before.</summary>
    public LibraryKey? After { get; init; }

    public int? Limit { get; init; }

    public LibraryFilter Filter => (new LibraryAddress(Q, Folder).Filter) with { Kind = Kind, Used = Used, Sort = Sort ?? default, Label = Label };
}

using Directino.Media;
using Directino.Media.Library;

namespace Directino.Web.Media;

/// <summary>What a program looks for in the library.</summary>
/// <param name="Q">Beginnings of words of name or description, which must all be there.</param>
/// <param name="Folder">An id, or <c>none</c> for what lies in no folder.</param>
/// <param name="Used">Only what is in use, or only what is not.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record LibraryQuestion(string? Q, string? Folder, MediaKind? Kind, bool? Used, LibrarySort? Sort, LibraryKey? After, int? Limit)
{
    public LibraryFilter Filter => (new LibraryAddress(Q, Folder).Filter) with { Kind = Kind, Used = Used, Sort = Sort ?? default };
}

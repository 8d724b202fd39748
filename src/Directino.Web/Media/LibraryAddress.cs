using Directino.Media;
using Directino.Media.Library;
using Microsoft.AspNetCore.WebUtilities;

namespace Directino.Web.Media;

/// <summary>What the library shows, as its address says it. A pure value: every link of the page is another one of these.</summary>
public sealed record LibraryAddress(string? Text = null, string? Folder = null, string? Kind = null, string? Used = null, string? Sort = null)
{
    /// <summary>What lies in no folder, where an address names one.</summary>
    public const string Loose = "none";

    public LibraryFilter Filter => new(
        string.IsNullOrWhiteSpace(Text) ? null : Text.Trim(),
        MediaFolderId.TryParse(Folder, null, out var folder) ? folder : null,
        Folder == Loose,
        Enum.TryParse<MediaKind>(Kind, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null,
        Used switch { "yes" => true, "no" => false, _ => null },
        Enum.TryParse<LibrarySort>(Sort, ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : default);

    /// <summary>Whether less than everything of a folder is shown.</summary>
    public bool IsNarrowed => Filter is { Text: not null } or { Kind: not null } or { Used: not null };

    public LibraryAddress In(MediaFolderId? folder) => this with { Folder = folder?.ToString() };

    public override string ToString() => QueryHelpers.AddQueryString("/library", new Dictionary<string, string?>
    {
        ["folder"] = Folder, ["q"] = string.IsNullOrWhiteSpace(Text) ? null : Text,
        ["kind"] = Filter.Kind?.ToString().ToLowerInvariant(), ["used"] = Filter.Used switch { true => "yes", false => "no", _ => null },
        ["sort"] = Filter.Sort == default ? null : Filter.Sort.ToString().ToLowerInvariant(),
    });
}

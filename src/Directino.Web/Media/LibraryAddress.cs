using Directino.Labels;
using Directino.Media;
using Directino.Media.Library;
using Microsoft.AspNetCore.WebUtilities;

namespace Directino.Web.Media;

/// <summary>What the library shows, as its address says it. A pure value: every link of the page is another one of these.</summary>
public sealed record LibraryAddress(string? Text = null, string? Folder = null, string? Kind = null, string? Used = null, string? Sort = null, string? Label = null)
{
    /// <summary>What lies in no folder, where an address names one.</summary>
    public const string Loose = "none";

    public LibraryFilter Filter => new(
        string.IsNullOrWhiteSpace(Text) ? null : Text.Trim(),
        MediaFolderId.TryParse(Folder, null, out var folder) ? folder : null,
        Folder == Loose,
        Enum.TryParse<MediaKind>(Kind, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null,
        Used switch { "yes" => true, "no" => false, _ => null },
        Enum.TryParse<LibrarySort>(Sort, ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : default,
        LabelId.TryParse(Label, null, out var label) ? label : null);

    /// <summary>Whether less than everything of a folder is shown.</summary>
    public bool IsNarrowed => Filter is { Text: not null } or { Kind: not null } or { Used: not null } or { Label: not null };

    public LibraryAddress In(MediaFolderId? folder) => this with { Folder = folder?.ToString() };

    public override string ToString() => QueryHelpers.AddQueryString("/library", new Dictionary<string, string?>
    {
        ["folder"] = Folder, ["q"] = string.IsNullOrWhiteSpace(Text) ? null : Text,
        ["kind"] = Filter.Kind?.ToString().ToLowerInvariant(), ["used"] = Filter.Used switch { true => "yes", false => "no", _ => null },
        ["label"] = Filter.Label?.ToString(), ["sort"] = Filter.Sort == default ? null : Filter.Sort.ToString().ToLowerInvariant(),
    });
}

using System.Globalization;

namespace Directino.Planning.Snippets;

/// <summary>The languages in which a text can have its dates.</summary>
public static class SnippetLanguages
{
    public static IReadOnlyList<CultureInfo> All { get; } =
    [
        .. new[] { "en", "en-GB", "fa", "ar", "bn", "cs", "da", "de", "el", "es", "fi", "fr", "he", "hi", "hu", "id", "it", "ja", "ko", "ms", "nb", "nl", "pl", "pt", "pt-PT", "ro", "ru", "sv", "th", "tr", "uk", "ur", "vi", "zh" }
            .Select(CultureInfo.GetCultureInfo),
    ];

    public static CultureInfo? Find(string? name) => All.FirstOrDefault(l => l.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}

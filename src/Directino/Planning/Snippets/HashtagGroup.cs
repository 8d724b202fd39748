using System.Text.RegularExpressions;

namespace Directino.Planning.Snippets;

/// <summary>Hashtags as people type or paste them, made into one line: with their signs, each once.</summary>
public static partial class HashtagGroup
{
    /// <param name="typed">Words between spaces, lines or commas, with # or without.</param>
    public static string Tidy(string? typed) =>
        string.Join(' ', Between().Split(typed ?? "").Where(word => word.Length > 0).Select(word => $"#{word}").Distinct(StringComparer.OrdinalIgnoreCase));

    /// <summary>The first word of a tidy line that Instagram would not take for one hashtag; null when there is none.</summary>
    public static string? Flaw(string tidy) => tidy.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => !Hashtag().IsMatch(word));

    // "#one#two" are two. Commas of Arabic and Chinese script are commas.
    [GeneratedRegex(@"[\s,#،、，;]+", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"^#\w+$", RegexOptions.CultureInvariant)]
    private static partial Regex Hashtag();
}

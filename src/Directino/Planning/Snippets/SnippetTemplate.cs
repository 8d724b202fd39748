using System.Text.RegularExpressions;

namespace Directino.Planning.Snippets;

/// <summary>Texts with variables: which they name, and what they come to for one post.</summary>
public static partial class SnippetTemplate
{
    /// <summary>How a variable is written: <c>{first-line}</c>.</summary>
    public static string Write(SnippetVariable variable) => $"{{{Name(variable)}}}";

    /// <summary>The first thing in braces that is no variable, as it stands there; null when there is none.</summary>
    public static string? Unknown(string text) => Braced().Matches(text).FirstOrDefault(m => Find(m) is null)?.Value;

    /// <summary>The variables of a text, each once.</summary>
    public static IReadOnlyList<SnippetVariable> Variables(string text) => [.. Braced().Matches(text).Select(Find).OfType<SnippetVariable>().Distinct()];

    /// <summary>The text for one post. What the post does not tell yet is left out of no text: it is named, and there is no text.</summary>
    public static FilledText Fill(string text, SnippetFacts facts)
    {
        var lacking = Variables(text).Where(v => facts.Say(v) is null).ToList();
        return lacking.Count > 0
            ? new FilledText(null, lacking)
            : new FilledText(Braced().Replace(text, match => Find(match) is { } variable ? facts.Say(variable)! : match.Value), []);
    }

    private static SnippetVariable? Find(Match match)
    {
        var name = match.Groups[1].Value;
        foreach (var variable in Enum.GetValues<SnippetVariable>())
        {
            if (Name(variable).Equals(name, StringComparison.OrdinalIgnoreCase))
                return variable;
        }

        return null;
    }

    private static string Name(SnippetVariable variable) => variable switch
    {
        SnippetVariable.Date => "date",
        SnippetVariable.Weekday => "weekday",
        SnippetVariable.Time => "time",
        SnippetVariable.Month => "month",
        SnippetVariable.Year => "year",
        SnippetVariable.Account => "account",
        SnippetVariable.Place => "place",
        SnippetVariable.FirstLine => "first-line",
    };

    // A brace that is not closed in its line is a brace.
    [GeneratedRegex(@"\{\s*([^{}\r\n]*?)\s*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Braced();
}

/// <summary>What a text came to.</summary>
/// <param name="Text">Null as long as something is lacking.</param>
/// <param name="Lacking">What the post does not tell yet.</param>
public sealed record FilledText(string? Text, IReadOnlyList<SnippetVariable> Lacking);

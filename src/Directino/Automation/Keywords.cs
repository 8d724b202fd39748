using System.Globalization;
using System.Text;

namespace Directino.Automation;

/// <summary>
/// Finds words in what people write: whole words, any case, however Unicode spells them. “PRICE” is in “price?” and in
/// “ＰＲＩＣＥ”, not in “priceless”.
/// </summary>
public static class Keywords
{
    /// <summary>The longest of the keywords that the text contains; null when it contains none.</summary>
    public static string? Found(string? text, IReadOnlyList<string> keywords)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var folded = Fold(text);
        return keywords.Where(k => Contains(folded, Fold(k))).MaxBy(k => k.Length);
    }

    /// <summary>One spelling for everything that people mean as the same: compatibility forms, case, Arabic and Persian yeh and kaf, invisible joiners, runs of spaces.</summary>
    public static string Fold(string text)
    {
        var plain = new StringBuilder(text.Length);
        var space = false;
        foreach (var rune in WellFormed(text).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                space = plain.Length > 0;
                continue;
            }

            // Joiners, marks of direction, soft hyphens and variation selectors are not seen.
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || rune.Value is >= 0xFE00 and <= 0xFE0F)
                continue;
            if (space)
                plain.Append(' ');
            space = false;
            plain.Append(Letter(rune).ToString());
        }

        return plain.ToString().Normalize(NormalizationForm.FormKC);
    }

    private static Rune Letter(Rune rune) => rune.Value switch
    {
        'ي' or 'ى' => new Rune('ی'),
        'ك' => new Rune('ک'),
        // Final sigma, and both Turkish i, are one letter in two shapes.
        'ς' => new Rune('σ'),
        'İ' or 'ı' => new Rune('i'),
        _ => Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune)),
    };

    private static bool Contains(string text, string keyword)
    {
        if (keyword.Length == 0)
            return false;
        for (var at = text.IndexOf(keyword, StringComparison.Ordinal); at >= 0; at = text.IndexOf(keyword, at + 1, StringComparison.Ordinal))
        {
            if (Ends(LastBefore(text, at), FirstOf(keyword)) && Ends(FirstFrom(text, at + keyword.Length), LastBefore(keyword, keyword.Length)!.Value))
                return true;
        }

        return false;
    }

    /// <summary>Whether a word ends between the keyword's edge and its neighbour.</summary>
    private static bool Ends(Rune? neighbour, Rune edge) =>
        neighbour is not { } next || !IsOfWord(next) || !IsOfWord(edge) || WritesWithoutSpaces(edge) || WritesWithoutSpaces(next);

    private static bool IsOfWord(Rune rune) => Rune.IsLetterOrDigit(rune) || rune.Value == '_' || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;

    /// <summary>Chinese, Japanese, Thai, Lao, Khmer and Burmese put no space between words.</summary>
    private static bool WritesWithoutSpaces(Rune rune) => rune.Value
        is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x3040 and <= 0x30FF)
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3134F);

    private static Rune FirstOf(string text) => FirstFrom(text, 0)!.Value;

    private static Rune? FirstFrom(string text, int index) =>
        index >= text.Length ? null : Rune.GetRuneAt(text, index);

    private static Rune? LastBefore(string text, int index) =>
        index <= 0 ? null : Rune.GetRuneAt(text, index > 1 && char.IsLowSurrogate(text[index - 1]) ? index - 2 : index - 1);

    /// <summary>Half a surrogate pair can't be normalised; people's phones do cut texts there.</summary>
    private static string WellFormed(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune.ToString());
        return whole.ToString();
    }
}

using System.Globalization;
using System.Text;

namespace Directino.Media.Library;

/// <summary>
/// Text as it is searched and sorted: what people take for the same letter is the same, whatever its case, accents, script variant
/// (Arabic ي and Persian ی, ۱۲ and 12) or joiner. A word is found by its beginning, and by each of its parts' (IMG-2024, marketDay, می‌خواهم).
/// </summary>
public static class SearchText
{
    public const int LongestWord = 40;
    public const int LongestKey = 200;
    private const int MostWords = 300;
    private const int MostTerms = 8;
    private const int Joiner = 0x200C;

    /// <summary>The words by which something is found that has these texts.</summary>
    public static IReadOnlySet<string> Words(params IEnumerable<string?> texts)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (word, parts) in texts.OfType<string>().SelectMany(Read))
        {
            words.Add(Cut(word, LongestWord));
            words.UnionWith(parts.Select(from => Cut(word[from..], LongestWord)));
            if (words.Count >= MostWords)
                break;
        }

        return words;
    }

    /// <summary>What somebody looks for, as beginnings of words that must all be there.</summary>
    public static IReadOnlyList<string> Terms(string? text)
    {
        var terms = Read(text ?? "").Select(w => Cut(w.Word, LongestWord)).Distinct(StringComparer.Ordinal).Take(MostTerms).ToList();
        return [.. terms.Where(t => !terms.Exists(o => o.Length > t.Length && o.StartsWith(t, StringComparison.Ordinal)))];
    }

    /// <summary>A name as it is compared and sorted.</summary>
    public static string Key(string name)
    {
        var key = new StringBuilder();
        foreach (var rune in Runes(name))
        {
            if (Fold(rune) is { } folded && !Rune.IsControl(folded))
                key.Append(folded);
        }

        return Cut(key.ToString().Trim(), LongestKey);
    }

    /// <summary>No more than so many characters, and no half of one.</summary>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>The words of a text, each with where its parts begin.</summary>
    private static IEnumerable<(string Word, IReadOnlyList<int> Parts)> Read(string text)
    {
        var word = new StringBuilder();
        var parts = new List<int>();
        var (joined, before) = (false, default(Rune));
        foreach (var rune in Runes(text).Append(new Rune(' ')))
        {
            if (Fold(rune) is not { } folded)
            {
                joined |= rune.Value == Joiner;
                continue;
            }

            if (Rune.IsLetterOrDigit(folded))
            {
                if (word.Length > 0 && (joined || Turns(before, rune)))
                    parts.Add(word.Length);
                word.Append(folded);
                (joined, before) = (false, rune);
                continue;
            }

            if (word.Length > 0)
                yield return (word.ToString(), [.. parts]);
            word.Clear();
            parts.Clear();
            joined = false;
        }
    }

    /// <summary>From letters to figures or back, or into a capital: a part of the word begins.</summary>
    private static bool Turns(Rune before, Rune now) =>
        Rune.IsDigit(before) != Rune.IsDigit(now) || (Rune.IsLower(before) && Rune.IsUpper(now));

    /// <summary>Whole characters only, each apart from its marks.</summary>
    private static IEnumerable<Rune> Runes(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune);
        foreach (var rune in whole.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
            yield return rune;
    }

    /// <summary>Null for what nobody looks for: marks, joiners, the line that stretches a word.</summary>
    private static Rune? Fold(Rune rune) => rune.Value switch
    {
        0x0640 => null,
        0x0649 or 0x064A => new Rune('ی'),
        0x0643 => new Rune('ک'),
        0x0629 or 0x06C1 or 0x06D5 => new Rune('ه'),
        0x0131 => new Rune('i'),
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => null,
            UnicodeCategory.DecimalDigitNumber => new Rune('0' + (int)Rune.GetNumericValue(rune)),
            _ => Rune.ToLowerInvariant(rune),
        },
    };
}

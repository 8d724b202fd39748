using Directino.Media.Library;

namespace Directino.Planning.Neighbours;

/// <summary>
/// What of a caption tells whether another one says the same: its words, without hashtags, mentions and addresses, which accounts put under everything.
/// </summary>
public sealed class CaptionTrace
{
    /// <summary>Of the words of both, so much is in both.</summary>
    private const double Alike = 0.8;

    /// <summary>"Good morning!" may be said every day.</summary>
    private const int FewestWords = 4;

    private static readonly char[] Between = [' ', '\n', '\r', '\t'];

    private readonly IReadOnlySet<string> _words;

    private CaptionTrace(IReadOnlySet<string> words) => _words = words;

    public static CaptionTrace Of(string? caption)
    {
        var said = (caption ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries).Where(w => w[0] is not ('#' or '@') && !w.Contains("://", StringComparison.Ordinal));
        return new(SearchText.Words(string.Join(' ', said)));
    }

    public bool IsLike(CaptionTrace other)
    {
        if (Math.Min(_words.Count, other._words.Count) < FewestWords)
            return false;
        var shared = _words.Count(other._words.Contains);
        return shared >= Alike * (_words.Count + other._words.Count - shared);
    }
}

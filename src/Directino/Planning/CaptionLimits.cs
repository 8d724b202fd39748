using System.Text.RegularExpressions;
using Directino.Instagram.Publishing;

namespace Directino.Planning;

/// <summary>
/// What Instagram allows in a caption (API reference, publishing section 3). Characters are counted as UTF-16 units, the strictest
/// way of counting them: what passes here passes there.
/// </summary>
public static partial class CaptionLimits
{
    public const int MostCharacters = InstagramLimits.CaptionCharacters;
    public const int MostHashtags = InstagramLimits.CaptionHashtags;
    public const int MostMentions = InstagramLimits.CaptionMentions;

    public static CaptionCount Count(string? caption)
    {
        var text = Tidy(caption);
        return new CaptionCount(text.Length, Hashtag().Count(text), Mention().Count(text));
    }

    /// <summary>As it will be sent: one kind of line end, nothing around it.</summary>
    public static string Tidy(string? caption) =>
        (caption ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();

    /// <summary>The caption with the first hashtags that Instagram allows; every other word stays where it is.</summary>
    public static string KeepHashtags(string? caption)
    {
        var seen = 0;
        return WholeHashtag().Replace(Tidy(caption), tag => ++seen <= MostHashtags ? tag.Value : "").TrimEnd();
    }

    // "#one#two" are two; "a#b" is none.
    [GeneratedRegex(@"(?:(?<!\w)|(?<=#\w+))#\w", RegexOptions.CultureInvariant)]
    private static partial Regex Hashtag();

    // The same with its word, and the blank before it.
    [GeneratedRegex(@"[ \t]*(?:(?<!\w)|(?<=#\w+))#\w+", RegexOptions.CultureInvariant)]
    private static partial Regex WholeHashtag();

    // Not the @ inside an e-mail address.
    [GeneratedRegex(@"(?<![\w@])@\w", RegexOptions.CultureInvariant)]
    private static partial Regex Mention();
}

/// <summary>How much of each a caption has.</summary>
public readonly record struct CaptionCount(int Characters, int Hashtags, int Mentions)
{
    public bool Fits => Characters <= CaptionLimits.MostCharacters && Hashtags <= CaptionLimits.MostHashtags && Mentions <= CaptionLimits.MostMentions;
}

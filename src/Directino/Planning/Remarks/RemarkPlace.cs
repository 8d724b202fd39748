using Directino.Media;

namespace Directino.Planning.Remarks;

/// <summary>What a remark is about: a picture or a point of it, words of the caption, or, with nothing said, the whole post.</summary>
/// <param name="X">From 0 to 1; with <paramref name="Y"/> or not at all.</param>
public sealed record RemarkPlace(MediaItemId? Media = null, double? X = null, double? Y = null, string? Quote = null)
{
    public static readonly RemarkPlace Whole = new();

    /// <summary>Null when a post has such a place; otherwise the rule that it breaks.</summary>
    public string? Flaw(Post post) =>
        Media is not null && Quote is not null ? RemarkRules.PlaceUnclear
        : Media is { } media && !post.Items.Any(i => i.MediaId == media) ? RemarkRules.ItemMissing
        : (X is null) != (Y is null) || (X is not null && Media is null) || X is < 0 or > 1 || Y is < 0 or > 1 || X is double.NaN || Y is double.NaN ? RemarkRules.PointOutside
        : Quote is { Length: > Remark.LongestQuote } ? RemarkRules.QuoteTooLong
        : Quote is { } words && (words.Length == 0 || !post.Caption.Contains(words, StringComparison.Ordinal)) ? RemarkRules.QuoteMissing
        : null;
}

/// <summary>Names of the rules of remarks. Resources hold their words under <c>Rule.{name}</c>.</summary>
public static class RemarkRules
{
    public const string TextMissing = "remark-text-missing";
    public const string TextTooLong = "remark-text-too-long";

    /// <summary>About a picture and about words at once.</summary>
    public const string PlaceUnclear = "remark-place-unclear";
    public const string ItemMissing = "remark-item-missing";
    public const string PointOutside = "remark-point-outside";

    /// <summary>The words it is about are not in the caption.</summary>
    public const string QuoteMissing = "remark-quote-missing";
    public const string QuoteTooLong = "remark-quote-too-long";
    public const string TooMany = "remarks-too-many";

    /// <summary>The post is out: there is nothing left to change.</summary>
    public const string PostOut = "remark-post-out";

    /// <summary>It is not there, or not theirs to answer.</summary>
    public const string NotThere = "remark-not-there";
}

namespace Directino.Planning.Snippets;

/// <summary>What became of something asked of saved words.</summary>
public abstract record SnippetOutcome
{
    private SnippetOutcome() { }

    public sealed record Done(Snippet Snippet) : SnippetOutcome;

    /// <summary>A rule of <see cref="SnippetRules"/>.</summary>
    /// <param name="Rule">Its name.</param>
    /// <param name="Word">The word in the text that is to blame, if it is one.</param>
    public sealed record Refused(string Rule, string? Word = null) : SnippetOutcome;
}

/// <summary>Names of the rules of saved words. Resources hold their words under <c>Rule.{name}</c>.</summary>
public static class SnippetRules
{
    public const string NameMissing = "snippet-name-missing";
    public const string NameTooLong = "snippet-name-too-long";
    public const string NameTaken = "snippet-name-taken";
    public const string TextMissing = "snippet-text-missing";
    public const string TextTooLong = "snippet-text-too-long";
    public const string TooManyHashtags = "snippet-too-many-hashtags";
    public const string NotAHashtag = "snippet-not-a-hashtag";
    public const string UnknownVariable = "snippet-unknown-variable";
    public const string UnknownLanguage = "snippet-unknown-language";
    public const string TooMany = "too-many-snippets";
    public const string Missing = "snippet-missing";
    public const string ChangedMeanwhile = "snippet-changed-meanwhile";
}

using Directino.Accounts;

namespace Directino.Planning.Snippets;

/// <summary>Words as somebody wants them saved.</summary>
/// <param name="Kind">Hashtags, or a text with variables.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Text">The words.</param>
/// <param name="Language">The language of its dates; of no matter for hashtags.</param>
public sealed record NewSnippet(SnippetKind Kind, string Name, string Text, string Language)
{
    public NewSnippet Tidy() => this with
    {
        Name = Snippet.TidyName(Name),
        Text = Kind == SnippetKind.Hashtags ? HashtagGroup.Tidy(Text) : CaptionLimits.Tidy(Text),
        Language = SnippetLanguages.Find(Language)?.Name ?? Language,
    };

    /// <summary>Why it cannot be saved, if it cannot; of what is tidy.</summary>
    public SnippetOutcome.Refused? Flaw()
    {
        var count = CaptionLimits.Count(Text);
        return this switch
        {
            { Name.Length: 0 } => new(SnippetRules.NameMissing),
            { Name.Length: > Snippet.LongestName } => new(SnippetRules.NameTooLong),
            { Text.Length: 0 } => new(SnippetRules.TextMissing),
            { Text.Length: > CaptionLimits.MostCharacters } => new(SnippetRules.TextTooLong),
            { Kind: SnippetKind.Hashtags } when HashtagGroup.Flaw(Text) is { } word => new(SnippetRules.NotAHashtag, word),
            _ when count.Hashtags > CaptionLimits.MostHashtags => new(SnippetRules.TooManyHashtags),
            { Kind: SnippetKind.Template } when SnippetTemplate.Unknown(Text) is { } word => new(SnippetRules.UnknownVariable, word),
            _ => SnippetLanguages.Find(Language) is null ? new(SnippetRules.UnknownLanguage) : null,
        };
    }

    internal Snippet As(SnippetId id, WorkspaceId workspace) =>
        new() { Id = id, WorkspaceId = workspace, Kind = Kind, Name = Name, Key = Snippet.KeyOf(Name), Text = Text, Language = Language };
}

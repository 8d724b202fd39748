using Directino.Planning.Snippets;

namespace Directino.Planning.Series;

/// <summary>A series as somebody wants it.</summary>
/// <param name="Content">What each post says; its texts may have variables.</param>
/// <param name="Language">The language of dates in its texts.</param>
/// <param name="Rule">Its days.</param>
/// <param name="Time">On the clock of its account.</param>
public sealed record NewSeries(PostContent Content, string Language, RepeatRule Rule, TimeOnly Time)
{
    public NewSeries Tidy() => this with
    {
        Content = Content.Tidy(), Rule = Rule.Tidy(), Language = SnippetLanguages.Find(Language)?.Name ?? Language, Time = new TimeOnly(Time.Hour, Time.Minute),
    };

    /// <summary>Why it cannot be, if it cannot; of what is tidy.</summary>
    internal SeriesOutcome.Refused? Flaw()
    {
        if (Rule.Flaw is { } rule)
            return new(rule);
        if (SnippetLanguages.Find(Language) is null)
            return new(SeriesRules.UnknownLanguage);
        return SeriesContent.Lacking(Content, Language) is [_, ..] lacking ? new(SeriesRules.Lacking, lacking) : null;
    }
}

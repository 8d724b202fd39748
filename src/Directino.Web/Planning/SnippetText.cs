using System.Globalization;
using Directino.Planning;
using Directino.Planning.Snippets;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Planning;

/// <summary>Says what saved words come to, and why they cannot be.</summary>
public sealed class SnippetText(IStringLocalizer<SnippetWords> words)
{
    public static CultureInfo LanguageOf(Snippet snippet) => SnippetLanguages.Find(snippet.Language) ?? CultureInfo.InvariantCulture;

    /// <summary>Which way it is written: a text may begin with a variable, which tells nothing of that.</summary>
    public static string Direction(Snippet snippet) => snippet.Kind == SnippetKind.Hashtags ? "auto" : LanguageOf(snippet).TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The icon of a kind.</summary>
    public static string Icon(SnippetKind kind) => kind switch
    {
        SnippetKind.Hashtags => "tag",
        SnippetKind.Template => "scroll-text",
    };

    /// <summary>The field a rule is about, as programs name it.</summary>
    public static string Field(string rule) => rule switch
    {
        SnippetRules.NameMissing or SnippetRules.NameTooLong or SnippetRules.NameTaken or SnippetRules.TooMany => "name",
        SnippetRules.UnknownLanguage => "language",
        _ => "text",
    };

    /// <summary>The words for the post in the form.</summary>
    public static FilledText Fill(Snippet snippet, PostForm form)
    {
        // A time that daylight saving skips is the one the post will really have.
        var local = form.Moment is { } moment ? LocalTime.Of(moment.Instant, form.Zone) : (DateTime?)null;
        var at = local is { } real ? (DateOnly.FromDateTime(real), TimeOnly.FromDateTime(real)) : (form.Date, form.Time);
        return SnippetTemplate.Fill(snippet.Text, new SnippetFacts(form.Account?.Username, at, form.Options.LocationName, form.Caption, LanguageOf(snippet)));
    }

    public string Say(SnippetOutcome.Refused refused) => refused.Rule switch
    {
        SnippetRules.TooManyHashtags => words["Rule.snippet-too-many-hashtags", Numbers.Say(CaptionLimits.MostHashtags)],
        SnippetRules.TextTooLong => words["Rule.snippet-text-too-long", Numbers.Say(CaptionLimits.MostCharacters)],
        SnippetRules.UnknownVariable => words["Rule.snippet-unknown-variable", refused.Word!, string.Join(' ', Enum.GetValues<SnippetVariable>().Select(SnippetTemplate.Write))],
        _ => words[$"Rule.{refused.Rule}", refused.Word ?? ""],
    };

    /// <summary>What the post must tell first.</summary>
    public string Lacking(FilledText filled) => words["Lacking", string.Join(CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft ? "، " : ", ", filled.Lacking.Select(v => words[$"Lacking.{v}"].Value).Distinct())];
}

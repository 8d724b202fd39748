using System.Globalization;
using Directino.Accounts;
using Directino.Planning.Snippets;

namespace Directino.Planning.Series;

/// <summary>What a series says on one of its days: the variables in its texts stand for what that day's post tells. Pure.</summary>
public static class SeriesContent
{
    public static PostContent On(PostSeries series, ConnectedAccount account, DateTimeOffset at)
    {
        var (content, _) = Fill(series.Content, series.Language, account.Username, LocalTime.Of(at, LocalTime.Zone(account.TimeZone)));
        return content ?? series.Content;
    }

    /// <summary>What the texts ask for and no post could tell; a caption cannot quote its own first line.</summary>
    public static IReadOnlyList<SnippetVariable> Lacking(PostContent content, string language) => Fill(content, language, "account", new DateTime(2027, 1, 1)).Lacking;

    private static (PostContent? Content, IReadOnlyList<SnippetVariable> Lacking) Fill(PostContent content, string language, string account, DateTime local)
    {
        var culture = SnippetLanguages.Find(language) ?? CultureInfo.InvariantCulture;
        var facts = new SnippetFacts(account, (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local)), content.Options.LocationName, null, culture);
        var caption = SnippetTemplate.Fill(content.Caption ?? "", facts);
        var comment = SnippetTemplate.Fill(content.Options.FirstComment ?? "", facts with { Caption = caption.Text });
        if (caption.Text is null || comment.Text is null)
            return (null, [.. caption.Lacking.Concat(comment.Lacking).Distinct()]);
        return (content with { Caption = caption.Text, Options = content.Options with { FirstComment = comment.Text.Length == 0 ? null : comment.Text } }, []);
    }
}

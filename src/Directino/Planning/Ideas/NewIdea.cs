using Directino.Accounts;
using Directino.Labels;
using Directino.Media;

namespace Directino.Planning.Ideas;

/// <summary>An idea as somebody writes it.</summary>
public sealed record NewIdea(string Title, string Text, IReadOnlyList<string> Links, IReadOnlyList<MediaItemId> Media, IReadOnlyList<LabelId> Labels, AccountId? Account)
{
    private static readonly char[] Between = [' ', '\n', '\r', '\t'];

    /// <summary>A few words in one field: the first line is what it is called, addresses are links.</summary>
    public static NewIdea Of(string? written, AccountId? account)
    {
        var lines = (written ?? "").Trim().Split('\n', 2);
        var isShort = lines[0].Trim().Length <= Idea.LongestTitle;
        var links = (written ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries).Where(w => IsLink(w)).ToList();
        var text = isShort ? lines.ElementAtOrDefault(1) ?? "" : written!;
        foreach (var link in links)
            text = text.Replace(link, "", StringComparison.Ordinal);
        var title = isShort ? lines[0].Trim() : $"{lines[0].Trim()[..(Idea.LongestTitle - 1)]}…";
        return new NewIdea(title, text, links, [], [], account);
    }

    public NewIdea Tidy() => this with
    {
        Title = Title.Trim(), Text = CaptionLimits.Tidy(Text), Links = [.. Links.Select(l => l.Trim()).Where(l => l.Length > 0).Distinct(StringComparer.Ordinal)],
        Media = [.. Media.Distinct()], Labels = [.. Labels.Distinct()],
    };

    /// <summary>The rule of <see cref="IdeaRules"/> that it breaks; of what is tidy.</summary>
    public string? Flaw => this switch
    {
        { Title.Length: 0 } => IdeaRules.TitleMissing,
        { Title.Length: > Idea.LongestTitle } => IdeaRules.TitleTooLong,
        { Text.Length: > Idea.LongestText } => IdeaRules.TextTooLong,
        { Links.Count: > Idea.MostLinks } => IdeaRules.TooManyLinks,
        { Media.Count: > 10 } => IdeaRules.TooManyPictures,
        _ => Links.All(IsLink) ? null : IdeaRules.NoLink,
    };

    /// <summary>An address of the web: what it leads to is opened by a click.</summary>
    private static bool IsLink(string text) =>
        text.Length <= Idea.LongestLink && Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.Host.Length > 0;
}

using System.Globalization;
using Directino.Accounts;

namespace Directino.Planning.Snippets;

/// <summary>What a post tells to the texts put into it. Pure.</summary>
/// <param name="Account">The handle without @; null while there is none.</param>
/// <param name="At">Date and time on the clock of the account, as far as they are chosen.</param>
/// <param name="Place">The name of the place that is marked.</param>
/// <param name="Caption">The caption so far.</param>
/// <param name="Language">The language of the text: words, order, digits and calendar are its own.</param>
public sealed record SnippetFacts(string? Account, (DateOnly? Date, TimeOnly? Time) At, string? Place, string? Caption, CultureInfo Language)
{
    /// <summary>What a post as it is kept tells.</summary>
    public static SnippetFacts Of(Post post, ConnectedAccount? account, CultureInfo language) =>
        new(account?.Username, Local(post.Slot, account?.TimeZone), post.Options.LocationName, post.Caption, language);

    /// <summary>Null when the post does not tell it yet.</summary>
    public string? Say(SnippetVariable variable) => variable switch
    {
        SnippetVariable.Date => Day(Language.DateTimeFormat.MonthDayPattern),
        SnippetVariable.Weekday => Day("dddd"),
        SnippetVariable.Month => Day("MMMM"),
        SnippetVariable.Year => Day("yyyy"),
        SnippetVariable.Time => At.Time is { } time ? Digits(time.ToString(Language.DateTimeFormat.ShortTimePattern, Language)) : null,
        SnippetVariable.Account => Account is null ? null : $"@{Account}",
        SnippetVariable.Place => string.IsNullOrWhiteSpace(Place) ? null : Place.Trim(),
        SnippetVariable.FirstLine => CaptionLimits.Tidy(Caption).Split('\n', 2)[0].Trim() is [_, ..] line ? line : null,
    };

    private static (DateOnly?, TimeOnly?) Local(DateTimeOffset? slot, string? zone)
    {
        if (slot is not { } instant)
            return (null, null);
        var local = LocalTime.Of(instant, LocalTime.Zone(zone ?? "UTC"));
        return (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    private string? Day(string pattern) => At.Date is { } date ? Digits(date.ToDateTime(TimeOnly.MinValue).ToString(pattern, Language)) : null;

    private string Digits(string text)
    {
        var own = Language.NumberFormat.NativeDigits;
        return own[0] == "0" ? text : string.Concat(text.Select(c => char.IsAsciiDigit(c) ? own[c - '0'] : c.ToString()));
    }
}

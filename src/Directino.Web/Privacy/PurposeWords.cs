using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Privacy;

/// <summary>Why something is kept, in the reader's language. The field itself says it in English; its words make the key of the others.</summary>
public static class PurposeWords
{
    /// <summary>"To send the invitation." is <c>WhyToSendTheInvitation</c>.</summary>
    public static string Key(string purpose) => purpose.Aggregate(
        (Key: "Why", Begins: true), (made, letter) => char.IsAsciiLetterOrDigit(letter)
            ? (made.Key + (made.Begins ? char.ToUpperInvariant(letter) : letter), false)
            : (made.Key, true)).Key;

    /// <summary>The purpose as it is said to this reader.</summary>
    public static string Purpose(this IStringLocalizer<PrivacyWords> words, string purpose) =>
        words[Key(purpose)] is { ResourceNotFound: false } said ? said.Value : purpose;
}

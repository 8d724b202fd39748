using System.Globalization;
using System.Resources;
using Directino.Mail;

namespace Directino.Accounts;

/// <summary>What Directino writes to people about accounts, in the reader's language. The words are in <c>Letters.resx</c> and <c>Letters.fa.resx</c>.</summary>
public static class Letters
{
    private static readonly ResourceManager Words = new(typeof(Letters));

    public static Letter Invitation(string to, string? language, string inviter, string workspace, Uri link) =>
        new(to, Say(language, "InvitationSubject", workspace), Say(language, "InvitationText", inviter, workspace), link);

    public static Letter PasswordReset(string to, string? language, string name, Uri link) =>
        new(to, Say(language, "PasswordResetSubject"), Say(language, "PasswordResetText", name), link);

    private static string Say(string? language, string key, params object[] values)
    {
        var culture = CultureInfo.GetCultureInfo(language ?? "en");
        var text = Words.GetString(key, culture) ?? throw new MissingManifestResourceException($"The letters lack {key}.");
        return string.Format(culture, text, values);
    }
}

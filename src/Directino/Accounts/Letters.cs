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

    public static Letter TokenEnds(string to, string? language, string username, int days, Uri? link) =>
        new(to, Say(language, "TokenEndsSubject", username, days), Say(language, "TokenEndsText", username, days), link);

    public static Letter LoginNeeded(string to, string? language, string username, Uri? link) =>
        new(to, Say(language, "LoginNeededSubject", username), Say(language, "LoginNeededText", username), link);

    /// <param name="slot">On the account's clock.</param>
    /// <param name="rule">Name of what stands in its way.</param>
    public static Letter PostInTrouble(string to, string? language, string username, DateTime slot, string rule, Uri? link) =>
        new(to, Say(language, "PostInTroubleSubject", username, slot), Say(language, "PostInTroubleText", username, slot, Trouble(language, rule)), link);

    private static string Trouble(string? language, string rule) =>
        Words.GetString("Trouble." + rule, CultureInfo.GetCultureInfo(language ?? "en")) ?? Say(language, "Trouble");

    private static string Say(string? language, string key, params object[] values)
    {
        var culture = CultureInfo.GetCultureInfo(language ?? "en");
        var text = Words.GetString(key, culture) ?? throw new MissingManifestResourceException($"The letters lack {key}.");
        return string.Format(culture, text, values);
    }
}

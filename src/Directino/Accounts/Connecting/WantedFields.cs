using Directino.Instagram;

namespace Directino.Accounts.Connecting;

/// <summary>Which webhook fields an account is subscribed to: only those of capabilities that are granted and switched on (API reference, webhooks 4.1).</summary>
public static class WantedFields
{
    private static readonly string[] Comments = ["comments", "live_comments", "mentions"];

    private static readonly string[] Messages =
        ["messages", "message_edit", "message_reactions", "messaging_postbacks", "messaging_referral", "messaging_seen"];

    /// <summary>Every field that some account may be subscribed to.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Comments, .. Messages];

    public static IReadOnlyList<string> For(ConnectedAccount account)
    {
        List<string> fields = [];
        if (Stands(account, Capability.Comments))
            fields.AddRange(Comments);
        if (Stands(account, Capability.Messages))
            fields.AddRange(Messages);
        return fields;
    }

    /// <summary>On Facebook Login the Page is subscribed to <c>feed</c> and the fields follow from the app's own settings.</summary>
    public static bool AreMet(ConnectedAccount account, IReadOnlyCollection<string> wanted, IReadOnlyCollection<string> subscribed) =>
        account.Login == InstagramLogin.Facebook
            ? subscribed.Count > 0
            : wanted.ToHashSet(StringComparer.Ordinal).SetEquals(subscribed);

    private static bool Stands(ConnectedAccount account, Capability capability) =>
        account.Allows(capability) && Scopes.Granted(account, capability);
}

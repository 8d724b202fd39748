using Directino.Sandbox.Graph;

namespace Directino.Sandbox.Webhooks;

/// <summary>The fields of the object <c>instagram</c> and the permission each needs.</summary>
internal static class WebhookFields
{
    public const string Comments = "comments";
    public const string Messages = "messages";
    public const string Edits = "message_edit";
    public const string Reactions = "message_reactions";
    public const string Postbacks = "messaging_postbacks";
    public const string Seen = "messaging_seen";

    public static readonly IReadOnlyList<string> Instagram =
    [
        Comments, "live_comments", "mentions", Messages, "message_echoes", Edits, Reactions, Postbacks, "messaging_referral", Seen,
        "messaging_handover", "standby", "messaging_optins", "story_insights",
    ];

    /// <summary>Fields a Page can be subscribed to; any of them installs the app, after which the Instagram events follow.</summary>
    public static readonly IReadOnlyList<string> Page =
        ["feed", "mention", "name", "picture", "category", "description", "conversations", "ratings", "messages", "messaging_postbacks", "message_reactions", "message_reads", "message_echoes"];

    public static string Permission(ApiHost host, string field) => (host, field) switch
    {
        (ApiHost.Instagram, Comments or "live_comments" or "mentions") => Login.Scopes.Comments,
        (ApiHost.Instagram, _) => Login.Scopes.Messages,
        (_, Comments or "live_comments" or "mentions") => Login.Scopes.FacebookComments,
        (_, "story_insights") => Login.Scopes.FacebookInsights,
        _ => Login.Scopes.FacebookMessages,
    };
}

using System.Text.Json.Nodes;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Messages;

namespace Directino.Sandbox.Webhooks;

/// <summary>Items of <c>entry[].messaging[]</c>.</summary>
internal static class MessageNotification
{
    public static NotificationDraft Sent(WorldState state, Message message)
    {
        var body = new JsonObject { ["mid"] = message.Mid };
        if (message.Text is not null) body["text"] = message.Text;
        if (message.Attachments is { Count: > 0 } attachments) body["attachments"] = attachments.DeepClone();
        if (message.QuickReplyPayload is { } payload) body["quick_reply"] = new JsonObject { ["payload"] = payload };
        if (message.ReplyToMid is { } mid)
        {
            var own = state.Messages.TryGetValue(mid, out var earlier) && earlier.FromAccount == message.FromAccount;
            body["reply_to"] = new JsonObject { ["mid"] = mid, ["is_self_reply"] = own };
        }
        else if (message.ReplyToStoryId is { } story)
        {
            body["reply_to"] = new JsonObject { ["story"] = new JsonObject { ["id"] = story, ["url"] = $"https://lookaside.example/ig_messaging_cdn/?asset_id={story}" } };
        }
        if (message.FromAccount) body["is_echo"] = true;
        return Item(state, message.AccountId, message.PersonId, message.FromAccount, message.Timestamp, WebhookFields.Messages, "message", body);
    }

    public static NotificationDraft Deleted(WorldState state, Message message, DateTimeOffset at) =>
        Item(state, message.AccountId, message.PersonId, message.FromAccount, at, WebhookFields.Messages, "message",
            new JsonObject { ["mid"] = message.Mid, ["is_deleted"] = true });

    public static NotificationDraft Edited(WorldState state, Message message, DateTimeOffset at) =>
        Item(state, message.AccountId, message.PersonId, message.FromAccount, at, WebhookFields.Edits, "message_edit",
            new JsonObject { ["mid"] = message.Mid, ["text"] = message.Text, ["num_edit"] = message.Edits });

    public static NotificationDraft Reacted(WorldState state, MessageReacted act, DateTimeOffset at)
    {
        var body = new JsonObject { ["mid"] = act.Mid, ["action"] = act.Reaction is null ? "unreact" : "react" };
        if (act.Reaction is not null)
        {
            body["reaction"] = act.Reaction;
            body["emoji"] = act.Emoji;
        }
        return Item(state, act.AccountId, act.PersonId, false, at, WebhookFields.Reactions, "reaction", body);
    }

    public static NotificationDraft Seen(WorldState state, MessageSeen act, DateTimeOffset at) =>
        Item(state, act.AccountId, act.PersonId, false, at, WebhookFields.Seen, "read", new JsonObject { ["mid"] = act.Mid });

    public static NotificationDraft Tapped(WorldState state, ButtonTapped act, DateTimeOffset at) =>
        Item(state, act.AccountId, act.PersonId, false, at, WebhookFields.Postbacks, "postback",
            new JsonObject { ["mid"] = act.Mid, ["title"] = act.Title, ["payload"] = act.Payload });

    private static NotificationDraft Item(
        WorldState state, string account, string person, bool fromAccount, DateTimeOffset at, string field, string member, JsonObject body)
    {
        var scoped = state.ScopedId(person, account);
        var (sender, recipient) = fromAccount ? (account, scoped) : (scoped, account);
        return new(account, field, Messaging: true, new JsonObject
        {
            ["sender"] = new JsonObject { ["id"] = sender },
            ["recipient"] = new JsonObject { ["id"] = recipient },
            ["timestamp"] = at.ToUnixTimeMilliseconds(),
            [member] = body,
        });
    }
}

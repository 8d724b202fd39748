using System.Text.Json.Nodes;
using Directino.Sandbox.Comments;
using Directino.Sandbox.Journal;

namespace Directino.Sandbox.Webhooks;

/// <summary>The <c>value</c> of a <c>comments</c> update; the account's own comments notify too.</summary>
internal static class CommentNotification
{
    public static NotificationDraft Of(WorldState state, Comment comment)
    {
        var account = state.Accounts[comment.AccountId];
        var from = comment.PersonId is { } person
            ? new JsonObject { ["id"] = state.ScopedId(person, account.Id), ["username"] = state.People[person].Username }
            : new JsonObject { ["id"] = account.Id, ["username"] = account.Username, ["self_ig_scoped_id"] = account.SelfScopedId };
        var value = new JsonObject { ["id"] = comment.Id };
        if (comment.ParentId is { } parent) value["parent_id"] = parent;
        value["from"] = from;
        value["text"] = comment.Text;
        value["media"] = new JsonObject { ["id"] = comment.MediaId, ["media_product_type"] = state.Media[comment.MediaId].ProductType };
        return new(account.Id, WebhookFields.Comments, Messaging: false, value);
    }
}

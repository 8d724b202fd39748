using System.Text.Json.Nodes;
using Directino.Sandbox.Accounts;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Login;
using Microsoft.Extensions.Options;

namespace Directino.Sandbox.Messages;

/// <summary>The Send API: messages within the window, one private reply per comment, reactions, typing.</summary>
internal sealed class SendResource(World world, IOptions<SandboxOptions> options) : IGraphResource
{
    private static readonly TimeSpan StandardWindow = TimeSpan.FromHours(24);
    private static readonly TimeSpan HumanWindow = TimeSpan.FromDays(7);
    private static readonly TimeSpan PrivateReplyWindow = TimeSpan.FromDays(7);
    private const int PrivateRepliesPerHour = 750;

    public IEnumerable<GraphRoute> Routes =>
    [
        // Which permission is needed depends on the recipient, so it is asked for below.
        new("POST", NodeKind.Account, "messages", "messages", Send) { Instagram = "" },
        new("POST", NodeKind.Page, "messages", "messages", Send) { Facebook = "" },
    ];

    private JsonObject Send(GraphCall call)
    {
        if (call.Json("recipient") is not JsonObject recipient) throw GraphErrors.Missing(call.Host, "recipient");
        var (message, action) = (call.Json("message"), call.Text("sender_action"));
        if (message is not null && action is not null) throw GraphErrors.On(call.Host, 100, 2018014);
        if (message is null && action is null) throw GraphErrors.Missing(call.Host, "message");
        return world.Act(Actors.Api, call.RequestId, act =>
        {
            var account = act.State.Accounts[call.Node.Account!.Id];
            if (!account.MessagesAllowed) throw GraphErrors.Row(200, 2534041);
            if (recipient["comment_id"]?.ToString() is { } comment)
            {
                Permit(call, Scopes.Comments, Scopes.FacebookComments);
                return PrivateReply(call, act, account, comment, message ?? throw GraphErrors.Missing(call.Host, "message"));
            }
            Permit(call, Scopes.Messages, Scopes.FacebookMessages);
            var person = To(call, act, account, recipient);
            return action is null ? Send(call, act, account, person, message!) : Do(call, act, account, person, action);
        });
    }

    private JsonObject PrivateReply(GraphCall call, WorldAct act, SandboxAccount account, string commentId, JsonNode body)
    {
        var comment = act.State.Comments.GetValueOrDefault(commentId);
        if (comment is not { Deleted: false, PrivateReplyMid: null, PersonId: { } person } || comment.AccountId != account.Id || act.Now - comment.Timestamp > PrivateReplyWindow)
        {
            throw GraphErrors.On(call.Host, 100, 2534025);
        }
        var unanswered = act.State.Conversations.GetValueOrDefault((account.Id, person)) is { PrivateReplyUnanswered: true };
        if (options.Value.OnePrivateReplyPerPerson && unanswered) throw GraphErrors.On(call.Host, 100, 2534025);
        var hour = act.Now.AddHours(-1);
        if (act.State.Messages.Values.Count(m => m.AccountId == account.Id && m.CommentId is not null && m.Timestamp > hour) >= PrivateRepliesPerHour) throw GraphErrors.Row(613, 2534040);
        if (act.State.People[person].BlockedAccounts.Contains(account.Id)) throw GraphErrors.Row(551);
        return Record(act, MessageContent.Read(call, act, account, body) with { Mid = act.NextMid(), PersonId = person, CommentId = comment.Id });
    }

    private static JsonObject Send(GraphCall call, WorldAct act, SandboxAccount account, Person person, JsonNode body)
    {
        if (person.BlockedAccounts.Contains(account.Id)) throw GraphErrors.Row(551);
        var tag = call.Text("tag");
        if (tag is not (null or "HUMAN_AGENT")) throw GraphErrors.Parameter(call.Host, $"(#100) The message tag {tag} is not supported");
        var opened = act.State.Conversations.GetValueOrDefault((account.Id, person.Id))?.WindowOpenedAt;
        if (opened is null || act.Now - opened > (tag is null ? StandardWindow : HumanWindow)) throw GraphErrors.On(call.Host, 10, 2534022);
        var reply = (call.Json("reply_to") as JsonObject)?["mid"]?.ToString();
        if (reply is not null && !act.State.MessagesOf(account.Id, person.Id).Any(m => m.Mid == reply)) throw GraphErrors.Parameter(call.Host, "(#100) Invalid reply_to mid");
        return Record(act, MessageContent.Read(call, act, account, body) with { Mid = act.NextMid(), PersonId = person.Id, HumanAgent = tag is not null, ReplyToMid = reply });
    }

    private static JsonObject Record(WorldAct act, Message message)
    {
        act.Record(new MessageSent(message));
        return new() { ["recipient_id"] = act.State.ScopedId(message.PersonId, message.AccountId), ["message_id"] = message.Mid };
    }

    private static JsonObject Do(GraphCall call, WorldAct act, SandboxAccount account, Person person, string action)
    {
        switch (action)
        {
            case "typing_on" or "typing_off" or "mark_seen":
                break;
            case "react" or "unreact":
                var payload = call.Json("payload") as JsonObject;
                var mid = payload?["message_id"]?.ToString() ?? throw GraphErrors.Missing(call.Host, "payload");
                if (!act.State.MessagesOf(account.Id, person.Id).Any(m => m.Mid == mid)) throw GraphErrors.Parameter(call.Host, "(#100) Invalid message id");
                var reaction = action == "react" ? payload["reaction"]?.ToString() ?? throw GraphErrors.Missing(call.Host, "reaction") : null;
                act.Record(new MessageReacted(mid, account.Id, person.Id, ByAccount: true, reaction, null));
                break;
            default:
                throw GraphErrors.Parameter(call.Host, "(#100) Param sender_action must be one of {typing_on, typing_off, mark_seen, react, unreact}");
        }
        return new JsonObject { ["recipient_id"] = act.State.ScopedId(person.Id, account.Id) };
    }

    private static Person To(GraphCall call, WorldAct act, SandboxAccount account, JsonObject recipient)
    {
        var id = recipient["id"]?.ToString() ?? throw GraphErrors.Missing(call.Host, "recipient[id]");
        return act.State.Scoped(id) is { } scoped && scoped.Account.Id == account.Id ? scoped.Person : throw GraphErrors.On(call.Host, 100, 2534014);
    }

    private static void Permit(GraphCall call, string instagram, string facebook)
    {
        var needed = call.Host == ApiHost.Instagram ? instagram : facebook;
        if (!call.Token.Scopes.Contains(needed)) throw GraphErrors.NoPermission(call.Host, needed);
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Login;

namespace Directino.Sandbox.Messages;

/// <summary>Conversations and messages; only the 20 newest of a conversation can be read.</summary>
internal sealed class ConversationResource(World world) : IGraphResource
{
    private const int Readable = 20;
    private const int PageSize = 25;

    private static readonly FieldTable<Message> MessageFields = new("IGMessage",
        new("id", message => message.Mid, @default: true),
        new("created_time", message => GraphFormat.Time(message.Timestamp), @default: true),
        new("is_unsupported", _ => false),
        new("from", (call, message, _) => Party(call, message, message.FromAccount)),
        new("to", (call, message, _) => new JsonObject { ["data"] = new JsonArray(Party(call, message, !message.FromAccount)) }),
        new("message", message => message.Text ?? ""),
        new("reply_to", (call, message, _) => ReplyTo(call, message)),
        new("story", message => message.ReplyToStoryId is { } story ? new JsonObject { ["reply_to"] = new JsonObject { ["id"] = story } } : null),
        new("attachments", (call, message, _) => Attachments(call, message)),
        new("shares", _ => null),
        new("reactions", (call, message, _) => Reactions(call, message)),
        new("tags", _ => null));

    private static readonly FieldTable<Conversation> ConversationFields = new("IGConversation",
        new("id", conversation => conversation.Id, @default: true),
        new("updated_time", conversation => GraphFormat.Time(conversation.UpdatedAt), @default: true),
        new("is_owner", _ => true),
        new("participants", (call, conversation, _) => Participants(call, conversation)),
        new("messages", (call, conversation, asked) => Messages(call, conversation, asked)));

    public IEnumerable<GraphRoute> Routes =>
    [
        new("GET", NodeKind.Account, "conversations", "conversations", List) { Instagram = Scopes.Messages },
        new("GET", NodeKind.Page, "conversations", "conversations", List) { Facebook = Scopes.FacebookMessages },
        new("GET", NodeKind.Conversation, "", "conversation", Show) { Instagram = Scopes.Messages, Facebook = Scopes.FacebookMessages },
        new("GET", NodeKind.Conversation, "messages", "conversation", ListMessages) { Instagram = Scopes.Messages, Facebook = Scopes.FacebookMessages },
        new("GET", NodeKind.Message, "", "message", ShowMessage) { Instagram = Scopes.Messages, Facebook = Scopes.FacebookMessages },
    ];

    private JsonObject List(GraphCall call)
    {
        if (call.Text("platform") != "instagram") throw GraphErrors.Parameter(call.Host, "(#100) Param platform must be instagram");
        var asked = call.Fields;
        ConversationFields.Check(call, asked);
        var account = call.Node.Account!.Id;
        var all = world.Read(state =>
        {
            var person = call.Text("user_id") is { } id ? state.Scoped(id)?.Person.Id ?? "" : null;
            return state.Conversations.Values.Where(c => c.AccountId == account && c.Mids.Count > 0 && (person is null || c.PersonId == person))
                .OrderByDescending(c => c.UpdatedAt).ThenBy(c => c.Id, StringComparer.Ordinal).ToList();
        });
        return GraphPage.Of(call, all, c => c.Id, c => ConversationFields.Project(call, c, asked), most: 100);
    }

    private JsonObject Show(GraphCall call) =>
        ConversationFields.Project(call, world.Read(state => state.Conversations[(call.Node.Conversation.AccountId, call.Node.Conversation.PersonId)]), call.Fields);

    private JsonObject ListMessages(GraphCall call)
    {
        var asked = call.Fields;
        MessageFields.Check(call, asked);
        var all = NewestFirst(call, call.Node.Conversation);
        return GraphPage.Of(call, all, m => m.Mid, m => ShowRow(call, all, m, asked), most: 100);
    }

    private JsonObject ShowMessage(GraphCall call)
    {
        var message = call.Node.Message;
        var newest = world.Read(state => state.MessagesOf(message.AccountId, message.PersonId).TakeLast(Readable).Any(m => m.Mid == message.Mid));
        return newest && !message.Deleted ? MessageFields.Project(call, message, call.Fields) : throw GraphErrors.Row(9000001);
    }

    private static JsonObject Messages(GraphCall call, Conversation conversation, FieldSelection asked)
    {
        MessageFields.Check(call, asked.Within);
        var limit = asked.Arguments.TryGetValue("limit", out var text) && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var asking) ? Math.Clamp(asking, 1, 100) : PageSize;
        var all = NewestFirst(call, conversation);
        var answer = new JsonObject { ["data"] = new JsonArray([.. all.Take(limit).Select(m => ShowRow(call, all, m, asked.Within))]) };
        if (all.Count > limit)
        {
            answer["paging"] = new JsonObject { ["next"] = $"{call.BaseAddress}{call.Prefix}/{call.Version}/{conversation.Id}/messages?limit={limit}&access_token={call.Bearer}" };
        }
        return answer;
    }

    /// <summary>Beyond the newest twenty a row keeps its id and time and nothing else.</summary>
    private static JsonObject ShowRow(GraphCall call, List<Message> newestFirst, Message message, IReadOnlyList<FieldSelection> asked)
    {
        var readable = !message.Deleted && newestFirst.IndexOf(message) < Readable;
        return MessageFields.Project(call, message, readable ? asked : [.. asked.Where(f => f.Name is "id" or "created_time")]);
    }

    private static List<Message> NewestFirst(GraphCall call, Conversation conversation) =>
        call.World.Read(state => state.MessagesOf(conversation.AccountId, conversation.PersonId).Reverse().ToList());

    private static JsonObject Party(GraphCall call, Message message, bool account) => call.World.Read(state => account
        ? new JsonObject { ["username"] = state.Accounts[message.AccountId].Username, ["id"] = message.AccountId }
        : new JsonObject { ["username"] = state.People[message.PersonId].Username, ["id"] = state.ScopedId(message.PersonId, message.AccountId) });

    private static JsonObject Participants(GraphCall call, Conversation conversation) => call.World.Read(state => new JsonObject
    {
        ["data"] = new JsonArray(
            new JsonObject { ["username"] = state.Accounts[conversation.AccountId].Username, ["id"] = conversation.AccountId },
            new JsonObject { ["username"] = state.People[conversation.PersonId].Username, ["id"] = state.ScopedId(conversation.PersonId, conversation.AccountId) }),
    });

    private static JsonObject? ReplyTo(GraphCall call, Message message)
    {
        if (message.ReplyToMid is not { } mid) return null;
        var own = call.World.Read(state => state.Messages.GetValueOrDefault(mid)?.FromAccount == message.FromAccount);
        return new() { ["mid"] = mid, ["is_self_reply"] = own };
    }

    private static JsonObject? Attachments(GraphCall call, Message message)
    {
        if (message.Attachments is not { Count: > 0 } attachments) return null;
        var rows = attachments.Select((attachment, index) =>
        {
            var url = attachment?["payload"]?["url"]?.ToString();
            if (url is not null && url.StartsWith(PictureStore.Scheme, StringComparison.Ordinal)) url = call.FileAddress(url[PictureStore.Scheme.Length..]);
            var row = new JsonObject { ["id"] = $"{message.Mid}-{index}" };
            if (attachment?["type"]?.ToString() == "image") row["image_data"] = new JsonObject { ["url"] = url };
            else row["file_url"] = url;
            return (JsonNode)row;
        });
        return new() { ["data"] = new JsonArray([.. rows]) };
    }

    private static JsonObject? Reactions(GraphCall call, Message message)
    {
        var rows = new JsonArray();
        if (message.PersonReaction is { } theirs) rows.Add(new JsonObject { ["reaction"] = theirs, ["users"] = new JsonArray(Party(call, message, account: false)) });
        if (message.AccountReaction is { } ours) rows.Add(new JsonObject { ["reaction"] = ours, ["users"] = new JsonArray(Party(call, message, account: true)) });
        return rows.Count == 0 ? null : new() { ["data"] = rows };
    }
}

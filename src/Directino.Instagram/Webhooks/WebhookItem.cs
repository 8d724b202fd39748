using System.Text.Json;
using Directino.Instagram.Wire;

namespace Directino.Instagram.Webhooks;

/// <summary>What the splitter needs of one item: who, when, which ids. Texts are skipped.</summary>
internal struct WebhookItem
{
    private string? _id, _commentId, _parentId, _mediaId, _sender, _recipient, _timestamp;
    private string? _mid, _action, _payload, _edits;
    private string? _member;
    private bool _echo, _deleted;

    public int From, To;
    public bool Standby;
    public string? Field;

    /// <summary>Reads a messaging item or the value of a change; the reader stands on its opening brace.</summary>
    public void ReadValue(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (reader.ValueTextEquals("sender"u8)) _sender = NodeId(ref reader);
            else if (reader.ValueTextEquals("recipient"u8)) _recipient = NodeId(ref reader);
            else if (reader.ValueTextEquals("timestamp"u8)) _timestamp = Text(ref reader);
            else if (reader.ValueTextEquals("message"u8)) Body(ref reader, "message");
            else if (reader.ValueTextEquals("message_edit"u8)) Body(ref reader, "message_edit");
            else if (reader.ValueTextEquals("reaction"u8)) Body(ref reader, "reaction");
            else if (reader.ValueTextEquals("postback"u8)) Body(ref reader, "postback");
            else if (reader.ValueTextEquals("read"u8)) Body(ref reader, "read");
            else if (reader.ValueTextEquals("referral"u8)) Body(ref reader, "referral");
            else if (reader.ValueTextEquals("pass_thread_control"u8)) Body(ref reader, "pass_thread_control");
            else if (reader.ValueTextEquals("take_thread_control"u8)) Body(ref reader, "take_thread_control");
            else if (reader.ValueTextEquals("request_thread_control"u8)) Body(ref reader, "request_thread_control");
            else if (reader.ValueTextEquals("app_roles"u8)) Body(ref reader, "app_roles");
            else if (reader.ValueTextEquals("id"u8)) _id = Text(ref reader);
            else if (reader.ValueTextEquals("comment_id"u8)) _commentId = Text(ref reader);
            else if (reader.ValueTextEquals("parent_id"u8)) _parentId = Text(ref reader);
            else if (reader.ValueTextEquals("media_id"u8)) _mediaId = Text(ref reader);
            else if (reader.ValueTextEquals("media"u8)) _mediaId = NodeId(ref reader) ?? _mediaId;
            else
            {
                reader.Read();
                reader.Skip();
            }
        }
    }

    /// <summary>Makes the event, once the entry's id and time are known.</summary>
    public readonly WebhookEvent ToEvent(ReadOnlyMemory<byte> body, string account, DateTimeOffset? sent)
    {
        var payload = body[From..To];
        var kind = Kind(account);
        account = WebhookKey.Clean(account);
        return new WebhookEvent
        {
            AccountId = account,
            Kind = kind,
            Key = WebhookKey.Fit(Key(kind, account)) ?? WebhookKey.OfBytes(account, payload.Span),
            Conversation = WebhookKey.Fit(Conversation(kind, account)) ?? account,
            Time = LenientText.ParseTime(_timestamp) ?? sent ?? DateTimeOffset.UnixEpoch,
            Payload = payload,
        };
    }

    private readonly WebhookKind Kind(string account) => Standby ? WebhookKind.Standby : _member switch
    {
        "message" when _deleted => WebhookKind.Deleted,
        "message" when _echo || IsAccount(_sender, account) => WebhookKind.Echo,
        "message" => WebhookKind.Message,
        "message_edit" => WebhookKind.Edit,
        "reaction" => WebhookKind.Reaction,
        "postback" => WebhookKind.Postback,
        "referral" => WebhookKind.Referral,
        "read" => WebhookKind.Seen,
        not null => WebhookKind.Handover,
        null => Field switch
        {
            "comments" => WebhookKind.Comment,
            "live_comments" => WebhookKind.LiveComment,
            "mentions" => WebhookKind.Mention,
            "story_insights" => WebhookKind.StoryInsights,
            _ => WebhookKind.Unknown,
        },
    };

    // Null where the members that identify the event are missing: its bytes identify it then.
    private readonly string? Key(WebhookKind kind, string account) => kind switch
    {
        WebhookKind.Comment or WebhookKind.LiveComment => (_id ?? _commentId) is { } id ? $"comment:{account}:{id}" : null,
        WebhookKind.Mention => _mediaId is null ? null : $"mention:{account}:{_mediaId}:{_commentId}",
        WebhookKind.StoryInsights => _mediaId is null ? null : $"story:{account}:{_mediaId}",
        WebhookKind.Message or WebhookKind.Echo => _mid is null ? null : $"message:{account}:{_mid}",
        WebhookKind.Deleted => _mid is null ? null : $"deleted:{account}:{_mid}",
        WebhookKind.Edit => _mid is null ? null : $"edit:{account}:{_mid}:{_edits}",
        WebhookKind.Reaction => _mid is null ? null : $"reaction:{account}:{_mid}:{_sender}:{_action}:{_timestamp}",
        WebhookKind.Postback => _mid is not null ? $"postback:{account}:{_mid}"
            : _sender is null || _timestamp is null ? null : $"postback:{account}:{_sender}:{_payload}:{_timestamp}",
        WebhookKind.Referral => _sender is null || _timestamp is null ? null : $"referral:{account}:{_sender}:{_timestamp}",
        WebhookKind.Seen => _mid is null ? null : $"seen:{account}:{_mid}:{_sender}",
        WebhookKind.Standby => _mid is null || _member is null ? null : $"standby:{account}:{_member}:{_mid}:{_sender}:{_action}{_edits}:{_deleted}:{_timestamp}",
        WebhookKind.Handover => _sender is null || _timestamp is null ? null : $"handover:{account}:{_sender}:{_timestamp}:{_member}",
        _ => null,
    };

    private readonly string? Conversation(WebhookKind kind, string account) => kind switch
    {
        WebhookKind.Comment or WebhookKind.LiveComment => _parentId ?? _id ?? _commentId ?? _mediaId,
        WebhookKind.Mention or WebhookKind.StoryInsights => _mediaId,
        WebhookKind.Unknown when _member is null => _sender ?? _recipient,
        _ when _echo || IsAccount(_sender, account) => _recipient ?? _sender,
        _ => _sender ?? _recipient,
    };

    private static bool IsAccount(string? id, string account) => id is not null && id.Length > 0 && id == account;

    private void Body(ref Utf8JsonReader reader, string member)
    {
        // A message that carries a referral is a message: the member that says most decides, and only "referral" says less than others.
        if (_member is null or "referral") _member = member;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (reader.ValueTextEquals("mid"u8)) _mid = Text(ref reader);
            else if (reader.ValueTextEquals("is_echo"u8)) _echo = Truth(ref reader);
            else if (reader.ValueTextEquals("is_deleted"u8)) _deleted = Truth(ref reader);
            else if (reader.ValueTextEquals("num_edit"u8)) _edits = Text(ref reader);
            else if (reader.ValueTextEquals("action"u8)) _action = Text(ref reader);
            else if (reader.ValueTextEquals("payload"u8)) _payload = Text(ref reader);
            else
            {
                reader.Read();
                reader.Skip();
            }
        }
    }

    private static string? NodeId(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) return LooseStringConverter.Text(ref reader);
        string? id = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                id = Text(ref reader);
                continue;
            }

            reader.Read();
            reader.Skip();
        }

        return id;
    }

    private static bool Truth(ref Utf8JsonReader reader) => string.Equals(Text(ref reader), "true", StringComparison.OrdinalIgnoreCase);

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return LooseStringConverter.Text(ref reader);
    }
}

using System.Text.Json;
using Directino.Instagram.Wire;

namespace Directino.Instagram.Webhooks;

/// <summary>Any messaging event (webhooks.md sections 7 and 8); the members that fit its kind are set.</summary>
public sealed record WebhookMessage
{
    /// <summary>Who acted: the person's IGSID, or the account id for echoes.</summary>
    public string? SenderId { get; init; }

    /// <summary>The other side.</summary>
    public string? RecipientId { get; init; }

    /// <summary>When it happened; null when not told.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The message (<c>mid</c>) sent, edited, reacted to, read or tapped.</summary>
    public string? MessageId { get; init; }

    /// <summary>Text of the message or of its edit.</summary>
    public string? Text { get; init; }

    /// <summary>Pictures, videos, voice, files, shares, story mentions.</summary>
    public IReadOnlyList<WebhookAttachment> Attachments { get; init; } = [];

    /// <summary>Sent by the account.</summary>
    public bool IsEcho { get; init; }

    /// <summary>The account wrote to itself.</summary>
    public bool IsSelf { get; init; }

    /// <summary>Unsent by its author.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>A kind of message the API cannot show.</summary>
    public bool IsUnsupported { get; init; }

    /// <summary>Payload of a tapped quick reply.</summary>
    public string? QuickReplyPayload { get; init; }

    /// <summary>The message it answers inline.</summary>
    public string? ReplyToMessageId { get; init; }

    /// <summary>The account's story it answers.</summary>
    public WebhookStory? ReplyToStory { get; init; }

    /// <summary>The ad, product or link the person came through; of the message, the postback, or alone.</summary>
    public WebhookReferral? Referral { get; init; }

    /// <summary>Number of edits so far; 0 or null with no text is no edit and must never blank the stored text.</summary>
    public int? EditCount { get; init; }

    /// <summary>Set for reactions.</summary>
    public WebhookReaction? Reaction { get; init; }

    /// <summary>Set for tapped buttons, ice breakers and menu entries.</summary>
    public WebhookPostback? Postback { get; init; }

    /// <summary>Reads the payload of one event; null when it is no readable JSON object. Never throws.</summary>
    /// <param name="payload"><see cref="WebhookEvent.Payload"/> of a messaging event.</param>
    public static WebhookMessage? Read(ReadOnlyMemory<byte> payload)
    {
        using var json = WebhookJson.Parse(payload);
        if (json?.RootElement is not { ValueKind: JsonValueKind.Object } root) return null;

        // The dashboard's test button sends messaging events in the form of changes.
        JsonElement? item = Loose.Object(root, "value") ?? root;
        var message = Loose.Object(item, "message");
        var edit = Loose.Object(item, "message_edit");
        var reaction = Loose.Object(item, "reaction");
        var postback = Loose.Object(item, "postback");
        var reply = Loose.Object(message, "reply_to");
        return new WebhookMessage
        {
            SenderId = Loose.Text(Loose.Object(item, "sender"), "id"),
            RecipientId = Loose.Text(Loose.Object(item, "recipient"), "id"),
            Time = LenientText.ParseTime(Loose.Text(item, "timestamp")),
            MessageId = Loose.Text(message ?? edit ?? reaction ?? postback ?? Loose.Object(item, "read"), "mid"),
            Text = Loose.Text(message ?? edit, "text"),
            Attachments = WebhookAttachment.All(Loose.Member(message, "attachments")),
            IsEcho = Loose.Truth(message, "is_echo"),
            IsSelf = Loose.Truth(message, "is_self") || Loose.Truth(item, "is_self"),
            IsDeleted = Loose.Truth(message, "is_deleted"),
            IsUnsupported = Loose.Truth(message, "is_unsupported"),
            QuickReplyPayload = Loose.Text(Loose.Object(message, "quick_reply"), "payload"),
            ReplyToMessageId = Loose.Text(reply, "mid"),
            ReplyToStory = Loose.Object(reply, "story") is { } story
                ? new WebhookStory(Loose.Text(story, "id"), Loose.Text(story, "url"), Loose.Text(story, "link_sticker_url")) : null,
            Referral = WebhookReferral.Of(
                Loose.Object(message, "referral") ?? Loose.Object(postback, "referral") ?? Loose.Object(item, "referral")),
            EditCount = Loose.Int(edit, "num_edit"),
            Reaction = reaction is null ? null : new WebhookReaction(
                !string.Equals(Loose.Text(reaction, "action"), "unreact", StringComparison.OrdinalIgnoreCase),
                Loose.Text(reaction, "reaction"), Loose.Text(reaction, "emoji")),
            Postback = postback is null ? null : new WebhookPostback(Loose.Text(postback, "title"), Loose.Text(postback, "payload")),
        };
    }
}

/// <summary>A story of the account a person answered. Its media must not be stored.</summary>
/// <param name="Id">Media id of the story.</param>
/// <param name="Url">Picture or video; expires.</param>
/// <param name="LinkStickerUrl">The link on the story.</param>
public sealed record WebhookStory(string? Id, string? Url, string? LinkStickerUrl);

/// <summary>A reaction.</summary>
/// <param name="Added">False when it was taken off.</param>
/// <param name="Name">For example <c>love</c>; null when taken off.</param>
/// <param name="Emoji">The sign to show; null when taken off.</param>
public sealed record WebhookReaction(bool Added, string? Name, string? Emoji);

/// <summary>A tapped button.</summary>
/// <param name="Title">What the person read.</param>
/// <param name="Payload">What the account put behind it.</param>
public sealed record WebhookPostback(string? Title, string? Payload);

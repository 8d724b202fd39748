using System.Text.Json;
using Directino.Instagram.Wire;

namespace Directino.Instagram.Webhooks;

/// <summary>A comment, live comment or mention (webhooks.md section 6). Its own time is not told: read the comment for it.</summary>
public sealed record WebhookComment
{
    /// <summary><c>comments</c>, <c>live_comments</c> or <c>mentions</c>.</summary>
    public string? Field { get; init; }

    /// <summary>Comment id; null for a mention in a caption.</summary>
    public string? Id { get; init; }

    /// <summary>The top-level comment this one answers.</summary>
    public string? ParentId { get; init; }

    /// <summary>IGSID of the author; the account id for its own comments. Null in mentions.</summary>
    public string? FromId { get; init; }

    /// <summary>Handle of the author.</summary>
    public string? FromUsername { get; init; }

    /// <summary>The account's own IGSID, present on its own comments only: the guard against answering oneself.</summary>
    public string? SelfIgScopedId { get; init; }

    /// <summary>Text; null for comments without (a GIF alone) and for mentions.</summary>
    public string? Text { get; init; }

    /// <summary>The media; for an ad its copy, not the organic post.</summary>
    public string? MediaId { get; init; }

    /// <summary><c>FEED</c>, <c>REELS</c>, <c>AD</c>, <c>LIVE</c>...</summary>
    public string? MediaProductType { get; init; }

    /// <summary>The ad, when it stands under one.</summary>
    public string? AdId { get; init; }

    /// <summary>Title of the ad.</summary>
    public string? AdTitle { get; init; }

    /// <summary>The organic post an ad was made from.</summary>
    public string? OriginalMediaId { get; init; }

    /// <summary>True when the account wrote it itself.</summary>
    /// <param name="accountId">The professional account.</param>
    public bool IsOwn(string accountId) => SelfIgScopedId is not null || (FromId is not null && FromId == accountId);

    /// <summary>Reads the payload of one event; null when it is no readable JSON object. Never throws.</summary>
    /// <param name="payload"><see cref="WebhookEvent.Payload"/> of a comment, live comment or mention.</param>
    public static WebhookComment? Read(ReadOnlyMemory<byte> payload)
    {
        using var json = WebhookJson.Parse(payload);
        if (json?.RootElement is not { ValueKind: JsonValueKind.Object } root) return null;
        JsonElement? value = Loose.Object(root, "value") ?? root;
        var from = Loose.Object(value, "from");
        var media = Loose.Object(value, "media");
        return new WebhookComment
        {
            Field = Loose.Text(root, "field"),
            Id = Loose.Text(value, "id") ?? Loose.Text(value, "comment_id"),
            ParentId = Loose.Text(value, "parent_id"),
            FromId = Loose.Text(from, "id"),
            FromUsername = Loose.Text(from, "username"),
            SelfIgScopedId = Loose.Text(from, "self_ig_scoped_id"),
            Text = Loose.Text(value, "text"),
            MediaId = Loose.Text(media, "id") ?? Loose.Text(value, "media_id"),
            MediaProductType = Loose.Text(media, "media_product_type"),
            AdId = Loose.Text(media, "ad_id"),
            AdTitle = Loose.Text(media, "ad_title"),
            OriginalMediaId = Loose.Text(media, "original_media_id"),
        };
    }
}

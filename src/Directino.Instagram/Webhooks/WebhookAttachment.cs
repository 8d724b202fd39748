using System.Text.Json;
using Directino.Instagram.Wire;

namespace Directino.Instagram.Webhooks;

/// <summary>Something attached to a message (webhooks.md section 7.5).</summary>
/// <param name="Type"><c>image</c>, <c>video</c>, <c>audio</c>, <c>file</c>, <c>share</c>, <c>ig_post</c>, <c>ig_reel</c>, <c>story_mention</c>, <c>ephemeral</c>...</param>
/// <param name="Url">Signed address that expires; null for view-once media. Story media must not be stored.</param>
/// <param name="MediaId">The shared post or reel, when told.</param>
/// <param name="Title">Its title, when told.</param>
public sealed record WebhookAttachment(string Type, string? Url, string? MediaId, string? Title)
{
    internal static IReadOnlyList<WebhookAttachment> All(JsonElement? attachments)
    {
        if (attachments is { ValueKind: JsonValueKind.Object } single) return [Of(single)];
        if (attachments is not { ValueKind: JsonValueKind.Array } list) return [];
        return [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(Of)];
    }

    private static WebhookAttachment Of(JsonElement item)
    {
        var payload = Loose.Object(item, "payload");
        return new WebhookAttachment(
            Loose.Text(item, "type") ?? "unknown", Loose.Text(payload, "url"),
            Loose.Text(payload, "ig_post_media_id") ?? Loose.Text(payload, "reel_video_id"), Loose.Text(payload, "title"));
    }
}

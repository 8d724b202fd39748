using Directino.Instagram.Messages;
using Directino.Instagram.Webhooks;

namespace Directino.Inbox;

/// <summary>A message as it was seen: in a webhook, or read back from the conversation.</summary>
internal sealed record SeenMessage
{
    public required string? Mid { get; init; }

    public required bool IsOurs { get; init; }

    public required string? Text { get; init; }

    public string? Attachments { get; init; }

    public string? AttachmentUrl { get; init; }

    public bool AboutStory { get; init; }

    public string? ReplyToMid { get; init; }

    public required DateTimeOffset At { get; init; }

    public bool IsStandby { get; init; }

    /// <summary>False when it was read back from before the account was connected: it is history, nobody is told.</summary>
    public bool IsNews { get; init; } = true;

    public static SeenMessage Of(WebhookMessage inbound, DateTimeOffset at, bool standby)
    {
        var first = inbound.Attachments.FirstOrDefault(a => a.Url is not null);
        // A shared post comes in an old and a new form at once; it is one.
        var kinds = inbound.Attachments.Select(a => a.Type).Where(t => t != "share" || inbound.Attachments.Count == 1).Distinct();
        var named = string.Join(',', inbound.IsUnsupported ? kinds.Append("unsupported") : kinds);
        return new SeenMessage
        {
            Mid = inbound.MessageId,
            IsOurs = inbound.IsEcho,
            Text = inbound.Text,
            Attachments = named.Length == 0 ? null : named.Length > 200 ? named[..200] : named,
            AttachmentUrl = inbound.ReplyToStory?.Url ?? first?.Url,
            AboutStory = inbound.ReplyToStory is not null || inbound.Attachments.Any(a => a.Type == "story_mention"),
            ReplyToMid = inbound.ReplyToMessageId,
            At = at,
            IsStandby = standby,
        };
    }

    /// <summary>A tapped button says what was written on it.</summary>
    public static SeenMessage OfPostback(WebhookMessage inbound, DateTimeOffset at, bool standby) => new()
    {
        Mid = inbound.MessageId,
        IsOurs = false,
        Text = inbound.Postback?.Title ?? inbound.Postback?.Payload,
        Attachments = "postback",
        At = at,
        IsStandby = standby,
    };

    public static SeenMessage OfDetail(MessageDetail read, DateTimeOffset fallback, bool isOurs, bool isNews) => new()
    {
        Mid = read.Id,
        IsOurs = isOurs,
        Text = string.IsNullOrEmpty(read.Text) ? null : read.Text,
        Attachments = string.IsNullOrEmpty(read.Text) ? "attachment" : null,
        At = read.CreatedTime ?? fallback,
        IsNews = isNews,
    };
}

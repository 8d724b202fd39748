using Directino.Instagram;
using Directino.Instagram.Webhooks;
using Directino.Ledger;

namespace Directino.Intake;

/// <summary>What a delivery goes through before it is answered: signature over the raw bytes, split, stored.</summary>
public sealed class WebhookReceiver(IntakeWriter writer, InstagramClientOptions instagram, TimeProvider clock)
{
    private readonly byte[][] _secrets = [.. new[] { instagram.AppSecret, instagram.MetaAppSecret }
        .Where(s => !string.IsNullOrEmpty(s)).Select(s => System.Text.Encoding.UTF8.GetBytes(s!))];

    /// <summary>False, and nothing stored, when no secret matches. True when everything in the body is on disk.</summary>
    public async Task<bool> Receive(ReadOnlyMemory<byte> body, string? signature)
    {
        if (!WebhookSignature.Matches(body.Span, signature, _secrets))
            return false;
        var events = WebhookBody.Split(body).Events;
        if (events.Count > 0)
            await writer.Store(Rows(events));
        return true;
    }

    private IntakeEvent[] Rows(IReadOnlyList<WebhookEvent> events)
    {
        var now = clock.GetUtcNow();
        var rows = new IntakeEvent[events.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            var e = events[i];
            rows[i] = new IntakeEvent
            {
                Key = Fit($"{e.AccountId}:{e.Kind}:{e.Key}"),
                InstagramId = Cut(e.AccountId, 40),
                Kind = e.Kind.ToString(),
                Conversation = Cut($"{e.AccountId}:{e.Conversation}", 120),
                Payload = e.Payload.ToArray(),
                OccurredAt = e.Time,
                ReceivedAt = now,
                Lane = LaneOf(e.AccountId),
                DueAt = now,
            };
        }

        return rows;
    }

    /// <summary>An account's events stay in one lane, so that they are processed in the order they came.</summary>
    private static int LaneOf(string instagramId)
    {
        uint hash = 2166136261;
        foreach (var c in instagramId)
            hash = (hash ^ c) * 16777619;
        return (int)(hash % Lanes.Count);
    }

    private static string Fit(string key) =>
        Clean(key.Length <= 300 ? key : key[..200] + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key))));

    private static string Cut(string text, int length) => Clean(text.Length <= length ? text : text[..length]);

    /// <summary>PostgreSQL keeps no NUL in a text.</summary>
    private static string Clean(string text) => text.Contains('\0', StringComparison.Ordinal) ? text.Replace('\0', '\uFFFD') : text;
}

using System.Security.Cryptography;
using System.Text;
using Directino.Instagram.Webhooks;
using Directino.Ledger;

namespace Directino.Intake;

/// <summary>The rows that a body becomes.</summary>
internal static class IntakeRows
{
    /// <summary>One row per event, in the order of the body.</summary>
    public static IntakeEvent[] Of(ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        var events = WebhookBody.Split(body).Events;
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

    /// <summary>The whole body as one row, to be taken apart when it is processed.</summary>
    /// <param name="body">As it came; it is kept, not copied.</param>
    /// <param name="signature">What identifies the delivery; a repeated one adds nothing.</param>
    /// <param name="now">When it came.</param>
    public static IntakeEvent Whole(byte[] body, string signature, DateTimeOffset now)
    {
        var (kind, payload) = LargeBody.Pack(body);
        var key = Fit($"{kind}:{signature.ToLowerInvariant()}");
        return new IntakeEvent
        {
            Key = key,
            InstagramId = "",
            Kind = kind,
            Conversation = key,
            Payload = payload,
            OccurredAt = now,
            ReceivedAt = now,
            Lane = LaneOf(signature),
            DueAt = now,
        };
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
        Clean(key.Length <= 300 ? key : key[..200] + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))));

    private static string Cut(string text, int length) => Clean(text.Length <= length ? text : text[..length]);

    /// <summary>PostgreSQL keeps no NUL in a text.</summary>
    private static string Clean(string text) => text.Contains('\0', StringComparison.Ordinal) ? text.Replace('\0', '\uFFFD') : text;
}

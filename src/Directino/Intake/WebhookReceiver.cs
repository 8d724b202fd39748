using System.Text;
using Directino.Instagram;
using Directino.Instagram.Webhooks;

namespace Directino.Intake;

/// <summary>What a delivery goes through before it is answered: signature over the raw bytes, taken apart, stored. A large one is stored whole.</summary>
public sealed class WebhookReceiver(IntakeWriter writer, InstagramClientOptions instagram, TimeProvider clock)
{
    private readonly byte[][] _secrets = [.. new[] { instagram.AppSecret, instagram.MetaAppSecret }
        .Where(s => !string.IsNullOrEmpty(s)).Select(s => Encoding.UTF8.GetBytes(s!))];

    /// <summary>False, and nothing stored, when no secret matches. True when everything in the body is on disk.</summary>
    public async Task<bool> Receive(ReadOnlyMemory<byte> body, string? signature)
    {
        if (signature is null || !WebhookSignature.Matches(body.Span, signature, _secrets))
            return false;
        var now = clock.GetUtcNow();
        IntakeEvent[] rows = body.Length < LargeBody.From ? IntakeRows.Of(body, now) : [IntakeRows.Whole(body.Span, signature, now)];
        if (rows.Length > 0)
            await writer.Store(rows);
        return true;
    }
}

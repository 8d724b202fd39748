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
        await Store(body.Length < LargeBody.From ? IntakeRows.Of(body, now) : [IntakeRows.Whole(body.ToArray(), signature, now)]);
        return true;
    }

    /// <summary>The same for a large body of a known length, which is hashed while it arrives.</summary>
    /// <exception cref="EndOfStreamException">It ends before.</exception>
    public async Task<bool> Receive(Stream body, int length, string? signature, CancellationToken ct)
    {
        var whole = GC.AllocateUninitializedArray<byte>(length);
        using var running = new RunningSignature(_secrets);
        for (int read, arrived = 0; arrived < length; arrived += read)
        {
            read = await body.ReadAsync(whole.AsMemory(arrived), ct);
            if (read == 0)
                throw new EndOfStreamException();
            running.Append(whole.AsSpan(arrived, read));
        }

        if (signature is null || !running.Matches(signature))
            return false;
        await Store([IntakeRows.Whole(whole, signature, clock.GetUtcNow())]);
        return true;
    }

    /// <summary>Whether <see cref="Receive(Stream, int, string?, CancellationToken)"/> is for it.</summary>
    public static bool IsLarge(long? length) => length >= LargeBody.From;

    private Task Store(IntakeEvent[] rows) => rows.Length > 0 ? writer.Store(rows) : Task.CompletedTask;
}

using System.Buffers.Text;
using System.Security.Cryptography;

namespace Directino.Instagram.Webhooks;

/// <summary>Checks <c>X-Hub-Signature-256</c> over the raw bytes of a delivery, before anything parses them (webhooks.md section 3.2).</summary>
public static class WebhookSignature
{
    /// <summary>The header to read.</summary>
    public const string Header = "X-Hub-Signature-256";

    /// <summary>True when one of the secrets signed exactly these bytes. Compared in constant time, no allocation.</summary>
    /// <param name="body">The body as received.</param>
    /// <param name="header"><c>sha256=</c> and 64 hexadecimal digits.</param>
    /// <param name="secrets">Instagram app secret and Meta app secret, as bytes: Instagram Login signs with the first, Page events with the second.</param>
    public static bool Matches(ReadOnlySpan<byte> body, string? header, IReadOnlyList<byte[]> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        Span<byte> given = stackalloc byte[SHA256.HashSizeInBytes];
        if (!TryRead(header, given)) return false;

        Span<byte> computed = stackalloc byte[SHA256.HashSizeInBytes];
        for (var i = 0; i < secrets.Count; i++)
        {
            if (secrets[i].Length == 0) continue;
            HMACSHA256.HashData(secrets[i], body, computed);
            // Which of the secrets it was is no secret, so a large body is not hashed again.
            if (CryptographicOperations.FixedTimeEquals(computed, given)) return true;
        }

        return false;
    }

    /// <summary>The hash that a header gives; false where it gives none.</summary>
    internal static bool TryRead(string? header, Span<byte> hash)
    {
        const string prefix = "sha256=";
        return header is not null && header.Length == prefix.Length + (2 * SHA256.HashSizeInBytes)
            && header.StartsWith(prefix, StringComparison.Ordinal)
            && Convert.FromHexString(header.AsSpan(prefix.Length), hash, out _, out _) == System.Buffers.OperationStatus.Done;
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Directino.Instagram.Webhooks;

/// <summary>What Meta sends when a person removes the app or wants their data deleted (compliance.md sections 4 and 5), after its signature was checked.</summary>
/// <param name="UserId">The app-scoped id of the login product that it is about.</param>
/// <param name="IssuedAt">When Meta wrote it, to the second; null when it does not say.</param>
public sealed record SignedRequest(string UserId, DateTimeOffset? IssuedAt)
{
    private const int Longest = 8 * 1024;

    /// <summary>Takes a <c>signed_request</c> apart; null when it is malformed, of another algorithm, or none of the secrets signed it. Nothing of it is read before.</summary>
    /// <param name="text">The form field: signature and payload, each base64url, with a dot between them.</param>
    /// <param name="secrets">Instagram app secret and Meta app secret, in this order: Meta does not document which of them signs.</param>
    public static SignedRequest? Read(string? text, IReadOnlyList<byte[]> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        if (text is not { Length: <= Longest } || text.Split('.') is not [var signature, var payload]
            || Decoded(signature) is not { Length: HMACSHA256.HashSizeInBytes } given || Decoded(payload) is not { } json)
            return null;
        // The signature is over the payload as it was sent, not over what it says.
        var signed = Encoding.ASCII.GetBytes(payload);
        return secrets.Any(s => s.Length > 0 && CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(s, signed), given)) ? Parse(json) : null;
    }

    private static SignedRequest? Parse(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("algorithm", out var algorithm) || algorithm.ValueKind != JsonValueKind.String
                || algorithm.GetString() != "HMAC-SHA256" || !root.TryGetProperty("user_id", out var user))
                return null;
            // Ids are longer than numbers hold, and come as either.
            var id = user.ValueKind switch { JsonValueKind.String => user.GetString(), JsonValueKind.Number => user.GetRawText(), _ => null };
            DateTimeOffset? issued = root.TryGetProperty("issued_at", out var at) && at.ValueKind == JsonValueKind.Number && at.TryGetInt64(out var seconds) && seconds is > 0 and < 100_000_000_000
                ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
            return string.IsNullOrEmpty(id) ? null : new SignedRequest(id, issued);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[]? Decoded(string text)
    {
        try
        {
            return Base64Url.DecodeFromChars(text.TrimEnd('='));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

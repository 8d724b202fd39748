using System.Security.Cryptography;
using System.Text;

namespace Directino.Instagram.Webhooks;

/// <summary>The GET request that checks a callback (webhooks.md section 2).</summary>
public static class WebhookHandshake
{
    /// <summary>The challenge to answer with, as <c>text/plain</c> and status 200; null when the request must be refused (403).</summary>
    /// <param name="mode">Query <c>hub.mode</c>.</param>
    /// <param name="verifyToken">Query <c>hub.verify_token</c>.</param>
    /// <param name="challenge">Query <c>hub.challenge</c>.</param>
    /// <param name="expectedToken">The token entered in Meta's dashboard; an empty one refuses everything.</param>
    public static string? Answer(string? mode, string? verifyToken, string? challenge, string expectedToken)
    {
        if (mode != "subscribe" || string.IsNullOrEmpty(challenge) || challenge.Length > 256 || string.IsNullOrEmpty(expectedToken)) return null;

        // Compared as hashes, so that not even the length shows in the time taken.
        Span<byte> given = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(verifyToken ?? ""), given);
        SHA256.HashData(Encoding.UTF8.GetBytes(expectedToken), expected);
        return CryptographicOperations.FixedTimeEquals(given, expected) ? challenge : null;
    }
}

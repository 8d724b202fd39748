using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Directino.Accounts;

/// <summary>Random secrets of links, states and keys. The database holds their hash only.</summary>
public static class Secret
{
    /// <summary>256 random bits, fit for addresses.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>SHA-256 in lower-case hex. Enough for what is random; not for passwords.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether a secret has this hash, in constant time.</summary>
    public static bool Matches(string? secret, string hash) =>
        secret is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(secret)), Encoding.ASCII.GetBytes(hash));
}

using System.Security.Cryptography;
using System.Text;

namespace Directino.Instagram.Webhooks;

/// <summary>Makes keys that any database takes: bounded, without control characters.</summary>
internal static class WebhookKey
{
    public const int Longest = 256;

    public static string OfBytes(string account, ReadOnlySpan<byte> payload) => $"bytes:{account}:{Hash(payload)}";

    /// <summary>The text itself, or its hash when it is too long; null for nothing.</summary>
    public static string? Fit(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        return text.Length <= Longest ? Clean(text) : $"long:{Hash(Encoding.UTF8.GetBytes(text))}";
    }

    public static string Clean(string text)
    {
        if (text.Length > Longest) return Hash(Encoding.UTF8.GetBytes(text));
        return text.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0 ? text
            : string.Create(text.Length, text, static (span, from) =>
            {
                for (var i = 0; i < span.Length; i++) span[i] = from[i] < ' ' ? '\uFFFD' : from[i];
            });
    }

    private static string Hash(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Convert.ToHexStringLower(hash[..16]);
    }
}

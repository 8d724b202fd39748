using System.Security.Cryptography;

namespace Directino.Instagram.Webhooks;

/// <summary>The signature of a body that is still arriving: each piece is hashed while the next is on its way. Otherwise as <see cref="WebhookSignature"/>.</summary>
public sealed class RunningSignature : IDisposable
{
    private readonly IncrementalHash[] _hashes;

    /// <param name="secrets">Instagram app secret and Meta app secret, as bytes.</param>
    public RunningSignature(IEnumerable<byte[]> secrets) =>
        _hashes = [.. secrets.Where(s => s.Length > 0).Select(s => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, s))];

    /// <summary>The next bytes of the body, in their order.</summary>
    public void Append(ReadOnlySpan<byte> piece)
    {
        foreach (var hash in _hashes)
            hash.AppendData(piece);
    }

    /// <summary>True when one of the secrets signed exactly what was appended. Asked once.</summary>
    /// <param name="header"><c>sha256=</c> and 64 hexadecimal digits.</param>
    public bool Matches(string? header)
    {
        Span<byte> given = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> computed = stackalloc byte[SHA256.HashSizeInBytes];
        if (!WebhookSignature.TryRead(header, given)) return false;
        foreach (var hash in _hashes)
        {
            hash.GetHashAndReset(computed);
            if (CryptographicOperations.FixedTimeEquals(computed, given)) return true;
        }

        return false;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var hash in _hashes)
            hash.Dispose();
    }
}

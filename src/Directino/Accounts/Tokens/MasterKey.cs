using System.Security.Cryptography;

namespace Directino.Accounts.Tokens;

/// <summary>
/// The key that wraps all data keys. It never lies in the database: it comes from the environment
/// (<c>Directino__Secrets__MasterKey</c>, 32 bytes in base64) or from a file that is made at first start.
/// </summary>
public sealed class MasterKey(byte[] key, int version)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    public int Version { get; } = version;

    /// <summary>Reads the key file, or makes it (readable by its owner only) where there is none.</summary>
    public static MasterKey FromFile(string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var writer = new StreamWriter(path, options);
            writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }

        return FromBase64(File.ReadAllText(path));
    }

    public static MasterKey FromBase64(string text)
    {
        var key = Convert.FromBase64String(text.Trim());
        return key.Length == 32 ? new MasterKey(key, 1) : throw new FormatException("The master key must be 32 bytes in base64.");
    }

    /// <summary>AES-256-GCM: nonce, ciphertext, tag. The context binds the result to its place.</summary>
    public byte[] Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> context) => Seal(key, plain, context);

    public byte[] Open(ReadOnlySpan<byte> box, ReadOnlySpan<byte> context) => Open(key, box, context);

    internal static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> context)
    {
        var box = new byte[NonceLength + plain.Length + TagLength];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceLength));
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(box.AsSpan(0, NonceLength), plain, box.AsSpan(NonceLength, plain.Length), box.AsSpan(NonceLength + plain.Length), context);
        return box;
    }

    internal static byte[] Open(byte[] key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> context)
    {
        if (box.Length < NonceLength + TagLength)
            throw new CryptographicException("The sealed value is too short.");
        var plain = new byte[box.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(box[..NonceLength], box[NonceLength..^TagLength], box[^TagLength..], plain, context);
        return plain;
    }
}

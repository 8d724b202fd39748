namespace Directino.Media;

/// <summary>What a file is by its first bytes; its name and the browser's word are not trusted.</summary>
public static class PictureFormats
{
    public static PictureFormat Of(ReadOnlySpan<byte> file) => file switch
    {
        [0xFF, 0xD8, 0xFF, ..] => PictureFormat.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => PictureFormat.Png,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => PictureFormat.Webp,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', .. var brand] when IsHeic(brand) => PictureFormat.Heic,
        _ => PictureFormat.Other,
    };

    private static bool IsHeic(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("heic"u8) || brand.StartsWith("heix"u8) || brand.StartsWith("hevc"u8) || brand.StartsWith("heim"u8)
        || brand.StartsWith("heis"u8) || brand.StartsWith("mif1"u8) || brand.StartsWith("msf1"u8);
}

public enum PictureFormat
{
    Other,
    Jpeg,
    Png,
    Webp,
    Heic,
}

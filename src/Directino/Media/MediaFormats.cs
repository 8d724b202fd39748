namespace Directino.Media;

/// <summary>What a file is by its first bytes; its name and the browser's word are not trusted.</summary>
public static class MediaFormats
{
    public static MediaFormat Of(ReadOnlySpan<byte> file) => file switch
    {
        [0xFF, 0xD8, 0xFF, ..] => MediaFormat.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => MediaFormat.Png,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => MediaFormat.Webp,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', .. var brand] when IsHeic(brand) => MediaFormat.Heic,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', .. var brand] when brand.StartsWith("avif"u8) || brand.StartsWith("avis"u8) => MediaFormat.Avif,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => MediaFormat.Video,
        [_, _, _, _, .. var box] when IsOldQuickTime(box) => MediaFormat.Video,
        _ => MediaFormat.Other,
    };

    /// <summary>QuickTime files of before 2004 begin with their first box.</summary>
    private static bool IsOldQuickTime(ReadOnlySpan<byte> box) =>
        box.StartsWith("moov"u8) || box.StartsWith("mdat"u8) || box.StartsWith("wide"u8) || box.StartsWith("free"u8) || box.StartsWith("skip"u8);

    private static bool IsHeic(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("heic"u8) || brand.StartsWith("heix"u8) || brand.StartsWith("hevc"u8) || brand.StartsWith("heim"u8)
        || brand.StartsWith("heis"u8) || brand.StartsWith("hevm"u8) || brand.StartsWith("mif1"u8) || brand.StartsWith("msf1"u8);
}

public enum MediaFormat
{
    Other,
    Jpeg,
    Png,
    Webp,

    /// <summary>What phones take pictures in; what the general brand <c>mif1</c> holds is seen when it is opened.</summary>
    Heic,
    Avif,

    /// <summary>MP4 or MOV.</summary>
    Video,
}

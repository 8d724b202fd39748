using System.Collections.Concurrent;
using NetVips;

namespace Directino.Tests.Media;

/// <summary>Pictures as people upload them.</summary>
internal static class TestPictures
{
    private static readonly ConcurrentDictionary<(int, int, int), byte[]> Made = new();

    /// <summary>For tests to which its size is nothing: the smallest that Instagram takes as it is, since large ones cost half a test.</summary>
    public static byte[] Small => Jpeg(320, 320);

    /// <summary>Encoded once.</summary>
    public static byte[] Jpeg(int width, int height, int shade = 120) => Made.GetOrAdd((width, height, shade), static what =>
    {
        using var image = Plain(what.Item1, what.Item2, what.Item3);
        return image.JpegsaveBuffer();
    });

    public static byte[] Png(int width, int height)
    {
        using var image = Plain(width, height, 90);
        return image.PngsaveBuffer();
    }

    public static byte[] SeeThroughPng(int width, int height)
    {
        using var image = Plain(width, height, 0);
        using var alpha = image.Bandjoin(0);
        return alpha.PngsaveBuffer();
    }

    public static byte[] Webp(int width, int height)
    {
        using var image = Plain(width, height, 60);
        return image.WebpsaveBuffer();
    }

    public static byte[] Avif(int width, int height)
    {
        using var image = Plain(width, height, 60);
        return image.HeifsaveBuffer(q: 60, compression: Enums.ForeignHeifCompression.Av1, effort: 0);
    }

    /// <summary>Lies on its side, says so, and where it was taken.</summary>
    public static byte[] SidewaysJpegWithPlace(int width, int height)
    {
        using var image = Plain(width, height, 150);
        using var tagged = image.Mutate(m =>
        {
            m.Set(GValue.GIntType, "orientation", 6);
            m.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "38/1 43/1 0/1 (38, 43,  0, Rational, 3 components, 24 bytes)");
            m.Set(GValue.GStrType, "exif-ifd0-Model", "Camera of mine (Camera of mine, ASCII, 15 components, 15 bytes)");
        });
        return tagged.JpegsaveBuffer(keep: Enums.ForeignKeep.All);
    }

    public static Image Plain(int width, int height, int shade)
    {
        using var black = Image.Black(width, height, bands: 3);
        using var shaded = black.Linear([1.0, 1.0, 1.0], [shade, shade / 2.0, 200.0]);
        using var bytes = shaded.Cast(Enums.BandFormat.Uchar);
        return bytes.Copy(interpretation: Enums.Interpretation.Srgb).CopyMemory();
    }
}

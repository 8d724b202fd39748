using System.Collections.Concurrent;
using NetVips;

namespace Directino.Tests.Sandbox;

/// <summary>Black pictures of any size; each is encoded once.</summary>
internal static class Pictures
{
    private static readonly ConcurrentDictionary<(int, int, bool), byte[]> Made = new();

    public static byte[] Jpeg(int width, int height) => Made.GetOrAdd((width, height, true), Encode);

    public static byte[] Png(int width, int height) => Made.GetOrAdd((width, height, false), Encode);

    private static byte[] Encode((int Width, int Height, bool Jpeg) what)
    {
        using var image = Image.Black(what.Width, what.Height, bands: 3);
        return what.Jpeg ? image.JpegsaveBuffer() : image.PngsaveBuffer();
    }
}

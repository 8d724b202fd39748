using NetVips;

namespace Directino.Tests.Sandbox;

internal static class Pictures
{
    public static byte[] Jpeg(int width, int height)
    {
        using var image = Image.Black(width, height, bands: 3);
        return image.JpegsaveBuffer();
    }

    public static byte[] Png(int width, int height)
    {
        using var image = Image.Black(width, height, bands: 3);
        return image.PngsaveBuffer();
    }
}

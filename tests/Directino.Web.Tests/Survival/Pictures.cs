using NetVips;

namespace Directino.Web.Tests.Survival;

/// <summary>A picture Instagram takes.</summary>
internal static class Pictures
{
    public static byte[] Plain(double red = 200) => Plain(1080, 1080, red);

    public static byte[] Plain(int width, int height, double red = 200)
    {
        using var black = Image.Black(width, height, bands: 3);
        using var coloured = black.Linear([1.0, 1.0, 1.0], [red, 160.0, 90.0]).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        return coloured.JpegsaveBuffer(q: 85);
    }
}

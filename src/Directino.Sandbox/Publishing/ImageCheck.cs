using Directino.Sandbox.Graph;
using NetVips;

namespace Directino.Sandbox.Publishing;

/// <summary>The documented limits of a picture, judged by its header.</summary>
internal static class ImageCheck
{
    public const long LargestBytes = 8 * 1024 * 1024;
    private const double Tallest = 4.0 / 5;
    private const double Widest = 1.91;
    // One pixel of rounding at 1440 wide is not worth a refusal.
    private const double Slack = 0.005;

    public static void Demand(byte[] bytes, bool feed)
    {
        if (bytes.LongLength > LargestBytes) throw GraphErrors.Row(36000, 2207004);
        if (!IsJpeg(bytes)) throw LooksLikeImage(bytes) ? GraphErrors.Row(36001, 2207005) : GraphErrors.Row(9004, 2207052);
        var (width, height) = Size(bytes);
        var aspect = (double)width / height;
        if (feed && (aspect < Tallest - Slack || aspect > Widest + Slack)) throw GraphErrors.Row(36003, 2207009);
    }

    private static (int Width, int Height) Size(byte[] bytes)
    {
        try
        {
            using var image = Image.NewFromBuffer(bytes, access: Enums.Access.Sequential);
            // Orientations 5-8 lie on their side.
            var turned = image.Contains("orientation") && Convert.ToInt32(image.Get("orientation"), System.Globalization.CultureInfo.InvariantCulture) >= 5;
            return turned ? (image.Height, image.Width) : (image.Width, image.Height);
        }
        catch (VipsException)
        {
            throw GraphErrors.Row(36001, 2207005);
        }
    }

    private static bool IsJpeg(byte[] bytes) => bytes is [0xFF, 0xD8, 0xFF, ..];

    private static bool LooksLikeImage(byte[] bytes) => bytes is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [(byte)'G', (byte)'I', (byte)'F', ..]
        or [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] or [(byte)'I', (byte)'I', 0x2A, ..] or [(byte)'M', (byte)'M', 0, ..] or [(byte)'B', (byte)'M', ..]
        or [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..];
}

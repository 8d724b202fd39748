using Directino.Instagram.Publishing;

namespace Directino.Media;

/// <summary>Width against height of a feed picture: Instagram takes 4:5 to 1.91:1 (API reference, publishing section 4.1).</summary>
public static class PictureShape
{
    public const double Tallest = InstagramLimits.ImageAspectLeast;
    public const double Widest = InstagramLimits.ImageAspectMost;

    /// <summary>Instagram scales what is smaller up and what is wider down.</summary>
    public const int LeastWidth = InstagramLimits.ImageWidthLeast;
    public const int MostWidth = InstagramLimits.ImageWidthMost;

    /// <summary>A picture of 1080 × 1351 is a rounding of 4:5, not another shape.</summary>
    private const double Slack = 0.001;

    public static ShapeVerdict Of(int width, int height) => ((double)width / height) switch
    {
        < Tallest - Slack => ShapeVerdict.TooTall,
        > Widest + Slack => ShapeVerdict.TooWide,
        _ => ShapeVerdict.Fits,
    };

    /// <summary>The part of a picture of this size that a crop keeps, from its middle.</summary>
    public static (int Left, int Top, int Width, int Height) Keep(int width, int height, Crop crop)
    {
        // Rounded towards what is allowed, so that a crop to a limit is never beyond it.
        var (w, h) = crop switch
        {
            Crop.ToTallest when (double)width / height > Tallest => ((int)Math.Ceiling(height * Tallest), height),
            Crop.ToTallest => (width, (int)Math.Floor(width / Tallest)),
            Crop.ToWidest when (double)width / height > Widest => ((int)Math.Floor(height * Widest), height),
            Crop.ToWidest => (width, (int)Math.Ceiling(width / Widest)),
            Crop.ToSquare => (Math.Min(width, height), Math.Min(width, height)),
        };
        return ((width - w) / 2, (height - h) / 2, w, h);
    }
}

public enum ShapeVerdict
{
    Fits,
    TooTall,
    TooWide,
}

/// <summary>To what a picture may be cropped; never done without being asked.</summary>
public enum Crop
{
    /// <summary>4:5</summary>
    ToTallest,

    /// <summary>1:1</summary>
    ToSquare,

    /// <summary>1.91:1</summary>
    ToWidest,
}

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

    /// <summary>What of a picture of this size is kept; of a whole one on white, the sheet that it lies on, which reaches beyond it.</summary>
    /// <param name="focus">What is to be in the middle, as far as the picture's edges allow.</param>
    public static (int Left, int Top, int Width, int Height) Keep(int width, int height, Crop crop, Focus focus)
    {
        var ratio = (double)width / height;
        // Rounded towards what is allowed, so that a crop to a limit is never beyond it.
        var (w, h) = crop switch
        {
            Crop.ToTallest when ratio > Tallest => ((int)Math.Ceiling(height * Tallest), height),
            Crop.ToTallest => (width, (int)Math.Floor(width / Tallest)),
            Crop.ToWidest when ratio > Widest => ((int)Math.Floor(height * Widest), height),
            Crop.ToWidest => (width, (int)Math.Ceiling(width / Widest)),
            Crop.ToSquare => (Math.Min(width, height), Math.Min(width, height)),
            Crop.WholeOnWhite when ratio < Tallest => ((int)Math.Ceiling(height * Tallest), height),
            Crop.WholeOnWhite when ratio > Widest => (width, (int)Math.Ceiling(width / Widest)),
            Crop.WholeOnWhite => (width, height),
        };
        return (Begin(width, w, focus.X), Begin(height, h, focus.Y), w, h);
    }

    /// <summary>Where a part of this length begins; a sheet that is longer than the whole has it in its middle.</summary>
    private static int Begin(int whole, int part, double focus) =>
        part >= whole ? (whole - part) / 2 : (int)Math.Clamp(Math.Floor((focus * whole) - (part / 2.0)), 0, whole - part);
}

/// <summary>A point of a picture that is to stay in it.</summary>
/// <param name="X">0 (left) to 1.</param>
/// <param name="Y">0 (top) to 1.</param>
public readonly record struct Focus(double X, double Y)
{
    public static readonly Focus Middle = new(0.5, 0.5);
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

    /// <summary>Nothing is cut: the picture with white beside it, in the nearest shape that Instagram takes.</summary>
    WholeOnWhite,
}

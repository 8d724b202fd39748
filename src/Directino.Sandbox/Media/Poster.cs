using Directino.Sandbox.Journal;
using NetVips;

namespace Directino.Sandbox.Media;

/// <summary>The still picture of a film. The sandbox cannot look into films, so it is a plain one of the film's shape whose shade follows the chosen frame.</summary>
internal static class Poster
{
    private const int LongSide = 640;

    public static string Of(Film film, PictureStore files)
    {
        var scale = (double)LongSide / Math.Max(1, Math.Max(film.Width, film.Height));
        var (width, height) = (Math.Max(1, (int)(film.Width * scale)), Math.Max(1, (int)(film.Height * scale)));
        using var black = Image.Black(width, height, bands: 3);
        using var shade = black.Linear([1.0, 1, 1], [38 + (film.Bytes % 40), 52 + (film.Bytes % 60), 58 + (film.Bytes % 50)]);
        using var bytes = shade.Cast(Enums.BandFormat.Uchar);
        return files.Keep(bytes.JpegsaveBuffer(), ".jpg");
    }
}

using System.Globalization;

namespace Directino.Sandbox.Media;

/// <summary>The documented limits of a film (publishing.md section 4.2). Meta answers all of them with one subcode; here the reason is told, too.</summary>
internal static class FilmRules
{
    public const int Unsupported = 2207026;
    public const int UnknownUploadError = 2207053;
    public const int ThumbOutside = 2207057;
    public const long LargestFile = 300L * 1024 * 1024;
    private const long LargestStory = 100L * 1024 * 1024;
    // Counting frames over a rounded length is not exact to the last digit.
    private const double Slack = 0.05;

    /// <param name="kind"><c>REELS</c>, <c>STORIES</c> or <c>VIDEO</c> (in a carousel).</param>
    /// <param name="film">Null when the bytes are no film.</param>
    /// <param name="thumbOffset">Milliseconds.</param>
    /// <param name="editLists">Whether edit lists pass.</param>
    /// <returns>Null when the film passes.</returns>
    public static (int Subcode, string Why)? Judge(string kind, Film? film, long? thumbOffset, bool editLists)
    {
        if (film is null) return (Unsupported, "neither MP4 nor MOV");
        if (film.IsCutOff) return (UnknownUploadError, "the file is cut off");
        var longest = kind == "REELS" ? 15 * 60 : 60;
        var largest = kind == "STORIES" ? LargestStory : LargestFile;
        var narrowest = kind == "STORIES" ? 0.1 : 0.01;
        var aspect = film.Height == 0 ? 0 : (double)film.Width / film.Height;
        (bool Broken, string Why)[] rules =
        [
            (film.Bytes > largest, Say($"larger than {largest} bytes")),
            (film.VideoCodec is not ("avc1" or "avc3" or "hvc1" or "hev1"), $"picture codec {film.VideoCodec ?? "missing"}"),
            (!film.IsChromaHalved, "chroma is not 4:2:0"),
            (film.AudioCodec is not (null or "mp4a"), $"sound codec {film.AudioCodec}"),
            (film.AudioRate > 48_000, Say($"sound of {film.AudioRate} Hz")),
            (film.AudioChannels > 2, Say($"sound with {film.AudioChannels} channels")),
            (film.FrameRate is < 23 - Slack or > 60 + Slack, Say($"{film.FrameRate:0.##} frames per second")),
            (film.Width > 1920, Say($"{film.Width} pixels wide")),
            (aspect < narrowest || aspect > 10, Say($"aspect {aspect:0.###}")),
            (film.Seconds < 3 - Slack, Say($"{film.Seconds:0.##} s long")),
            (film.Seconds > longest + Slack, Say($"{film.Seconds:0.##} s long")),
            (film.Seconds > 0 && film.Bytes * 8 / film.Seconds > 25_000_000, "more than 25 Mbps"),
            (!film.MoovFirst, "moov is not at the front"),
            (film.HasEditList && !editLists, "has an edit list"),
        ];
        foreach (var (broken, why) in rules)
        {
            if (broken) return (Unsupported, why);
        }
        return thumbOffset is { } offset && offset >= film.Seconds * 1000 ? (ThumbOutside, Say($"thumb_offset {offset} of {film.Seconds:0.##} s")) : null;
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

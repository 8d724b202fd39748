using System.Globalization;
using Directino.Instagram.Publishing;

namespace Directino.Media;

/// <summary>What ffmpeg is told, made of what a film is and what Instagram takes.</summary>
internal static class VideoRecipe
{
    /// <summary>Instagram shows no more, and encodes again whatever it gets.</summary>
    private const int MostShortSide = 1080;
    private const int LeastFrameSide = 64;
    private const double UsualFrameRate = 30;
    private const double MostPictureBitrate = 16_000_000;

    /// <summary>Room for packing, and for an encoder that does not hit its mark exactly.</summary>
    private const double Thrift = 0.93;

    private const string Clean =
        "-sn -dn -map_metadata -1 -map_metadata:s -1 -map_chapters -1 -fflags +bitexact -use_editlist 0 -avoid_negative_ts make_zero -movflags +faststart -f mp4";

    /// <summary>The film, and its sound if it has one.</summary>
    private const string Tracks = "-map 0:V:0 -map 0:a:0?";

    private const string ToneMap =
        "zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv";

    public static string Repack => $"{Tracks} -c copy {Clean}";

    public static string Encode(VideoFacts video)
    {
        var (width, height) = Size(video);
        var rate = FrameRate(video);
        var most = PictureBitrate(video.Duration);
        List<string> filters =
        [
            .. video.IsProgressive ? (string[])[] : ["bwdif"],
            Say($"fps={rate}"),
            Say($"scale={width}:{height}:flags=bicubic"),
            .. video.IsHdr ? (string[])[ToneMap] : [],
            "setsar=1",
            "format=yuv420p",
        ];
        var sound = video.AudioCodec is null ? "" : Say(
            $"-c:a aac -b:a {InstagramLimits.Reel.AudioBitrate} -ar {AudioRate(video)} -ac {Math.Clamp(video.AudioChannels, 1, InstagramLimits.Reel.AudioChannelsMost)} -af aresample=async=1:first_pts=0 ");
        return Say($"{Tracks} -vf {string.Join(',', filters)} -c:v libx264 -preset veryfast -profile:v high -crf 20 -maxrate {most:0} -bufsize {most:0} ")
            + Say($"-g {rate * 2:0} -bf 0 -flags +cgop -threads {Math.Max(1, Environment.ProcessorCount - 1)} ")
            + "-color_primaries bt709 -color_trc bt709 -colorspace bt709 "
            + sound + Say($"-t {InstagramLimits.Reel.Longest.TotalSeconds:0} ") + Clean;
    }

    /// <summary>One frame as a picture, neither larger than a list needs nor too small for a picture.</summary>
    public static string Frame(VideoFacts video)
    {
        var scale = Math.Max(LeastFrameSide / (double)Math.Min(video.Width, video.Height), Math.Min(1, MostShortSide / (double)Math.Max(video.Width, video.Height)));
        return Say($"-map 0:V:0 -frames:v 1 -vf scale={Even(video.Width * scale)}:{Even(video.Height * scale)}")
            + $"{(video.IsHdr ? "," + ToneMap : "")},format=yuvj420p -c:v mjpeg -q:v 3 -an -sn -dn -map_metadata -1 -f image2 -update 1";
    }

    /// <summary>No larger than Instagram shows, never larger than it was; even numbers, as 4:2:0 wants them.</summary>
    public static (int Width, int Height) Size(VideoFacts video)
    {
        var scale = Math.Min(1, Math.Min(InstagramLimits.Reel.WidthMost / (double)video.Width, MostShortSide / (double)Math.Min(video.Width, video.Height)));
        return (Even(video.Width * scale), Even(video.Height * scale));
    }

    public static double FrameRate(VideoFacts video) =>
        video.FrameRate < InstagramLimits.Reel.FrameRateLeast ? UsualFrameRate
        : Math.Min(Math.Round(video.FrameRate, 3), InstagramLimits.Reel.FrameRateMost);

    /// <summary>What leaves the file small enough: for a story when it is short enough for one.</summary>
    private static double PictureBitrate(TimeSpan duration)
    {
        var bytes = duration <= InstagramLimits.StoryVideo.Longest ? InstagramLimits.StoryVideo.Bytes : InstagramLimits.Reel.Bytes;
        return Math.Min(MostPictureBitrate, (bytes * 8 * Thrift / Math.Max(1, duration.TotalSeconds)) - InstagramLimits.Reel.AudioBitrate);
    }

    private static int AudioRate(VideoFacts video) => video.AudioRate is >= 22_050 and <= 48_000 ? video.AudioRate : InstagramLimits.Reel.AudioRateMost;

    private static int Even(double side) => Math.Max(2, (int)Math.Round(side / 2) * 2);

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

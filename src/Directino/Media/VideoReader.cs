using Directino.Instagram.Publishing;
using FFMpegCore;

namespace Directino.Media;

/// <summary>Looks at a file that somebody sent: what it is as a film, or why it is not taken.</summary>
internal sealed class VideoReader(Ffmpeg ffmpeg)
{
    private const int LeastSide = 16;
    private static readonly HashSet<string> Hdr = ["smpte2084", "arib-std-b67"];
    private static readonly HashSet<string> PlainTags = ["major_brand", "minor_version", "compatible_brands", "encoder"];

    public bool IsAble => ffmpeg.IsInstalled;

    public async Task<VideoReading> Read(string file, CancellationToken ct)
    {
        if (!IsAble)
            return new VideoReading.Refused(MediaRefusal.FfmpegMissing);
        VideoBoxes? boxes;
        await using (var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete))
            boxes = VideoBoxes.Read(stream);
        if (boxes is { PointsElsewhere: true })
            return new VideoReading.Refused(MediaRefusal.PointsElsewhere);
        if (boxes is null || await ffmpeg.Probe(file, ct) is not { } seen)
            return new VideoReading.Refused(MediaRefusal.Broken);
        if (seen.VideoStreams.FirstOrDefault(v => v.Disposition?.GetValueOrDefault("attached_pic") != true) is not { } picture)
            return new VideoReading.Refused(MediaRefusal.NoVideoTrack);
        if (picture.Width is not > 0 || picture.Height is not > 0 || string.IsNullOrEmpty(picture.PixelFormat))
            return new VideoReading.Refused(MediaRefusal.UnknownCodec);
        var facts = Facts(file, boxes, seen, picture);
        return Refusal(facts) is { } why ? new VideoReading.Refused(why) : new VideoReading.Known(facts, boxes.IsCutByEditList);
    }

    /// <summary>What no work on the file would change.</summary>
    private static MediaRefusal? Refusal(VideoFacts video)
    {
        var broken = VideoRules.OfItself(video.Duration, video.Width, video.Height, 0, InstagramLimits.Reel);
        return (long)video.Width * video.Height > Ffmpeg.MostPixels ? MediaRefusal.VideoTooManyPixels
            : Math.Min(video.Width, video.Height) < LeastSide ? MediaRefusal.TooThin
            : broken.Contains(MediaRule.TooShort) ? MediaRefusal.VideoTooShort
            : broken.Contains(MediaRule.TooLong) ? MediaRefusal.VideoTooLong
            : null;
    }

    private static VideoFacts Facts(string file, VideoBoxes boxes, IMediaAnalysis seen, VideoStream picture)
    {
        var sound = seen.PrimaryAudioStream;
        var (width, height) = Seen(picture);
        var shape = picture.SampleAspectRatio;
        return new VideoFacts
        {
            Bytes = new FileInfo(file).Length,
            Duration = picture.Duration > TimeSpan.Zero ? picture.Duration : seen.Format.Duration,
            Width = width,
            Height = height,
            IsContainerTaken = !boxes.IsFragmented && !boxes.IsQuickTime,
            IsMoovFirst = boxes.IsMoovFirst,
            HasEditList = boxes.HasEditList,
            VideoCodec = Letters(picture, "h264", "hevc") ?? "",
            IsColourTaken = picture.PixelFormat is "yuv420p" or "yuvj420p",
            IsProgressive = picture.FieldOrder is null or "" or "progressive" or "unknown",
            HasSquarePixels = shape.Width <= 0 || shape.Height <= 0 || shape.Width == shape.Height,
            FrameRate = FrameRate(picture),
            AudioCodec = sound is null ? null : Letters(sound, "aac"),
            AudioRate = sound?.SampleRateHz ?? 0,
            AudioChannels = sound?.Channels ?? 0,
            IsHdr = picture.ColorTransfer is { } transfer && Hdr.Contains(transfer),
            TellsMore = boxes.TellsMore || seen.Format.StreamCount > (sound is null ? 1 : 2) || seen.Chapters.Count > 0
                || (seen.Format.Tags ?? new Dictionary<string, string>()).Keys.Any(k => !PlainTags.Contains(k)),
        };
    }

    /// <summary>Four letters say how a track is packed, and the same pack the codecs of several (AAC and MP3, for one): what is in it has the last word.</summary>
    private static string? Letters(MediaStream track, params ReadOnlySpan<string> codecs) => codecs.Contains(track.CodecName) ? track.CodecTagString : track.CodecName;

    /// <summary>Upright and with square pixels.</summary>
    private static (int Width, int Height) Seen(VideoStream picture)
    {
        var (width, height) = (picture.Width!.Value, picture.Height!.Value);
        if (picture.SampleAspectRatio is { Width: > 0, Height: > 0 } pixel && pixel.Width != pixel.Height)
            width = (int)Math.Clamp(width * (double)pixel.Width / pixel.Height, 1, 1_000_000);
        return Math.Abs(picture.Rotation) % 180 == 90 ? (height, width) : (width, height);
    }

    /// <summary>A last frame that is held to fit the sound makes the average a little less than what the film is.</summary>
    private static double FrameRate(VideoStream picture)
    {
        var (average, steady) = (Sane(picture.AverageFrameRate), Sane(picture.RealFrameRate));
        return steady > 0 && Math.Abs(average - steady) < steady * 0.05 ? steady : average;
    }

    private static double Sane(double rate) => double.IsFinite(rate) && rate > 0 ? rate : 0;
}

/// <summary>What became of a look at a file.</summary>
internal abstract record VideoReading
{
    private VideoReading() { }

    /// <param name="IsCut">Parts of it are left out when it is shown; only encoding it anew leaves them out for good.</param>
    public sealed record Known(VideoFacts Facts, bool IsCut) : VideoReading
    {
        public VideoPlan Plan => IsCut ? VideoPlan.Encode : VideoPlans.For(Facts);
    }

    public sealed record Refused(MediaRefusal Why) : VideoReading;
}

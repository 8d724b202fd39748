using Directino.Instagram.Publishing;

namespace Directino.Media;

/// <summary>Holds a video against Instagram's limits for one place (<see cref="InstagramLimits.Video"/>).</summary>
public static class VideoRules
{
    /// <summary>Frames counted over a rounded length are not exact to the last digit.</summary>
    private const double Slack = 0.05;

    /// <summary>Every rule that the file breaks.</summary>
    public static IReadOnlyList<MediaRule> Broken(VideoFacts video, VideoLimits limits) =>
        [.. OfItself(video.Duration, video.Width, video.Height, video.Bytes, limits), .. OfTheFile(video, limits)];

    /// <summary>The rules about what was filmed: no other packing or codec would change them.</summary>
    public static IReadOnlyList<MediaRule> OfItself(TimeSpan duration, int width, int height, long bytes, VideoLimits limits)
    {
        var aspect = height == 0 ? 0 : (double)width / height;
        return Those(
            (duration < limits.Shortest - TimeSpan.FromSeconds(Slack), MediaRule.TooShort),
            (duration > limits.Longest + TimeSpan.FromSeconds(Slack), MediaRule.TooLong),
            (aspect < limits.AspectLeast, MediaRule.TooTall),
            (aspect > limits.AspectMost, MediaRule.TooWide),
            (bytes > limits.Bytes, MediaRule.TooLarge));
    }

    /// <summary>The rules about packing and codecs, which <see cref="VideoPlan"/> can always mend.</summary>
    public static IReadOnlyList<MediaRule> OfTheFile(VideoFacts video, VideoLimits limits) => Those(
        (!video.IsContainerTaken, MediaRule.Container),
        (!video.IsMoovFirst, MediaRule.MoovNotFirst),
        (video.HasEditList, MediaRule.EditList),
        (!limits.VideoCodecs.Contains(video.VideoCodec), MediaRule.VideoCodec),
        (!video.IsColourTaken, MediaRule.Colour),
        (!video.IsProgressive, MediaRule.Interlaced),
        (!video.HasSquarePixels, MediaRule.PixelShape),
        (video.FrameRate < limits.FrameRateLeast - Slack, MediaRule.FrameRateTooLow),
        (video.FrameRate > limits.FrameRateMost + Slack, MediaRule.FrameRateTooHigh),
        (video.Width > limits.WidthMost, MediaRule.WidthTooLarge),
        (video.Bitrate > limits.BitrateMost, MediaRule.BitrateTooHigh),
        (video.AudioCodec is { } sound && !limits.AudioCodecs.Contains(sound), MediaRule.AudioCodec),
        (video.AudioRate > limits.AudioRateMost, MediaRule.AudioRate),
        (video.AudioChannels > limits.AudioChannelsMost, MediaRule.AudioChannels));

    private static List<MediaRule> Those(params ReadOnlySpan<(bool IsBroken, MediaRule Rule)> rules)
    {
        List<MediaRule> broken = [];
        foreach (var (isBroken, rule) in rules)
        {
            if (isBroken)
                broken.Add(rule);
        }

        return broken;
    }
}

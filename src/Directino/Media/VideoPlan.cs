using Directino.Instagram.Publishing;

namespace Directino.Media;

/// <summary>What has to be done with a video until Instagram takes it.</summary>
public enum VideoPlan
{
    /// <summary>Nothing: it stays as it is, bit by bit.</summary>
    Keep,

    /// <summary>Packed anew, picture and sound stay as they are: the table of contents comes to the front, edit lists, place and camera go.</summary>
    Repack,

    /// <summary>Encoded anew.</summary>
    Encode,
}

/// <summary>Chooses the plan that changes least.</summary>
public static class VideoPlans
{
    private static readonly HashSet<MediaRule> MendedByPacking = [MediaRule.Container, MediaRule.MoovNotFirst, MediaRule.EditList];

    /// <summary>For the largest use there is; whether a story takes it, too, is another question (<see cref="MediaRules"/>).</summary>
    public static VideoPlan For(VideoFacts video)
    {
        var limits = InstagramLimits.Reel;
        var broken = VideoRules.OfTheFile(video, limits);
        return video.IsHdr || video.Bytes > limits.Bytes || broken.Any(r => !MendedByPacking.Contains(r)) ? VideoPlan.Encode
            : broken.Count > 0 || video.TellsMore ? VideoPlan.Repack
            : VideoPlan.Keep;
    }
}

using Directino.Instagram.Publishing;
using Directino.Media;

namespace Directino.Tests.Media;

/// <summary>Every limit just inside and just outside.</summary>
public sealed class VideoRulesTests
{
    private static readonly VideoFacts Good = new()
    {
        Bytes = 8_500_000, Duration = TimeSpan.FromSeconds(30), Width = 1080, Height = 1920, VideoCodec = "avc1", FrameRate = 30,
        AudioCodec = "mp4a", AudioRate = 48_000, AudioChannels = 2,
    };

    public static TheoryData<ContainerKind, Func<VideoFacts, VideoLimits, VideoFacts>, Func<VideoFacts, VideoLimits, VideoFacts>, MediaRule> Limits()
    {
        var data = new TheoryData<ContainerKind, Func<VideoFacts, VideoLimits, VideoFacts>, Func<VideoFacts, VideoLimits, VideoFacts>, MediaRule>();
        foreach (var use in new[] { ContainerKind.Reel, ContainerKind.TrialReel, ContainerKind.CarouselVideo, ContainerKind.StoryVideo })
        {
            data.Add(use, (v, l) => v with { Duration = l.Shortest }, (v, l) => v with { Duration = l.Shortest - TimeSpan.FromMilliseconds(100), Bytes = 1000 }, MediaRule.TooShort);
            data.Add(use, (v, l) => v with { Duration = l.Longest }, (v, l) => v with { Duration = l.Longest + TimeSpan.FromMilliseconds(100) }, MediaRule.TooLong);
            data.Add(use, (v, l) => v with { Width = (int)(l.AspectLeast * 2000), Height = 2000 }, (v, l) => v with { Width = (int)(l.AspectLeast * 2000) - 1, Height = 2000 }, MediaRule.TooTall);
            data.Add(use, (v, l) => v with { Width = 1500, Height = 150 }, (v, l) => v with { Width = 1500, Height = 149 }, MediaRule.TooWide);
            data.Add(use, (v, l) => v with { Bytes = l.Bytes, Duration = l.Longest }, (v, l) => v with { Bytes = l.Bytes + 1, Duration = l.Longest }, MediaRule.TooLarge);
            data.Add(use, (v, l) => v with { Width = l.WidthMost }, (v, l) => v with { Width = l.WidthMost + 1 }, MediaRule.WidthTooLarge);
            data.Add(use, (v, l) => v with { FrameRate = l.FrameRateLeast }, (v, l) => v with { FrameRate = l.FrameRateLeast - 0.1 }, MediaRule.FrameRateTooLow);
            data.Add(use, (v, l) => v with { FrameRate = l.FrameRateMost }, (v, l) => v with { FrameRate = l.FrameRateMost + 0.1 }, MediaRule.FrameRateTooHigh);
            data.Add(use, (v, l) => v with { Bytes = l.BitrateMost * 30 / 8 }, (v, l) => v with { Bytes = (l.BitrateMost * 30 / 8) + 8 }, MediaRule.BitrateTooHigh);
            data.Add(use, (v, l) => v with { AudioRate = l.AudioRateMost }, (v, l) => v with { AudioRate = l.AudioRateMost + 1 }, MediaRule.AudioRate);
            data.Add(use, (v, l) => v with { AudioChannels = l.AudioChannelsMost }, (v, l) => v with { AudioChannels = l.AudioChannelsMost + 1 }, MediaRule.AudioChannels);
            data.Add(use, (v, l) => v with { AudioCodec = null }, (v, l) => v with { AudioCodec = ".mp3" }, MediaRule.AudioCodec);
            data.Add(use, (v, l) => v with { VideoCodec = "hvc1" }, (v, l) => v with { VideoCodec = "vp09" }, MediaRule.VideoCodec);
            data.Add(use, (v, _) => v, (v, _) => v with { HasEditList = true }, MediaRule.EditList);
            data.Add(use, (v, _) => v, (v, _) => v with { IsMoovFirst = false }, MediaRule.MoovNotFirst);
            data.Add(use, (v, _) => v, (v, _) => v with { IsContainerTaken = false }, MediaRule.Container);
            data.Add(use, (v, _) => v, (v, _) => v with { IsColourTaken = false }, MediaRule.Colour);
            data.Add(use, (v, _) => v, (v, _) => v with { IsProgressive = false }, MediaRule.Interlaced);
            data.Add(use, (v, _) => v, (v, _) => v with { HasSquarePixels = false }, MediaRule.PixelShape);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Limits), DisableDiscoveryEnumeration = true)]
    public void Each_limit_is_kept_inside_and_named_outside(
        ContainerKind use, Func<VideoFacts, VideoLimits, VideoFacts> inside, Func<VideoFacts, VideoLimits, VideoFacts> outside, MediaRule rule)
    {
        var limits = InstagramLimits.Video(use)!;
        VideoRules.Broken(Good, limits).ShouldBeEmpty();
        VideoRules.Broken(inside(Good, limits), limits).ShouldNotContain(rule);
        VideoRules.Broken(outside(Good, limits), limits).ShouldContain(rule);
    }

    [Fact]
    public void The_plan_changes_as_little_as_possible()
    {
        VideoPlans.For(Good).ShouldBe(VideoPlan.Keep);
        VideoPlans.For(Good with { TellsMore = true }).ShouldBe(VideoPlan.Repack);
        VideoPlans.For(Good with { IsMoovFirst = false, HasEditList = true, IsContainerTaken = false }).ShouldBe(VideoPlan.Repack);
        VideoPlans.For(Good with { IsMoovFirst = false, FrameRate = 120 }).ShouldBe(VideoPlan.Encode);
        VideoPlans.For(Good with { IsHdr = true }).ShouldBe(VideoPlan.Encode);
        VideoPlans.For(Good with { Bytes = 300_000_001, Duration = TimeSpan.FromMinutes(10) }).ShouldBe(VideoPlan.Encode);
    }
}

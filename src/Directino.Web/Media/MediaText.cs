using Directino.Instagram.Publishing;
using Directino.Media;
using Directino.Media.Library;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Directino.Web.Media;

/// <summary>Says what is wrong with a picture.</summary>
public sealed class MediaText(IStringLocalizer<MediaWords> words, IOptions<MediaOptions> options)
{
    public string Refusal(MediaRefusal why) => why switch
    {
        MediaRefusal.TooLarge => words["RefusedTooLarge", Numbers.Say(options.Value.LargestUpload / (1024 * 1024))],
        MediaRefusal.TooManyPixels => words["RefusedTooManyPixels", Numbers.Say(options.Value.MostPixels / 1_000_000)],
        MediaRefusal.VideoTooLarge => words["RefusedVideoTooLarge", Numbers.Say(options.Value.LargestVideo / (1024 * 1024))],
        MediaRefusal.VideoTooShort => words["RefusedVideoTooShort", Numbers.Say((long)InstagramLimits.Reel.Shortest.TotalSeconds)],
        MediaRefusal.VideoTooLong => words["RefusedVideoTooLong", Numbers.Say((long)InstagramLimits.Reel.Longest.TotalMinutes)],
        MediaRefusal.Empty or MediaRefusal.TooManyUnfinished or MediaRefusal.UnknownFormat or MediaRefusal.Heic or MediaRefusal.Broken or MediaRefusal.TooThin or MediaRefusal.PointsElsewhere or MediaRefusal.NoVideoTrack or MediaRefusal.VideoTooManyPixels
            or MediaRefusal.UnknownCodec or MediaRefusal.FfmpegMissing or MediaRefusal.TookTooLong or MediaRefusal.WorkFailed or MediaRefusal.SourceGone
            or MediaRefusal.AddressUnknown or MediaRefusal.AddressNotHttps or MediaRefusal.AddressClosed or MediaRefusal.AddressUnreachable or MediaRefusal.AddressHasNone or MediaRefusal.AddressLeadsOn
            or MediaRefusal.AddressTooSlow => words[$"Refused{why}"],
    };

    /// <summary>A rule of <see cref="FolderRules"/>.</summary>
    public string Rule(string rule) => words[$"Rule.{rule}"];

    /// <summary>"In 3 posts".</summary>
    public string UseCount(MediaUses uses) => (uses.All - uses.Unsaved) switch
    {
        0 => words["BeingWritten"],
        1 => words["InUse"],
        var posts => words["InPosts", Numbers.Say(posts)],
    };

    /// <summary>"1 draft · 2 scheduled · 3 published".</summary>
    public string Uses(MediaUses uses) => string.Join(" · ", new[]
    {
        Counted("UsesDrafts", uses.Drafts), Counted("UsesScheduled", uses.Scheduled), Counted("UsesPublished", uses.Published), Counted("UsesUnsaved", uses.Unsaved),
    }.OfType<string>());

    /// <summary>What one place holds against it, as a sentence.</summary>
    public string Rule(MediaItem item, ContainerKind use, MediaRule rule)
    {
        var place = words[$"Use{use}"].Value;
        var limits = InstagramLimits.Video(use);
        return rule switch
        {
            MediaRule.TooTall => words["RuleTooTall", Ratio(item), limits is null ? Numbers.Digits("4:5") : $"{Numbers.Say(limits.AspectLeast, 2)}:{Numbers.Say(1)}", place],
            MediaRule.TooWide => words["RuleTooWide", Ratio(item), $"{Numbers.Say(limits?.AspectMost ?? InstagramLimits.ImageAspectMost, 2)}:{Numbers.Say(1)}", place],
            MediaRule.TooLarge => words["RuleTooLarge", Megabytes(item.Bytes), Megabytes(limits?.Bytes ?? InstagramLimits.ImageBytes), place],
            MediaRule.TooShort => words["RuleTooShort", Length(item.Duration ?? TimeSpan.Zero), Length(limits!.Shortest), place],
            MediaRule.TooLong => words["RuleTooLong", Length(item.Duration ?? TimeSpan.Zero), Length(limits!.Longest), place],
            MediaRule.FrameRateTooLow => words["RuleFrameRateTooLow", Numbers.Say((limits ?? InstagramLimits.Reel).FrameRateLeast, 0)],
            MediaRule.FrameRateTooHigh => words["RuleFrameRateTooHigh", Numbers.Say((limits ?? InstagramLimits.Reel).FrameRateMost, 0)],
            MediaRule.WidthTooLarge => words["RuleWidthTooLarge", Numbers.Say((limits ?? InstagramLimits.Reel).WidthMost)],
            MediaRule.BitrateTooHigh => words["RuleBitrateTooHigh", Numbers.Say((limits ?? InstagramLimits.Reel).BitrateMost / 1_000_000)],
            MediaRule.AudioRate => words["RuleAudioRate", Numbers.Say((limits ?? InstagramLimits.Reel).AudioRateMost / 1000)],
            MediaRule.NotAPicture or MediaRule.NotAVideo or MediaRule.StillWorking or MediaRule.WasRefused => words[$"Rule{rule}", place],
            MediaRule.Container or MediaRule.MoovNotFirst or MediaRule.EditList or MediaRule.VideoCodec or MediaRule.Colour or MediaRule.Interlaced
                or MediaRule.PixelShape or MediaRule.AudioCodec or MediaRule.AudioChannels => words[$"Rule{rule}"],
        };
    }

    /// <summary>"1:05", "12:00".</summary>
    public static string Length(TimeSpan length)
    {
        var seconds = (long)Math.Round(length.TotalSeconds);
        return Numbers.Say(seconds / 60) + ":" + (seconds % 60 < 10 ? Numbers.Say(0) : "") + Numbers.Say(seconds % 60);
    }

    public static string Megabytes(long bytes) => Numbers.Say(bytes / 1e6, bytes < 10_000_000 ? 1 : 0);

    public string Shape(MediaItem item) => words[item.Shape == ShapeVerdict.TooTall ? "ShapeTooTall" : "ShapeTooWide", Ratio(item)];

    private string? Counted(string key, int count) => count == 0 ? null : (count == 1 ? words[$"{key}One"] : words[key, Numbers.Say(count)]).Value;

    /// <summary>"2:3" where it is a simple one, "0.67:1" otherwise.</summary>
    private static string Ratio(MediaItem item)
    {
        for (var height = 1; height <= 20; height++)
        {
            var width = (double)item.Width / item.Height * height;
            if (Math.Abs(width - Math.Round(width)) < 0.004)
                return $"{Numbers.Say((long)Math.Round(width))}:{Numbers.Say(height)}";
        }

        return $"{Numbers.Say((double)item.Width / item.Height, 2)}:{Numbers.Say(1)}";
    }
}

using Directino.Media;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Directino.Web.Media;

/// <summary>Says what is wrong with a picture.</summary>
public sealed class MediaText(IStringLocalizer<MediaWords> words, IOptions<MediaOptions> options)
{
    public string Refusal(PictureRefusal why) => why switch
    {
        PictureRefusal.TooLarge => words["RefusedTooLarge", Numbers.Say(options.Value.LargestUpload / (1024 * 1024))],
        PictureRefusal.TooManyPixels => words["RefusedTooManyPixels", Numbers.Say(options.Value.MostPixels / 1_000_000)],
        PictureRefusal.Empty or PictureRefusal.NotAPicture or PictureRefusal.Heic or PictureRefusal.Broken or PictureRefusal.TooThin => words[$"Refused{why}"],
    };

    public string Shape(MediaItem item) => words[item.Shape == ShapeVerdict.TooTall ? "ShapeTooTall" : "ShapeTooWide", Ratio(item)];

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

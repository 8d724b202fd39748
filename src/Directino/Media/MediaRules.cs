using Directino.Instagram.Publishing;

namespace Directino.Media;

/// <summary>Says of a picture or video in the library which rules it would break in a post, before anybody asks Instagram.</summary>
public static class MediaRules
{
    /// <summary>The places a single item can stand in. A trial reel takes what a reel takes, a carousel is made of its items.</summary>
    public static readonly IReadOnlyList<ContainerKind> Uses =
        [ContainerKind.Image, ContainerKind.CarouselImage, ContainerKind.StoryImage, ContainerKind.Reel, ContainerKind.CarouselVideo, ContainerKind.StoryVideo];

    /// <summary>The rules that <paramref name="item"/> breaks as <paramref name="use"/>; empty when Instagram takes it there.</summary>
    public static IReadOnlyList<MediaRule> Broken(MediaItem item, ContainerKind use)
    {
        var video = InstagramLimits.Video(use);
        if (use == ContainerKind.Carousel)
            return [];
        if (video is null && item.Kind != MediaKind.Picture)
            return [MediaRule.NotAPicture];
        if (video is not null && item.Kind != MediaKind.Video)
            return [MediaRule.NotAVideo];
        return item.State switch
        {
            MediaState.Working => [MediaRule.StillWorking],
            MediaState.Refused => [MediaRule.WasRefused],
            MediaState.Ready => video is null ? Picture(item, use) : VideoRules.OfItself(item.Duration ?? TimeSpan.Zero, item.Width, item.Height, item.Bytes, video),
        };
    }

    public static bool Fits(MediaItem item, ContainerKind use) => Broken(item, use).Count == 0;

    /// <summary>The rules that <paramref name="item"/> breaks as the cover of a reel, which Instagram crops itself.</summary>
    public static IReadOnlyList<MediaRule> BrokenAsCover(MediaItem item) => Broken(item, ContainerKind.StoryImage);

    private static List<MediaRule> Picture(MediaItem item, ContainerKind use)
    {
        List<MediaRule> broken = [];
        // A story fills the screen with whatever shape it has.
        if (use is ContainerKind.Image or ContainerKind.CarouselImage && item.Shape != ShapeVerdict.Fits)
            broken.Add(item.Shape == ShapeVerdict.TooTall ? MediaRule.TooTall : MediaRule.TooWide);
        if (item.Bytes > InstagramLimits.ImageBytes)
            broken.Add(MediaRule.TooLarge);
        return broken;
    }
}

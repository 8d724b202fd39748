using Directino.Accounts;
using Directino.Instagram.Publishing;
using Directino.Media;

namespace Directino.Tests.Media;

public sealed class MediaRulesTests
{
    [Fact]
    public void A_tall_picture_is_for_stories_and_not_for_the_feed()
    {
        var tall = Picture(1080, 1920);
        MediaRules.Broken(tall, ContainerKind.Image).ShouldBe([MediaRule.TooTall]);
        MediaRules.Broken(tall, ContainerKind.CarouselImage).ShouldBe([MediaRule.TooTall]);
        MediaRules.Fits(tall, ContainerKind.StoryImage).ShouldBeTrue();
        MediaRules.BrokenAsCover(tall).ShouldBeEmpty();
        MediaRules.Broken(Picture(2000, 1000), ContainerKind.Image).ShouldBe([MediaRule.TooWide]);
    }

    [Fact]
    public void A_picture_of_more_than_eight_megabytes_fits_nowhere()
    {
        MediaRules.Broken(Picture(1000, 1000, 8_000_000), ContainerKind.Image).ShouldBeEmpty();
        MediaRules.Broken(Picture(1000, 1000, 8_000_001), ContainerKind.Image).ShouldBe([MediaRule.TooLarge]);
        MediaRules.Broken(Picture(1000, 1000, 8_000_001), ContainerKind.StoryImage).ShouldBe([MediaRule.TooLarge]);
    }

    [Fact]
    public void Pictures_and_videos_do_not_take_each_others_place()
    {
        MediaRules.Broken(Picture(1000, 1000), ContainerKind.Reel).ShouldBe([MediaRule.NotAVideo]);
        MediaRules.Broken(Video(30), ContainerKind.StoryImage).ShouldBe([MediaRule.NotAPicture]);
        MediaRules.BrokenAsCover(Video(30)).ShouldBe([MediaRule.NotAPicture]);
    }

    [Fact]
    public void A_video_of_a_minute_fits_everywhere_and_a_longer_one_is_a_reel()
    {
        foreach (var use in new[] { ContainerKind.Reel, ContainerKind.TrialReel, ContainerKind.CarouselVideo, ContainerKind.StoryVideo })
            MediaRules.Broken(Video(60), use).ShouldBeEmpty();
        MediaRules.Broken(Video(61), ContainerKind.Reel).ShouldBeEmpty();
        MediaRules.Broken(Video(61), ContainerKind.CarouselVideo).ShouldBe([MediaRule.TooLong]);
        MediaRules.Broken(Video(61), ContainerKind.StoryVideo).ShouldBe([MediaRule.TooLong]);
        MediaRules.Broken(Video(50, 100_000_001), ContainerKind.StoryVideo).ShouldBe([MediaRule.TooLarge]);
    }

    [Fact]
    public void What_is_not_ready_fits_nowhere()
    {
        var video = Video(30);
        video.Begin();
        MediaRules.Broken(video, ContainerKind.Reel).ShouldBe([MediaRule.StillWorking]);
        video.Refuse(MediaRefusal.Broken);
        MediaRules.Broken(video, ContainerKind.Reel).ShouldBe([MediaRule.WasRefused]);
        video.Begin();
        video.Finish();
        MediaRules.Fits(video, ContainerKind.Reel).ShouldBeTrue();
    }

    [Fact]
    public void Progress_never_goes_back()
    {
        var video = Video(30);
        video.Begin();
        video.Advance(40, default);
        video.Advance(20, default);
        video.Progress.ShouldBe(40);
    }

    private static MediaItem Picture(int width, int height, long bytes = 100_000) => Item(MediaKind.Picture, width, height, bytes, null);

    private static MediaItem Video(int seconds, long bytes = 1_000_000) => Item(MediaKind.Video, 1080, 1920, bytes, TimeSpan.FromSeconds(seconds));

    private static MediaItem Item(MediaKind kind, int width, int height, long bytes, TimeSpan? duration) => new()
    {
        Id = MediaItemId.Of(Guid.CreateVersion7()), WorkspaceId = WorkspaceId.Of(Guid.CreateVersion7()), FileName = "file", Kind = kind, Key = "key", ThumbnailKey = "key",
        Width = width, Height = height, Bytes = bytes, Duration = duration, CreatedAt = default, AddedBy = PersonId.Of(Guid.CreateVersion7()),
    };
}

using System.Text;
using Directino.Instagram.Publishing;
using Directino.Media;
using Directino.Sandbox.Media;
using Directino.Tests.Planning;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Directino.Tests.Media;

public sealed class VideoLibraryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("good.mp4")]
    [InlineData("hevc.mp4")]
    [InlineData("silent.mp4")]
    [InlineData("minute.mp4")]
    public async Task What_Instagram_takes_stays_as_it_is_bit_by_bit_and_is_ready_at_once(string name)
    {
        TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var video = await shop.Upload(TestFilms.Read(name), name);
        (video.Kind, video.State, video.ContentType).ShouldBe((MediaKind.Video, MediaState.Ready, "video/mp4"));
        (await shop.Bytes(video)).ShouldBe(TestFilms.Read(name));
        MediaRules.Fits(video, ContainerKind.Reel).ShouldBeTrue();
        await using var poster = await studio.Get<MediaLibrary>().Open(shop.Id, video.Id, small: true, Ct);
        (poster!.ContentType, poster.Content.ReadByte()).ShouldBe(("image/jpeg", 0xFF));
    }

    [Theory]
    [InlineData("good.mov")]
    [InlineData("moov-last.mp4")]
    [InlineData("edit-list.mp4")]
    [InlineData("mpeg4.mp4")]
    [InlineData("mp3.mp4")]
    [InlineData("surround.mp4")]
    [InlineData("hi-rate.mp4")]
    [InlineData("chroma-422.mp4")]
    [InlineData("slow.mp4")]
    [InlineData("fast.mp4")]
    [InlineData("too-wide.mp4")]
    [InlineData("too-long-for-a-story.mp4")]
    public async Task Whatever_else_is_made_so_that_Instagram_takes_it(string name)
    {
        TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var video = await shop.UploadVideo(TestFilms.Read(name), name);
        (video.State, video.Refusal).ShouldBe((MediaState.Ready, null));
        MediaRules.Broken(video, ContainerKind.Reel).ShouldBeEmpty();
        var film = FilmReader.Read(await shop.Bytes(video)).ShouldNotBeNull();
        FilmRules.Judge("REELS", film, null, editLists: false).ShouldBeNull();
        (film.Width, film.Height).ShouldBe((video.Width, video.Height));
    }

    [Fact]
    public async Task A_film_from_a_phone_stands_up_and_forgets_where_it_was_taken()
    {
        TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var file = TestFilms.FromAPhone();
        Encoding.Latin1.GetString(file).ShouldContain("Camera-of-mine");
        Encoding.Latin1.GetString(file).ShouldContain("+38.7223");
        var video = await shop.UploadVideo(file, "IMG_0001.MOV");
        (video.State, video.Width, video.Height).ShouldBe((MediaState.Ready, 360, 640));
        var made = Encoding.Latin1.GetString(await shop.Bytes(video));
        made.ShouldNotContain("Camera-of-mine");
        made.ShouldNotContain("+38.7223");
        FilmRules.Judge("REELS", FilmReader.Read(await shop.Bytes(video)), null, editLists: false).ShouldBeNull();
    }

    [Fact]
    public async Task A_large_film_becomes_as_small_as_Instagram_shows_it()
    {
        TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var video = await shop.UploadVideo(TestFilms.Film("2160x3840", 30, 3.2, ""));
        (video.State, video.Width, video.Height).ShouldBe((MediaState.Ready, 1080, 1920));
    }

    [Fact]
    public async Task The_same_video_twice_is_one_item_even_when_it_was_made_anew()
    {
        TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var first = await shop.UploadVideo(TestFilms.Read("mpeg4.mp4"));
        var second = await shop.UploadVideo(TestFilms.Read("mpeg4.mp4"));
        (second.Id, second.Key, second.State).ShouldBe((first.Id, first.Key, MediaState.Ready));
        (await studio.Get<IMediaStore>().Open(first.SourceKey!, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task The_work_goes_on_in_another_process_when_one_was_killed()
    {
        TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var video = await shop.Upload(TestFilms.Read("mpeg4.mp4"));
        video.State.ShouldBe(MediaState.Working);
        // As a process leaves it that claimed the work and died.
        await using (var db = shop.Open())
        {
            var row = (await db.Set<MediaItem>().FindAsync([video.Id], Ct))!;
            row.Advance(30, studio.Clock.GetUtcNow() + TimeSpan.FromSeconds(20));
            await db.SaveChangesAsync(Ct);
        }

        await studio.FinishVideos();
        (await Find(shop, video)).State.ShouldBe(MediaState.Working);
        await studio.PassTime(TimeSpan.FromSeconds(31));
        await studio.FinishVideos();
        (await Find(shop, video)).State.ShouldBe(MediaState.Ready);
    }

    [Fact]
    public async Task A_video_that_was_removed_while_it_was_worked_on_can_be_taken_back()
    {
        TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var library = studio.Get<MediaLibrary>();
        var video = await shop.Upload(TestFilms.Read("mpeg4.mp4"));
        (await library.Remove(shop.Id, video.Id, Ct)).ShouldBe(RemovalOutcome.Removed);
        await studio.FinishVideos();
        (await library.Restore(shop.Id, video.Id, Ct)).ShouldBeTrue();
        (await Find(shop, video)).State.ShouldBe(MediaState.Working);
        await studio.FinishVideos();
        (await Find(shop, video)).State.ShouldBe(MediaState.Ready);
    }

    [Fact]
    public async Task A_video_that_could_not_be_made_is_refused_with_a_reason_and_can_be_tried_again()
    {
        TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var video = await shop.Upload(TestFilms.Read("mpeg4.mp4"));
        var (store, file) = (studio.Get<IMediaStore>(), TestFilms.Read("mpeg4.mp4"));
        await store.Delete(video.Key, Ct);
        await studio.FinishVideos();
        var refused = await Find(shop, video);
        (refused.State, refused.Refusal).ShouldBe((MediaState.Refused, MediaRefusal.SourceGone));
        await store.Put(shop.Id, file, Ct);
        (await studio.Get<VideoIntake>().Retry(shop.Id, video.Id, Ct))!.State.ShouldBe(MediaState.Working);
        await studio.FinishVideos();
        (await Find(shop, video)).State.ShouldBe(MediaState.Ready);
    }

    [Fact]
    public async Task The_poster_is_taken_from_the_moment_that_was_chosen()
    {
        TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var videos = studio.Get<VideoIntake>();
        var video = await shop.UploadVideo(TestFilms.Film("320x320", 30, 4, ""));
        var chosen = (await videos.ShowFrame(shop.Id, video.Id, TimeSpan.FromSeconds(3), Ct))!;
        chosen.ThumbnailKey.ShouldNotBe(video.ThumbnailKey);
        (chosen.PosterAt, chosen.Key).ShouldBe((TimeSpan.FromSeconds(3), video.Key));
        (await videos.ShowFrame(shop.Id, video.Id, TimeSpan.FromSeconds(9), Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task Without_ffmpeg_a_video_is_refused_and_a_picture_is_not()
    {
        await using var studio = await Tests.Studio.Studio.Open(s => s.AddSingleton(Options.Create(new MediaOptions { Ffmpeg = AppContext.BaseDirectory })));
        var shop = await studio.OpenWorkspace();
        studio.Get<MediaLibrary>().TakesVideos.ShouldBeFalse();
        (await shop.Refused(TestFilms.Read("good.mp4"))).ShouldBe(MediaRefusal.FfmpegMissing);
        (await shop.Upload(TestPictures.Jpeg(800, 800))).State.ShouldBe(MediaState.Ready);
    }

    private static async Task<MediaItem> Find(Tests.Studio.TestWorkspace shop, MediaItem item) =>
        (await shop.Studio.Get<MediaLibrary>().Find(shop.Id, item.Id, Ct))!;
}

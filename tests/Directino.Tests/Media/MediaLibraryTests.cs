using Directino.Media;
using Directino.Media.Library;
using Directino.Planning;
using Directino.Tests.Planning;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Media;

public sealed class MediaLibraryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_picture_twice_is_one_item()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var first = await shop.Upload(TestPictures.Jpeg(800, 800));
        var second = await shop.Upload(TestPictures.Jpeg(800, 800));
        second.Id.ShouldBe(first.Id);
        (await studio.Get<LibraryReader>().List(shop.Id, LibraryFilter.Everything, null, 50, Ct)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_crop_is_kept_beside_the_whole_and_can_be_taken_back()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var library = studio.Get<MediaLibrary>();
        var tall = await shop.Upload(TestPictures.Jpeg(600, 1200));
        tall.Shape.ShouldBe(ShapeVerdict.TooTall);
        (await library.Cut(shop.Id, tall.Id, Crop.ToTallest, Ct))!.Shape.ShouldBe(ShapeVerdict.Fits);
        var whole = (await library.Cut(shop.Id, tall.Id, null, Ct))!;
        (whole.Width, whole.Height, whole.UncroppedKey).ShouldBe((600, 1200, null));
        whole.Key.ShouldBe(tall.Key);
    }

    [Fact]
    public async Task A_picture_that_a_post_shows_is_not_deleted()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var library = studio.Get<MediaLibrary>();
        var picture = await shop.Upload(TestPictures.Jpeg(800, 800));
        var post = await shop.Draft(PostContent.OnePicture(null, picture.Id, "Bread", null));
        (await library.Remove(shop.Id, picture.Id, Ct)).ShouldBe(RemovalOutcome.InUse);
        await studio.Get<Planner>().Delete(shop.Id, post.Id, null, Ct);
        (await library.Remove(shop.Id, picture.Id, Ct)).ShouldBe(RemovalOutcome.Removed);
        (await library.Find(shop.Id, picture.Id, Ct)).ShouldBeNull();
        (await library.Restore(shop.Id, picture.Id, Ct)).ShouldBeTrue();
        (await library.Find(shop.Id, picture.Id, Ct)).ShouldNotBeNull();
        (await library.Remove(shop.Id, picture.Id, Ct)).ShouldBe(RemovalOutcome.Removed);
        await studio.PassTime(TimeSpan.FromMinutes(61));
        (await studio.Get<IMediaStore>().Open(picture.Key, Ct)).ShouldBeNull();
        (await library.Restore(shop.Id, picture.Id, Ct)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_picture_that_is_the_cover_of_a_reel_is_not_deleted()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var library = studio.Get<MediaLibrary>();
        var picture = await shop.Upload(TestPictures.Jpeg(800, 1200));
        var post = await shop.Draft(new PostContent { Kind = PostKind.Reel, Options = new PostChoices { Cover = picture.Id } });
        (await library.Remove(shop.Id, picture.Id, Ct)).ShouldBe(RemovalOutcome.InUse);
        await studio.Get<Planner>().Write(shop.Id, post.Id, new PostContent { Kind = PostKind.Reel }, shop.Owner, null, Ct);
        (await library.Remove(shop.Id, picture.Id, Ct)).ShouldBe(RemovalOutcome.Removed);
    }

    [Fact]
    public async Task Another_workspace_sees_nothing_of_it()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var mine = await studio.OpenWorkspace();
        var other = await studio.OpenWorkspace("Somebody else's");
        var library = studio.Get<MediaLibrary>();
        var picture = await mine.Upload(TestPictures.Jpeg(800, 800));
        (await library.Find(other.Id, picture.Id, Ct)).ShouldBeNull();
        (await library.Remove(other.Id, picture.Id, Ct)).ShouldBe(RemovalOutcome.NotThere);
        (await library.Cut(other.Id, picture.Id, Crop.ToSquare, Ct)).ShouldBeNull();
        (await studio.Get<LibraryReader>().List(other.Id, LibraryFilter.Everything, null, 50, Ct)).ShouldBeEmpty();
        // The same picture there is a file of their own.
        (await other.Upload(TestPictures.Jpeg(800, 800))).Key.ShouldNotBe(picture.Key);
    }
}

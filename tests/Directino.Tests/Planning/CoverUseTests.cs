using Directino.Accounts;
using Directino.Media;
using Directino.Media.Library;
using Directino.Planning;
using Directino.Tests.Media;
using Directino.Tests.Publishing;
using Directino.Tests.Studio;

namespace Directino.Tests.Planning;

/// <summary>The cover of a reel is in use like any other picture.</summary>
public sealed class CoverUseTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cover_that_a_reel_needs_or_shows_cannot_be_removed()
    {
        TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var (reel, cover) = await Reel(shop, await shop.Connect("nora.bakes"));
        (await studio.Get<MediaLibrary>().Remove(shop.Id, cover.Id, Ct)).ShouldBe(RemovalOutcome.InUse);
        (await studio.Get<LibraryReader>().List(shop.Id, LibraryFilter.Everything, null, 10, Ct)).ShouldAllBe(entry => entry.IsUsed);

        (await studio.Get<Planner>().PublishNow(shop.Id, reel.Id, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        (await shop.Watch(reel)).State.ShouldBe(PostState.Published);
        (await studio.Get<MediaLibrary>().Remove(shop.Id, cover.Id, Ct)).ShouldBe(RemovalOutcome.InUse);
    }

    [Fact]
    public async Task A_reel_whose_cover_was_cut_goes_out_with_the_new_one()
    {
        TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var (reel, cover) = await Reel(shop, await shop.Connect("nora.bakes"));
        (await studio.Get<Planner>().Schedule(shop.Id, reel.Id, studio.Clock.GetUtcNow().AddMinutes(20), shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        await studio.PassTime(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(10));
        var cut = await studio.Get<MediaLibrary>().Cut(shop.Id, cover.Id, Crop.ToSquare, Ct);
        await studio.PassTime(TimeSpan.FromMinutes(20), TimeSpan.FromSeconds(30));
        (await shop.Read(reel)).State.ShouldBe(PostState.Published);
        var published = (Directino.Sandbox.Publishing.Published)studio.Published().ShouldHaveSingleItem().Effect;
        studio.Sandbox.Kept(published.Media.Details.CoverFile!).ShouldBe(await shop.Bytes(cut!));
    }

    [Fact]
    public async Task A_carousel_with_a_video_whose_picture_was_cut_is_prepared_as_early_as_before()
    {
        TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        shop.LendMedia();
        var film = await shop.Upload(TestFilms.Read("good.mp4"), "good.mp4");
        var picture = await shop.Upload(TestPictures.Jpeg(1080, 1350));
        var post = await shop.Draft(new PostContent { Account = account.Id, Items = [new(film.Id), new(picture.Id)], Caption = "Cut" });
        (await studio.Get<Planner>().Schedule(shop.Id, post.Id, studio.Clock.GetUtcNow().AddHours(1), shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        await studio.Get<MediaLibrary>().Cut(shop.Id, picture.Id, Crop.ToSquare, Ct);
        await studio.PassTime(TimeSpan.FromMinutes(31), TimeSpan.FromMinutes(1));
        studio.Sandbox.Journal("container-made").ShouldNotBeEmpty();
    }

    private static async Task<(Post Reel, MediaItem Cover)> Reel(TestWorkspace shop, ConnectedAccount account)
    {
        shop.LendMedia();
        var film = await shop.Upload(TestFilms.Read("good.mp4"), "good.mp4");
        var cover = await shop.Upload(TestPictures.Jpeg(1080, 1350), "cover.jpg");
        var reel = await shop.Draft(new PostContent
        {
            Account = account.Id, Kind = PostKind.Reel, Items = [new ItemContent(film.Id)], Caption = "Covered", Options = PostChoices.None with { Cover = cover.Id },
        });
        return (reel, cover);
    }
}

using Directino.Media;
using Directino.Planning;
using Directino.Planning.Neighbours;
using Directino.Tests.Media;

namespace Directino.Tests.Planning.Neighbours;

public sealed class NeighbourReaderTests
{
    private const string Words = "Saffron buns, out of the oven at seven.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_file_uploaded_twice_and_cropped_is_the_same_picture()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        shop.LendMedia();
        var account = await shop.Connect("nora.bakes");
        var file = TestPictures.Jpeg(1080, 1400);
        var first = await shop.Upload(file, "a.jpg");
        await studio.Get<MediaLibrary>().Cut(shop.Id, first.Id, Crop.ToSquare, Ct);
        var second = await shop.Upload(file, "b.jpg");
        second.Id.ShouldNotBe(first.Id);
        var planned = await Plan(shop, PostContent.OnePicture(account.Id, first.Id, Words), TimeSpan.FromDays(2));
        var again = PostContent.OnePicture(account.Id, second.Id, "Something else altogether, said about it.");
        var warning = (await Warn(shop, again, TimeSpan.FromDays(5))).ShouldHaveSingleItem();
        (warning.Rule, warning.Other.Id, warning.Other.State).ShouldBe((NeighbourRules.SamePictures, planned.Id, PostState.Draft));
    }

    [Fact]
    public async Task Only_the_account_s_own_posts_that_are_out_or_to_come_are_neighbours()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var another = await shop.Connect("studio.terra");
        var published = await shop.PublishNow(account, Words);
        await studio.PassTime(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(20));
        (await shop.Read(published)).State.ShouldBe(PostState.Published);
        var words = PostContent.Empty with { Account = account.Id, Caption = Words };
        (await Warn(shop, words, TimeSpan.FromDays(3))).ShouldHaveSingleItem().Other.Id.ShouldBe(published.Id);
        (await Warn(shop, words with { Account = another.Id }, TimeSpan.FromDays(3))).ShouldBeEmpty();
        (await Warn(shop, words with { Account = null }, TimeSpan.FromDays(3))).ShouldBeEmpty();
        (await Warn(shop, words, TimeSpan.FromDays(31))).ShouldBeEmpty();
        (await studio.Get<NeighbourReader>().Warnings(shop.Id, published.Id, words, studio.Clock.GetUtcNow(), Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_workspace_s_posts_are_nobody_s_neighbours()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, other) = (await studio.OpenWorkspace(), await studio.OpenWorkspace("Somebody else's"));
        var account = await shop.Connect("nora.bakes");
        var post = await shop.Schedule(account, Words, TimeSpan.FromHours(2));
        (await studio.Get<NeighbourReader>().Around(other.Id, account.Id, post.Slot, Ct)).ShouldBeEmpty();
        (await studio.Get<NeighbourReader>().Around(shop.Id, account.Id, post.Slot, Ct)).ShouldHaveSingleItem().Id.ShouldBe(post.Id);
    }

    private static async Task<Post> Plan(Studio.TestWorkspace shop, PostContent content, TimeSpan ahead) =>
        (await shop.Studio.Get<Planner>().Draft(shop.Id, shop.Owner, content, shop.Studio.Clock.GetUtcNow() + ahead, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post;

    private static Task<IReadOnlyList<PostWarning>> Warn(Studio.TestWorkspace shop, PostContent content, TimeSpan ahead) =>
        shop.Studio.Get<NeighbourReader>().Warnings(shop.Id, null, content, shop.Studio.Clock.GetUtcNow() + ahead, Ct);
}

using Directino.Accounts;
using Directino.Labels;
using Directino.Media;
using Directino.Media.Library;
using Directino.Tests.Planning;
using Directino.Tests.Studio;

namespace Directino.Tests.Media.Library;

public sealed class MediaLabelTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_item_bears_the_labels_it_was_given_and_is_found_by_each()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var labels = studio.Get<MediaLabels>();
        var (easter, summer) = (await shop.Label("Easter"), await shop.Label("Summer"));
        var (buns, ice) = (await shop.Upload(TestPictures.Small), await shop.Upload(TestPictures.Jpeg(640, 400)));
        (await labels.Set(shop.Id, buns.Id, [easter.Id, summer.Id, easter.Id], Ct)).ShouldBeNull();
        (await labels.Set(shop.Id, ice.Id, [summer.Id], Ct)).ShouldBeNull();
        (await Found(easter)).ShouldBe([buns.Id]);
        (await Found(summer)).ShouldBe([ice.Id, buns.Id]);
        (await shop.Find(new LibraryFilter("no such word", Label: summer.Id))).ShouldBeEmpty();
        (await labels.Set(shop.Id, buns.Id, [], Ct)).ShouldBeNull();
        (await shop.Find(LibraryFilter.Everything)).Single(e => e.Item.Id == buns.Id).Labels.ShouldBeEmpty();

        async Task<IReadOnlyList<MediaItemId>> Found(Label label)
        {
            var found = await shop.Find(new LibraryFilter(Label: label.Id));
            found.ShouldAllBe(e => e.Labels.Contains(label.Id));
            return [.. found.Select(e => e.Item.Id)];
        }
    }

    [Fact]
    public async Task Labels_of_somebody_else_and_items_that_are_gone_are_refused()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, other) = (await studio.OpenWorkspace(), await studio.OpenWorkspace("Somebody else's"));
        var labels = studio.Get<MediaLabels>();
        var (mine, theirs) = (await shop.Label("Easter"), await other.Label("Easter"));
        var buns = await shop.Upload(TestPictures.Small);
        (await labels.Set(shop.Id, buns.Id, [mine.Id, theirs.Id], Ct)).ShouldBe(LabelRules.Missing);
        (await labels.Set(other.Id, buns.Id, [theirs.Id], Ct)).ShouldBe(LabelledMediaRules.ItemMissing);
        (await labels.Put(shop.Id, theirs.Id, [buns.Id], Ct)).ShouldBeNull();
        (await labels.Put(other.Id, theirs.Id, [buns.Id], Ct)).ShouldBeEmpty();
        await studio.Get<MediaLibrary>().Remove(shop.Id, buns.Id, Ct);
        (await labels.Set(shop.Id, buns.Id, [mine.Id], Ct)).ShouldBe(LabelledMediaRules.ItemMissing);
    }

    [Fact]
    public async Task A_label_is_put_on_many_and_only_those_that_got_it_lose_it_again()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var labels = studio.Get<MediaLabels>();
        var easter = await shop.Label("Easter");
        var (had, got) = (await shop.Upload(TestPictures.Small), await shop.Upload(TestPictures.Jpeg(640, 400)));
        await labels.Set(shop.Id, had.Id, [easter.Id], Ct);
        var put = await labels.Put(shop.Id, easter.Id, [had.Id, got.Id], Ct);
        put.ShouldBe([got.Id]);
        await labels.TakeOff(shop.Id, easter.Id, put!, Ct);
        (await shop.Find(new LibraryFilter(Label: easter.Id))).ShouldHaveSingleItem().Item.Id.ShouldBe(had.Id);
    }

    [Fact]
    public async Task A_label_that_is_taken_away_and_brought_back_is_on_posts_and_pictures_again()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var book = studio.Get<LabelBook>();
        var easter = await shop.Label("Easter");
        var buns = await shop.Upload(TestPictures.Small);
        await studio.Get<MediaLabels>().Set(shop.Id, buns.Id, [easter.Id], Ct);
        var removed = (await book.Remove(shop.Id, easter.Id, Ct)).ShouldNotBeNull();
        (await shop.Find(LibraryFilter.Everything)).ShouldHaveSingleItem().Labels.ShouldBeEmpty();
        (await book.Restore(removed, Ct)).ShouldBeOfType<LabelOutcome.Done>();
        (await shop.Find(new LibraryFilter(Label: easter.Id))).ShouldHaveSingleItem().Item.Id.ShouldBe(buns.Id);
    }
}

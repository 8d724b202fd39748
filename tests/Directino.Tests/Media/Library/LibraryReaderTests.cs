using Directino.Media;
using Directino.Media.Library;
using Directino.Planning;
using Directino.Tests.Planning;
using Directino.Tests.Studio;

namespace Directino.Tests.Media.Library;

public sealed class LibraryReaderTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(LibrarySort.Newest, "3 2 1 b a")]
    [InlineData(LibrarySort.Oldest, "a b 1 2 3")]
    [InlineData(LibrarySort.Name, "1 2 3 a b")]
    public async Task Pages_meet_without_a_gap_in_every_order(LibrarySort sort, string expected)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        foreach (var name in new[] { "a", "B", "1", "۲", "3" })
            await shop.Put(name);
        var filter = new LibraryFilter(Sort: sort);
        var found = new List<LibraryEntry>();
        for (var page = await shop.Find(filter, null, 2); page.Count > 0; page = await shop.Find(filter, LibraryKey.Of(found[^1].Item), 2))
            found.AddRange(page);
        string.Join(' ', found.Select(e => e.Item.NameKey)).ShouldBe(expected);
    }

    [Fact]
    public async Task Items_of_one_name_are_all_listed_and_the_key_of_a_list_can_be_written_and_read()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        for (var i = 0; i < 3; i++)
            await shop.Put("Same ~ name.jpg");
        var first = await shop.Find(new LibraryFilter(Sort: LibrarySort.Name), null, 2);
        LibraryKey.TryParse(LibraryKey.Of(first[^1].Item).ToString(), null, out var key).ShouldBeTrue();
        key.ShouldBe(LibraryKey.Of(first[^1].Item));
        (await shop.Find(new LibraryFilter(Sort: LibrarySort.Name), key, 2)).ShouldHaveSingleItem();
        LibraryKey.TryParse("nonsense", null, out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Words_of_name_and_description_are_found_by_their_beginnings_in_any_case_and_script()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var other = await studio.OpenWorkspace("Somebody else's");
        var market = await shop.Upload(TestPictures.Jpeg(400, 400), "Market_Day-2026.jpg");
        var night = await shop.Put("شب‌یلدا.jpg");
        await other.Put("Market.jpg");
        var library = studio.Get<MediaLibrary>();
        await library.Describe(shop.Id, market.Id, "Äpfel und Brot", Ct);
        (await Names("MARK")).ShouldBe([market.Id]);
        (await Names("day apf")).ShouldBe([market.Id]);
        (await Names("day pears")).ShouldBeEmpty();
        (await Names("يلدا")).ShouldBe([night.Id]);
        (await Names("?!")).ShouldBeEmpty();
        (await Names("  ")).Count.ShouldBe(2);
        await library.Describe(shop.Id, market.Id, "Birnen", Ct);
        (await Names("apf")).ShouldBeEmpty();
        (await Names("birne 2026")).ShouldBe([market.Id]);
        await library.Remove(shop.Id, market.Id, Ct);
        (await Names("market")).ShouldBeEmpty();
        await studio.PassTime(TimeSpan.FromMinutes(61));
        await using var db = shop.Open();
        db.Set<LibraryWord>().ShouldAllBe(w => w.ItemId == night.Id);

        async Task<IReadOnlyList<MediaItemId>> Names(string text) => [.. (await shop.Find(new LibraryFilter(text))).Select(e => e.Item.Id)];
    }

    [Fact]
    public async Task Kind_and_folder_narrow_what_is_found()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var (film, picture) = (await shop.Put("Dance.mp4", MediaKind.Video), await shop.Put("Dance.jpg"));
        var folder = await shop.Folder("Summer");
        await studio.Get<FolderBook>().Move(shop.Id, [film.Id], folder.Id, Ct);
        (await shop.Find(new LibraryFilter("dance", Kind: MediaKind.Video))).ShouldHaveSingleItem().Item.Id.ShouldBe(film.Id);
        (await shop.Find(new LibraryFilter("dance", folder.Id))).ShouldHaveSingleItem().Item.Id.ShouldBe(film.Id);
        (await shop.Find(new LibraryFilter(Loose: true))).ShouldHaveSingleItem().Item.Id.ShouldBe(picture.Id);
        (await shop.Find(new LibraryFilter(Folder: folder.Id, Kind: MediaKind.Picture))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_use_is_counted_a_cover_and_what_is_only_being_written_too()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var (twice, cover, written, free) = (await shop.Put("twice"), await shop.Put("cover"), await shop.Put("written"), await shop.Put("free"));
        await shop.Draft(new PostContent { Items = [new ItemContent(twice.Id), new ItemContent(twice.Id)] });
        var out_ = await shop.Draft(PostContent.OnePicture(null, twice.Id, "Out", null));
        await using (var db = shop.Open())
        {
            var post = db.Set<Post>().Single(p => p.Id == out_.Id);
            post.Publish("1", null, studio.Clock.GetUtcNow(), studio.Clock.GetUtcNow());
            await db.SaveChangesAsync(Ct);
        }

        await shop.Draft(new PostContent { Kind = PostKind.Reel, Options = new PostChoices { Cover = cover.Id } });
        var text = new WrittenText(PostContent.OnePicture(null, written.Id, "Half a sen"), null, null);
        await studio.Get<WorkingCopies>().Keep(shop.Id, shop.Owner, null, text with { Content = PostContent.Empty }, null, Ct);
        await studio.Get<WorkingCopies>().Keep(shop.Id, shop.Owner, null, text, null, Ct);

        var uses = (await shop.Find(LibraryFilter.Everything)).ToDictionary(e => e.Item.Id, e => e.Uses);
        uses[twice.Id].ShouldBe(new MediaUses(Drafts: 1, Published: 1));
        uses[cover.Id].ShouldBe(new MediaUses(Drafts: 1));
        uses[written.Id].ShouldBe(new MediaUses(Unsaved: 1));
        uses[free.Id].ShouldBe(MediaUses.None);
        (await shop.Find(new LibraryFilter(Used: false))).ShouldHaveSingleItem().Item.Id.ShouldBe(free.Id);
        (await shop.Find(new LibraryFilter(Used: true))).Select(e => e.Item.Id).ShouldBe([written.Id, cover.Id, twice.Id]);
        (await studio.Get<MediaLibrary>().Remove(shop.Id, written.Id, Ct)).ShouldBe(RemovalOutcome.InUse);
        await studio.Get<WorkingCopies>().Drop(shop.Id, shop.Owner, null, Ct);
        (await studio.Get<MediaLibrary>().Remove(shop.Id, written.Id, Ct)).ShouldBe(RemovalOutcome.Removed);
    }
}

using Directino.Media.Library;
using Directino.Tests.Studio;

namespace Directino.Tests.Media.Library;

public sealed class FolderTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_name_is_taken_once_in_its_place_whatever_its_case()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var book = studio.Get<FolderBook>();
        var summer = await shop.Folder(" Summer   2026 ");
        summer.Name.ShouldBe("Summer 2026");
        Rule(await book.Add(shop.Id, "SUMMER 2026", null, Ct)).ShouldBe(FolderRules.NameTaken);
        var inside = await shop.Folder("Summer 2026", summer);
        Rule(await book.Add(shop.Id, "summer ۲۰۲۶", summer.Id, Ct)).ShouldBe(FolderRules.NameTaken);
        Rule(await book.Add(shop.Id, "Deeper", inside.Id, Ct)).ShouldBe(FolderRules.TooDeep);
        Rule(await book.Add(shop.Id, " ", null, Ct)).ShouldBe(FolderRules.NameMissing);
        Rule(await book.Add(shop.Id, new string('x', 61), null, Ct)).ShouldBe(FolderRules.NameTooLong);
        var winter = await shop.Folder("Winter");
        Rule(await book.Rename(shop.Id, winter.Id, "summer 2026", Ct)).ShouldBe(FolderRules.NameTaken);
        (await book.Rename(shop.Id, winter.Id, "WINTER", Ct)).ShouldBeOfType<FolderOutcome.Done>().Folder.Name.ShouldBe("WINTER");

        var other = await studio.OpenWorkspace("Somebody else's");
        await other.Folder("Summer 2026");
        Rule(await book.Add(other.Id, "Mine", summer.Id, Ct)).ShouldBe(FolderRules.Missing);
        (await book.Remove(other.Id, summer.Id, Ct)).ShouldBeNull();
        (await book.All(other.Id, Ct)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_who_make_the_same_folder_at_once_one_is_refused()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var book = studio.Get<FolderBook>();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => book.Add(shop.Id, "Shoot", null, Ct)));
        outcomes.OfType<FolderOutcome.Done>().ShouldHaveSingleItem();
        outcomes.OfType<FolderOutcome.Refused>().ShouldAllBe(r => r.Rule == FolderRules.NameTaken);
    }

    [Fact]
    public async Task What_lay_in_a_removed_folder_lies_where_the_folder_lay_and_comes_back_with_it()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var book = studio.Get<FolderBook>();
        var summer = await shop.Folder("Summer");
        var berlin = await shop.Folder("Berlin", summer);
        var (first, second, third) = (await shop.Put("1"), await shop.Put("2"), await shop.Put("3"));
        await book.Move(shop.Id, [first.Id], summer.Id, Ct);
        await book.Move(shop.Id, [second.Id, third.Id], berlin.Id, Ct);

        var gone = (await book.Remove(shop.Id, berlin.Id, Ct)).ShouldNotBeNull();
        (await Names(summer)).ShouldBe("3 2 1");
        (await book.Restore(gone, Ct)).ShouldBeOfType<FolderOutcome.Done>();
        (await Names(summer)).ShouldBe("1");

        var all = (await book.Remove(shop.Id, summer.Id, Ct)).ShouldNotBeNull();
        (await book.All(shop.Id, Ct)).ShouldBeEmpty();
        (await shop.Find(new LibraryFilter(Loose: true))).Count.ShouldBe(3);
        // Somebody puts one of them elsewhere meanwhile: there it stays.
        var kept = await shop.Folder("Kept");
        await book.Move(shop.Id, [third.Id], kept.Id, Ct);
        (await book.Restore(all, Ct)).ShouldBeOfType<FolderOutcome.Done>();
        (await Names(summer), await Names(berlin), await Names(kept)).ShouldBe(("1", "2", "3"));

        async Task<string> Names(MediaFolder folder) => string.Join(' ', (await shop.Find(new LibraryFilter(Folder: folder.Id))).Select(e => e.Item.FileName));
    }

    [Fact]
    public async Task A_folder_whose_name_was_taken_meanwhile_does_not_come_back()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var book = studio.Get<FolderBook>();
        var gone = (await book.Remove(shop.Id, (await shop.Folder("Summer")).Id, Ct)).ShouldNotBeNull();
        await shop.Folder("summer");
        Rule(await book.Restore(gone, Ct)).ShouldBe(FolderRules.NameTaken);
    }

    [Fact]
    public async Task Many_are_moved_at_once_and_it_is_known_where_they_lay()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var book = studio.Get<FolderBook>();
        var (a, b, c) = (await shop.Put("a"), await shop.Put("b"), await shop.Put("c"));
        var (first, second) = (await shop.Folder("First"), await shop.Folder("Second"));
        (await book.Move(shop.Id, [a.Id], first.Id, Ct))!.ShouldHaveSingleItem().Was.ShouldBeNull();
        (await book.Move(shop.Id, [b.Id], second.Id, Ct)).ShouldNotBeNull();
        (await book.Move(shop.Id, [a.Id, b.Id, c.Id], second.Id, Ct))!.OrderBy(m => m.Id.Value).ShouldBe([new MovedItem(a.Id, first.Id), new MovedItem(c.Id, null)]);
        (await book.Move(shop.Id, [a.Id], MediaFolderId.New(studio.Clock), Ct)).ShouldBeNull();
        var other = await studio.OpenWorkspace("Somebody else's");
        (await book.Move(other.Id, [a.Id], null, Ct))!.ShouldBeEmpty();
        (await book.Move(other.Id, [], first.Id, Ct)).ShouldBeNull();
    }

    private static string? Rule(FolderOutcome outcome) => (outcome as FolderOutcome.Refused)?.Rule;
}

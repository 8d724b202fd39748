using Directino.Planning.Snippets;
using Directino.Tests.Studio;

namespace Directino.Tests.Planning.Snippets;

public sealed class SnippetBookTests
{
    private static readonly NewSnippet Bread = new(SnippetKind.Hashtags, " Bread ", "bread #rye", "en");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_are_saved_tidy_and_read_by_name_within_their_workspace()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, other) = (await studio.OpenWorkspace(), await studio.OpenWorkspace("Somebody else's"));
        var book = studio.Get<SnippetBook>();
        await book.Add(shop.Id, new NewSnippet(SnippetKind.Template, "opening", "From {time}", "fa"), Ct);
        var bread = (await book.Add(shop.Id, Bread, Ct)).ShouldBeOfType<SnippetOutcome.Done>().Snippet;
        (bread.Name, bread.Text).ShouldBe(("Bread", "#bread #rye"));
        (await book.All(shop.Id, Ct)).Select(s => s.Name).ShouldBe(["Bread", "opening"]);
        (await book.All(other.Id, Ct)).ShouldBeEmpty();
        (await book.Find(other.Id, bread.Id, Ct)).ShouldBeNull();
        (await book.Change(other.Id, bread.Id, Bread, null, Ct)).ShouldBe(new SnippetOutcome.Refused(SnippetRules.Missing));
        (await book.Remove(other.Id, bread.Id, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task What_cannot_be_saved_is_refused_with_the_word_that_is_to_blame()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var book = studio.Get<SnippetBook>();
        await book.Add(shop.Id, Bread, Ct);
        async Task<SnippetOutcome.Refused> Refused(NewSnippet wanted) => (await book.Add(shop.Id, wanted, Ct)).ShouldBeOfType<SnippetOutcome.Refused>();
        (await Refused(Bread with { Name = "BREAD" })).Rule.ShouldBe(SnippetRules.NameTaken);
        (await Refused(Bread with { Name = " " })).Rule.ShouldBe(SnippetRules.NameMissing);
        (await Refused(Bread with { Name = new string('x', Snippet.LongestName + 1) })).Rule.ShouldBe(SnippetRules.NameTooLong);
        (await Refused(Bread with { Text = "#" })).Rule.ShouldBe(SnippetRules.TextMissing);
        (await Refused(Bread with { Text = string.Join(' ', Enumerable.Range(0, 31).Select(i => $"tag{i}")) })).Rule.ShouldBe(SnippetRules.TooManyHashtags);
        (await Refused(Bread with { Text = "rye it's" })).ShouldBe(new SnippetOutcome.Refused(SnippetRules.NotAHashtag, "#it's"));
        var text = new NewSnippet(SnippetKind.Template, "Opening", "From {tiem}", "en");
        (await Refused(text)).ShouldBe(new SnippetOutcome.Refused(SnippetRules.UnknownVariable, "{tiem}"));
        (await Refused(text with { Text = new string('x', 2201) })).Rule.ShouldBe(SnippetRules.TextTooLong);
        (await Refused(text with { Text = "Hello", Language = "tlh" })).Rule.ShouldBe(SnippetRules.UnknownLanguage);
    }

    [Fact]
    public async Task Of_two_who_change_the_same_words_the_second_learns_of_the_first()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var book = studio.Get<SnippetBook>();
        var bread = (await book.Add(shop.Id, Bread, Ct)).ShouldBeOfType<SnippetOutcome.Done>().Snippet;
        (await book.Change(shop.Id, bread.Id, Bread with { Text = "sourdough" }, bread.Version, Ct)).ShouldBeOfType<SnippetOutcome.Done>();
        (await book.Change(shop.Id, bread.Id, Bread with { Text = "brioche" }, bread.Version, Ct)).ShouldBe(new SnippetOutcome.Refused(SnippetRules.ChangedMeanwhile));
        (await book.Find(shop.Id, bread.Id, Ct))!.Text.ShouldBe("#sourdough");
    }

    [Fact]
    public async Task What_was_removed_comes_back_unless_its_name_is_taken()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var book = studio.Get<SnippetBook>();
        var bread = (await book.Add(shop.Id, Bread, Ct)).ShouldBeOfType<SnippetOutcome.Done>().Snippet;
        var removed = (await book.Remove(shop.Id, bread.Id, Ct)).ShouldNotBeNull();
        (await book.Restore(removed, Ct)).ShouldBeOfType<SnippetOutcome.Done>();
        await book.Remove(shop.Id, bread.Id, Ct);
        await book.Add(shop.Id, Bread, Ct);
        (await book.Restore(removed, Ct)).ShouldBe(new SnippetOutcome.Refused(SnippetRules.NameTaken));
    }

    [Fact]
    public async Task There_are_at_most_two_hundred()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var book = studio.Get<SnippetBook>();
        await using (var db = shop.Open())
        {
            for (var i = 0; i < SnippetBook.Most; i++)
                db.Add(new Snippet { Id = SnippetId.New(studio.Clock), WorkspaceId = shop.Id, Kind = SnippetKind.Hashtags, Name = $"{i}", Key = $"{i}", Text = "#x", Language = "en" });
            await db.SaveChangesAsync(Ct);
        }

        (await book.Add(shop.Id, Bread, Ct)).ShouldBe(new SnippetOutcome.Refused(SnippetRules.TooMany));
    }
}

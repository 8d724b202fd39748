using Directino.Accounts;
using Directino.Labels;
using Directino.Planning;
using Directino.Planning.Ideas;
using Directino.Tests.Media;
using Directino.Tests.Studio;

namespace Directino.Tests.Planning.Ideas;

public sealed class IdeaTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("From above", "From above", "", "")]
    [InlineData("  From above \n\nas Ana does  https://example.test/a \nhttp://example.test/b", "From above", "as Ana does", "https://example.test/a http://example.test/b")]
    [InlineData("https://example.test/a", "https://example.test/a", "", "https://example.test/a")]
    [InlineData("ftp://example.test mailto:a@example.test", "ftp://example.test mailto:a@example.test", "", "")]
    public void A_few_words_in_one_field_are_a_name_a_text_and_links(string written, string title, string text, string links)
    {
        var idea = NewIdea.Of(written, null).Tidy();
        (idea.Title, idea.Text, string.Join(' ', idea.Links)).ShouldBe((title, text, links));
        idea.Flaw.ShouldBeNull();
    }

    [Fact]
    public void A_first_line_that_is_too_long_for_a_name_stays_whole_in_the_text()
    {
        var line = new string('a', Idea.LongestTitle + 1);
        var idea = NewIdea.Of(line, null).Tidy();
        idea.Title.Length.ShouldBe(Idea.LongestTitle);
        idea.Text.ShouldBe(line);
    }

    [Fact]
    public async Task It_becomes_one_draft_that_it_keeps_a_link_to_and_another_when_that_is_deleted()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        shop.LendMedia();
        var picture = await shop.Upload(TestPictures.Small);
        var book = studio.Get<IdeaBook>();
        var idea = await Add(shop, new("From above", "How we fold", ["https://example.test/a"], [picture.Id], [], account.Id));
        var post = (await book.Become(shop.Id, idea.Id, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post;
        (post.State, post.AccountId, post.Caption, post.Content.Items[0].Media).ShouldBe((PostState.Draft, account.Id, "How we fold\nhttps://example.test/a", picture.Id));
        (await book.Find(shop.Id, idea.Id, Ct)).ShouldNotBeNull().Idea.PostId.ShouldBe(post.Id);
        (await book.Become(shop.Id, idea.Id, shop.Owner, null, Ct)).ShouldBe(new PlanOutcome.Conflict(IdeaRules.IsPost));

        await studio.Get<Planner>().Delete(shop.Id, post.Id, null, Ct);
        (await book.Find(shop.Id, idea.Id, Ct)).ShouldNotBeNull().Idea.PostId.ShouldBeNull();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => book.Become(shop.Id, idea.Id, shop.Owner, null, Ct)));
        outcomes.OfType<PlanOutcome.Done>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task With_a_time_it_is_scheduled_when_it_is_whole_and_stays_an_idea_when_not()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        shop.LendMedia();
        var picture = await shop.Upload(TestPictures.Small);
        var book = studio.Get<IdeaBook>();
        var at = studio.Clock.GetUtcNow().AddDays(1);
        var half = await Add(shop, new("Half", "", [], [], [], account.Id));
        (await book.Become(shop.Id, half.Id, shop.Owner, at, Ct)).ShouldBeOfType<PlanOutcome.Refused>().Objections[0].Rule.ShouldBe(PostRules.PictureMissing);
        (await book.Find(shop.Id, half.Id, Ct)).ShouldNotBeNull().Idea.PostId.ShouldBeNull();
        var whole = await Add(shop, new("Whole", "", [], [picture.Id], [], account.Id));
        (await book.Become(shop.Id, whole.Id, shop.Owner, at, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post.Slot.ShouldBe(at);
    }

    [Fact]
    public async Task Ideas_are_found_by_beginnings_of_words_page_by_page_and_the_archive_is_apart()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var book = studio.Get<IdeaBook>();
        var fold = await Add(shop, new("Croissants from above", "folding", [], [], [], null));
        await Add(shop, new("نان سنگک", "از تنور", [], [], [], null));
        await Add(shop, new("Opening hours", "above all at Christmas", [], [], [], null));
        async Task<IReadOnlyList<string>> Found(string? text, bool archived = false) => [.. (await book.List(shop.Id, new IdeaFilter(text, archived), null, 10, Ct)).Select(l => l.Idea.Title)];
        (await Found(null)).ShouldBe(["Opening hours", "نان سنگک", "Croissants from above"]);
        (await Found("ABOVE")).ShouldBe(["Opening hours", "Croissants from above"]);
        (await Found("abo crois")).ShouldBe(["Croissants from above"]);
        (await Found("oissants")).ShouldBeEmpty();
        (await Found("سنگك")).ShouldBe(["نان سنگک"]);
        var first = await book.List(shop.Id, new IdeaFilter(), null, 2, Ct);
        (await book.List(shop.Id, new IdeaFilter(), first[^1].Idea.Id, 2, Ct)).ShouldHaveSingleItem().Idea.Id.ShouldBe(fold.Id);

        await book.Archive(shop.Id, fold.Id, true, Ct);
        (await Found("croissants")).ShouldBeEmpty();
        (await Found("croissants", archived: true)).ShouldHaveSingleItem();
        var removed = (await book.Remove(shop.Id, fold.Id, Ct)).ShouldNotBeNull();
        await book.Restore(removed, Ct);
        (await Found(null, archived: true)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Of_two_who_change_it_the_second_learns_of_the_first_and_what_is_too_long_or_no_link_is_refused()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var book = studio.Get<IdeaBook>();
        NewIdea words = new("From above", "", [], [], [], null);
        var idea = await Add(shop, words);
        (await book.Change(shop.Id, idea.Id, words with { Text = "Folding" }, 1, Ct)).ShouldBeOfType<IdeaOutcome.Done>().Idea.Version.ShouldBe(2);
        (await book.Change(shop.Id, idea.Id, words, 1, Ct)).ShouldBe(new IdeaOutcome.Refused(PostRules.ChangedMeanwhile));
        foreach (var (wrong, rule) in new[]
        {
            (words with { Title = " " }, IdeaRules.TitleMissing), (words with { Title = new string('a', 121) }, IdeaRules.TitleTooLong), (words with { Text = new string('a', 5_001) }, IdeaRules.TextTooLong),
            (words with { Links = ["javascript:alert(1)"] }, IdeaRules.NoLink), (words with { Account = AccountId.New(studio.Clock) }, PostRules.AccountMissing), (words with { Labels = [LabelId.New(studio.Clock)] }, LabelRules.Missing),
        })
            (await book.Change(shop.Id, idea.Id, wrong, null, Ct)).ShouldBe(new IdeaOutcome.Refused(rule));
        var other = await studio.OpenWorkspace("Somebody else's");
        (await book.Find(other.Id, idea.Id, Ct)).ShouldBeNull();
        (await book.Become(other.Id, idea.Id, other.Owner, null, Ct)).ShouldBe(new PlanOutcome.Conflict(PostRules.NotThere));
    }

    private static async Task<Idea> Add(TestWorkspace shop, NewIdea words)
    {
        shop.Studio.Clock.Advance(TimeSpan.FromSeconds(1));
        return (await shop.Studio.Get<IdeaBook>().Add(shop.Id, shop.Owner, words, Ct)).ShouldBeOfType<IdeaOutcome.Done>().Idea;
    }
}

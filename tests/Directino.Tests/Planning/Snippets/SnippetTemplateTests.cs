using System.Globalization;
using Directino.Accounts;
using Directino.Planning;
using Directino.Planning.Snippets;
using Directino.Tests.Studio;

namespace Directino.Tests.Planning.Snippets;

public sealed class SnippetTemplateTests
{
    [Theory]
    [InlineData("en-GB", "Thursday 26 November, 18:05")]
    [InlineData("de", "Donnerstag 26. November, 18:05")]
    [InlineData("pt-PT", "quinta-feira 26 de novembro, 18:05")]
    [InlineData("fa", "پنجشنبه ۵ آذر, ۱۸:۰۵")]
    public void Dates_are_said_as_the_language_of_the_text_says_them(string language, string said) =>
        SnippetTemplate.Fill("{weekday} {date}, {time}", Facts(language)).Text.ShouldBe(said);

    [Fact]
    public void A_text_takes_what_the_post_tells() =>
        SnippetTemplate.Fill("{First-Line} at {place}, {month} { year } by {account} {", Facts("en") with { Caption = "Buns\nand rye", Place = "Old Town" }).Text
            .ShouldBe("Buns at Old Town, November 2026 by @nora.bakes {");

    [Fact]
    public void What_the_post_does_not_tell_yet_is_named_and_nothing_half_filled_comes_out()
    {
        var filled = SnippetTemplate.Fill("{weekday} from {time} at {place}", Facts("en") with { At = (null, null) });
        filled.Text.ShouldBeNull();
        filled.Lacking.ShouldBe([SnippetVariable.Weekday, SnippetVariable.Time, SnippetVariable.Place]);
    }

    [Fact]
    public void What_stands_in_braces_and_is_no_variable_is_found()
    {
        SnippetTemplate.Unknown("On {weekday} at {tiem}").ShouldBe("{tiem}");
        SnippetTemplate.Unknown("{ } or {date}").ShouldBe("{ }");
        SnippetTemplate.Unknown("a } b { c {date} {TIME}").ShouldBeNull();
    }

    [Theory]
    [InlineData("#buns bread, Rye\n#BUNS", "#buns #bread #Rye")]
    [InlineData("#one#two", "#one #two")]
    [InlineData("نان، #سنگک", "#نان #سنگک")]
    [InlineData(" , # ", "")]
    public void Hashtags_are_made_one_line_of_each_once(string typed, string tidy) => HashtagGroup.Tidy(typed).ShouldBe(tidy);

    [Fact]
    public void What_is_no_hashtag_is_found() => HashtagGroup.Flaw(HashtagGroup.Tidy("#buns black-forest")).ShouldBe("#black-forest");

    [Fact]
    public async Task A_kept_post_tells_its_time_on_the_clock_of_its_account()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        account.TimeZone = "Asia/Tokyo";
        var at = new DateTimeOffset(2026, 12, 31, 16, 30, 0, TimeSpan.Zero);
        var outcome = await studio.Get<Planner>().Draft(shop.Id, shop.Owner, PostContent.Empty with { Account = account.Id }, at, TestContext.Current.CancellationToken);
        var post = outcome.ShouldBeOfType<PlanOutcome.Done>().Post;
        SnippetTemplate.Fill("{weekday} {date} {year} {time}", SnippetFacts.Of(post, account, CultureInfo.GetCultureInfo("en-GB"))).Text.ShouldBe("Friday 1 January 2027 01:30");
    }

    private static SnippetFacts Facts(string language) =>
        new("nora.bakes", (new DateOnly(2026, 11, 26), new TimeOnly(18, 5)), null, null, SnippetLanguages.Find(language)!);
}

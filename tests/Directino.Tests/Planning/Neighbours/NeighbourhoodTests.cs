using Directino.Accounts;
using Directino.Planning;
using Directino.Planning.Neighbours;
using Directino.Planning.Series;
using Microsoft.Extensions.Time.Testing;

namespace Directino.Tests.Planning.Neighbours;

public sealed class NeighbourhoodTests
{
    private const string Words = "Saffron buns, out of the oven at seven.";

    private static readonly DateTimeOffset Slot = new(2026, 11, 27, 18, 0, 0, TimeSpan.Zero);
    private static readonly FakeTimeProvider Clock = new(Slot.AddDays(-1));

    [Theory]
    [InlineData(0, NeighbourRules.SameMinute)]
    [InlineData(0.5, NeighbourRules.SameMinute)]
    [InlineData(-15, NeighbourRules.NearSlot)]
    [InlineData(15, NeighbourRules.NearSlot)]
    [InlineData(16, null)]
    [InlineData(-16, null)]
    public void A_post_within_a_quarter_of_an_hour_is_told(double minutes, string? rule) =>
        Warn(Post(), At(minutes)).Select(w => w.Rule).ShouldBe(rule is null ? [] : [rule]);

    [Fact]
    public void The_nearest_is_told_with_its_distance()
    {
        var warning = Warn(Post(), At(-12), At(4), At(9)).ShouldHaveSingleItem();
        (warning.Rule, warning.Apart).ShouldBe((NeighbourRules.NearSlot, TimeSpan.FromMinutes(4)));
    }

    [Fact]
    public void Stories_come_in_rows_and_crowd_only_in_the_very_minute()
    {
        var story = Post() with { Kind = PostKind.Story };
        Warn(story, At(1) with { Kind = PostKind.Story }).ShouldBeEmpty();
        Warn(Post(), At(1) with { Kind = PostKind.Story }).ShouldBeEmpty();
        Warn(story, At(0) with { Kind = PostKind.Story }).ShouldHaveSingleItem();
    }

    [Fact]
    public void The_same_pictures_and_words_are_told_as_one()
    {
        var post = Post(Words, "a", "b");
        Rule(post, Shown("a")).ShouldBe(NeighbourRules.SamePictures);
        Rule(post, Said(Words)).ShouldBe(NeighbourRules.SameWords);
        Rule(post, Said(Words) with { Pictures = ["a", "b"] }).ShouldBe(NeighbourRules.SamePost);
        Rule(post, Shown("c", "b")).ShouldBeNull("one picture of two that stands last");
        Rule(post, Shown("z", "b", "a")).ShouldBe(NeighbourRules.SamePictures, "most of them");
    }

    [Fact]
    public void Of_several_the_most_alike_is_told_before_the_nearest()
    {
        var whole = Said(Words) with { Pictures = ["a"], At = Slot.AddDays(-20) };
        Warn(Post(Words, "a"), Shown("a"), whole).ShouldHaveSingleItem().Other.ShouldBe(whole);
    }

    [Fact]
    public void What_is_a_month_away_is_forgotten_and_a_story_of_the_feed_is_none()
    {
        var post = Post(Words, "a");
        Rule(post, Shown("a") with { At = Slot.AddDays(-30) }).ShouldBe(NeighbourRules.SamePictures);
        Rule(post, Shown("a") with { At = Slot.AddDays(-30).AddMinutes(-1) }).ShouldBeNull();
        Rule(post, Shown("a") with { At = Slot.AddDays(31) }).ShouldBeNull();
        Rule(post with { Kind = PostKind.Story }, Shown("a")).ShouldBeNull();
        Rule(post with { Kind = PostKind.Reel }, Shown("a")).ShouldBe(NeighbourRules.SamePictures);
    }

    [Fact]
    public void Days_of_one_series_are_meant_to_say_the_same()
    {
        var series = SeriesId.New(Clock);
        var own = Said(Words) with { Series = series };
        var post = Post(Words) with { Id = own.Id };
        Warn(post, own, Said(Words) with { Series = series }).ShouldBeEmpty();
        Warn(post, own, Said(Words) with { Series = SeriesId.New(Clock) }).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_post_does_not_repeat_itself_and_one_without_a_time_is_measured_from_now()
    {
        var other = Said(Words) with { At = Slot };
        Warn(Post(Words) with { Id = other.Id }, other).ShouldBeEmpty();
        Warn(Post(Words) with { Slot = null }, other).ShouldHaveSingleItem().Apart.ShouldBeNull();
    }

    private static IReadOnlyList<PostWarning> Warn(ComposedPost post, params PostNeighbour[] neighbours) => Neighbourhood.Warnings(post, neighbours, Clock.GetUtcNow());

    private static string? Rule(ComposedPost post, PostNeighbour neighbour) => Warn(post, neighbour).SingleOrDefault()?.Rule;

    private static ComposedPost Post(string caption = "", params string[] pictures) => new(null, PostKind.Post, Slot, pictures, CaptionTrace.Of(caption));

    private static PostNeighbour At(double minutes) => Shown() with { At = Slot.AddMinutes(minutes) };

    private static PostNeighbour Said(string caption) => Shown() with { Words = CaptionTrace.Of(caption) };

    /// <summary>Five days before.</summary>
    private static PostNeighbour Shown(params string[] pictures) =>
        new(PostId.New(Clock), AccountId.New(Clock), PostState.Published, PostKind.Post, Slot.AddDays(-5), "", pictures, CaptionTrace.Of(null));
}

using CsCheck;
using Directino.Planning;

namespace Directino.Tests.Planning;

public sealed class CaptionLimitsTests
{
    [Theory]
    [InlineData("", 0, 0, 0)]
    [InlineData(null, 0, 0, 0)]
    [InlineData("Fresh #bread for @ana.example", 29, 1, 1)]
    [InlineData("#one#two", 8, 2, 0)]
    [InlineData("mail me at ana@example.com", 26, 0, 0)]
    [InlineData("نان تازه #نان @nora.bakes", 25, 1, 1)]
    [InlineData("a # b @ c", 9, 0, 0)]
    [InlineData("two\r\nlines", 9, 0, 0)]
    public void Characters_hashtags_and_mentions_are_counted(string? caption, int characters, int hashtags, int mentions) =>
        CaptionLimits.Count(caption).ShouldBe(new CaptionCount(characters, hashtags, mentions));

    [Fact]
    public void An_emoji_counts_as_its_two_units() => CaptionLimits.Count("🥖").Characters.ShouldBe(2);

    [Fact]
    public void As_many_words_with_a_hash_are_as_many_hashtags() =>
        Gen.Int[0, 60].Sample(n =>
        {
            var count = CaptionLimits.Count(string.Join(' ', Enumerable.Range(0, n).Select(i => $"#tag{i}")));
            count.Hashtags.ShouldBe(n);
            (count.Fits || n > 30).ShouldBeTrue();
        });

    [Fact]
    public void Only_hashtags_beyond_the_first_thirty_go()
    {
        var caption = "Rye#no #a " + string.Join(' ', Enumerable.Repeat("#b", 28)) + "\nat #seven, then #eight #nine#ten and home.";
        CaptionLimits.KeepHashtags(caption).ShouldBe("Rye#no #a " + string.Join(' ', Enumerable.Repeat("#b", 28)) + "\nat #seven, then and home.");
        CaptionLimits.KeepHashtags("Bread #rye").ShouldBe("Bread #rye");
    }

    [Fact]
    public void As_many_hashtags_are_left_as_are_allowed() =>
        Gen.String[Gen.Char["#a \n@"], 0, 200].Sample(text =>
            CaptionLimits.Count(CaptionLimits.KeepHashtags(text)).Hashtags.ShouldBe(Math.Min(30, CaptionLimits.Count(text).Hashtags)));

    [Fact]
    public void What_is_counted_is_what_is_sent() =>
        Gen.String.Sample(text =>
        {
            var sent = CaptionLimits.Tidy(text);
            CaptionLimits.Count(text).Characters.ShouldBe(sent.Length);
            CaptionLimits.Tidy(sent).ShouldBe(sent);
            sent.ShouldNotContain('\r');
        });

    [Fact]
    public void A_caption_fits_exactly_up_to_its_limit() =>
        Gen.Int[2150, 2250].Sample(n => CaptionLimits.Count(new string('x', n)).Fits.ShouldBe(n <= 2200));
}

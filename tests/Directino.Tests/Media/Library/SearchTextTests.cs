using Directino.Media.Library;

namespace Directino.Tests.Media.Library;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Café.JPG", "cafe")]
    [InlineData("كتاب يلدا", "کتاب یلدا")] // Arabic letters, as many keyboards write them
    [InlineData("گزارش ۱۴۰۳", "1403")]
    [InlineData("گزارش ١٤٠٣", "۱۴۰۳")]
    [InlineData("می‌خواهم", "میخواهم")] // with the joiner, without it
    [InlineData("می‌خواهم", "می خواهم")]
    [InlineData("آفتاب", "افتاب")]
    [InlineData("کتـــاب", "کتاب")]
    [InlineData("IMG_20241231_1200", "2024 1200")]
    [InlineData("DSC00412", "00412")]
    [InlineData("marketDay", "day mark")]
    [InlineData("Straße 7", "STRA")]
    [InlineData("MOSKVA Москва", "моск")]
    [InlineData("ＴＯＫＹＯ", "tok")]
    public void What_people_take_for_the_same_word_is_found(string name, string looked)
    {
        var words = SearchText.Words(name);
        SearchText.Terms(looked).ShouldAllBe(term => words.Any(w => w.StartsWith(term, StringComparison.Ordinal)), $"{string.Join(' ', words)} for {looked}");
    }

    [Fact]
    public void Broken_characters_and_long_texts_are_no_trouble()
    {
        var words = SearchText.Words("a\ud800b \0", new string('x', 5000), string.Join(' ', Enumerable.Range(0, 5000)));
        words.ShouldAllBe(w => w.Length <= SearchText.LongestWord);
        words.Count.ShouldBeLessThan(400);
        SearchText.Terms("\udc00 ?! --").ShouldBeEmpty();
        SearchText.Key($"{new string('x', SearchText.LongestKey - 1)}😀").ShouldBe(new string('x', SearchText.LongestKey - 1));
    }

    [Fact]
    public void A_word_that_another_one_begins_with_is_asked_for_once() => SearchText.Terms("sum summer SUMMER b").ShouldBe(["summer", "b"]);
}

using System.Text;
using CsCheck;
using Directino.Automation;

namespace Directino.Tests.Automation;

public sealed class KeywordTests
{
    [Theory]
    [InlineData("PRICE?", "price")]
    [InlineData("what's the price", "PRICE")]
    [InlineData("ＰＲＩＣＥ", "price")]
    [InlineData("Cafe\u0301 please", "café")]
    [InlineData("قیمت چنده؟", "قيمت")]
    [InlineData("قیمت\u200c چنده", "قیمت")]
    [InlineData("价格多少", "价格")]
    [InlineData("I want this 🔥🔥", "🔥")]
    [InlineData("gift   card pls", "gift card")]
    [InlineData("STRASSE", "strasse")]
    [InlineData("ΛΟΓΟΣ", "λογος")]
    public void Is_found_however_it_is_written(string text, string keyword) =>
        Keywords.Found(text, [keyword]).ShouldBe(keyword);

    [Theory]
    [InlineData("priceless", "price")]
    [InlineData("overprice", "price")]
    [InlineData("price1", "price")]
    [InlineData("قیمتها", "قیمت")]
    [InlineData("", "price")]
    [InlineData("nothing", "price")]
    public void Is_not_found_inside_another_word(string text, string keyword) =>
        Keywords.Found(text, [keyword]).ShouldBeNull();

    [Fact]
    public void A_word_between_spaces_is_always_found_and_case_never_matters() =>
        Gen.Select(Gen.String[Gen.Char['a', 'z'], 1, 12], Gen.String, Gen.String).Sample((word, before, after) =>
            Keywords.Found($"{before} {word.ToUpperInvariant()} {after}", [word]) == word);

    [Fact]
    public void A_word_with_letters_on_it_is_never_found() =>
        Gen.Select(Gen.String[Gen.Char['a', 'f'], 1, 8], Gen.String[Gen.Char['g', 'z'], 1, 5]).Sample((word, more) =>
            Keywords.Found(word + more, [word]) is null && Keywords.Found(more + word, [word]) is null);

    [Fact]
    public void Any_text_can_be_read_and_normal_forms_are_the_same() =>
        Gen.Select(Gen.String, Gen.String).Sample((text, keyword) =>
        {
            var found = Keywords.Found(text, [keyword]);
            return !IsWellFormed(text) || found == Keywords.Found(text.Normalize(NormalizationForm.FormD), [keyword]);
        });

    private static bool IsWellFormed(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
                return false;
        }

        return true;
    }
}

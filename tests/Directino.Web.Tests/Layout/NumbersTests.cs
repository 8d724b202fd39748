using System.Globalization;
using Directino.Web.Layout;

namespace Directino.Web.Tests.Layout;

public sealed class NumbersTests
{
    [Theory]
    [InlineData("en", 0, "0")]
    [InlineData("en", 9_999, "9,999")]
    [InlineData("en", 12_480, "12.5K")]
    [InlineData("en", 999_949, "999.9K")]
    [InlineData("en", 999_950, "1M")]
    [InlineData("en", 3_100_000, "3.1M")]
    [InlineData("fa", 34, "۳۴")]
    [InlineData("fa", 12_480, "۱۲٫۵ هزار")]
    public void Short_numbers_keep_their_size(string language, long number, string said)
    {
        var (before, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.Find(language)!;
        try
        {
            Numbers.Short(number).ShouldBe(said);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, words);
        }
    }
}

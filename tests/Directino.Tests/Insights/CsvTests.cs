using Directino.Insights;

namespace Directino.Tests.Insights;

public sealed class CsvTests
{
    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+49 30 1", "\"'+49 30 1\"")]
    [InlineData("-2", "\"'-2\"")]
    [InlineData("@lena.bakes", "\"'@lena.bakes\"")]
    [InlineData("  =cmd|'/C calc'!A0", "\"'  =cmd|'/C calc'!A0\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("'=1", "\"''=1\"")]
    [InlineData("＝1+1", "\"'＝1+1\"")]
    [InlineData("Rye, fresh", "\"Rye, fresh\"")]
    [InlineData("She said \"yes\"", "\"She said \"\"yes\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("نان جمعه", "نان جمعه")]
    public void A_text_is_never_a_formula_and_stays_in_its_cell(string text, string cell) =>
        new Csv().Row(text).ToString().ShouldBe("\uFEFF" + cell + "\r\n");

    [Theory]
    [InlineData("=1+1")]
    [InlineData("'=1+1")]
    [InlineData("''@lena")]
    [InlineData("'tis the season")]
    [InlineData("  -2")]
    [InlineData("Rye")]
    public void A_text_comes_back_as_it_was(string text) => Csv.Plain(new Csv().Row(text).ToString().Trim('\uFEFF', '\r', '\n', '"')).ShouldBe(text);

    [Fact]
    public void Numbers_days_and_instants_are_written_the_same_in_every_language()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new("fa");
            new Csv().Row(-1234L, new DateOnly(2026, 11, 3), new DateTimeOffset(2026, 11, 3, 9, 0, 0, TimeSpan.FromHours(1)), null).ToString()
                .ShouldBe("\uFEFF-1234,2026-11-03,2026-11-03T08:00:00Z,\r\n");
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}

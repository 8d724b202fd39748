using System.Text;
using Directino.Planning.Files;

namespace Directino.Tests.Planning.Files;

public sealed class PlanFileTests
{
    private const string Header = "account,date,time,caption,media\r\n";

    [Theory]
    [InlineData("account,date,caption\r\nnora.bakes,2026-12-01,Rye\r\n")]
    [InlineData("account;date;caption\nnora.bakes;2026-12-01;Rye\n")]
    [InlineData("account\tdate\tcaption\rnora.bakes\t2026-12-01\tRye\r")]
    [InlineData("sep=;\r\naccount;date;caption\r\nnora.bakes;2026-12-01;Rye")]
    [InlineData("Caption,Account,Publish date\r\nRye,nora.bakes,2026-12-01")]
    [InlineData("\r\n\r\n Text , USERNAME , Date \r\nRye,nora.bakes,2026-12-01")]
    public void Separators_line_ends_and_the_order_and_names_of_columns_are_the_writers_own(string text)
    {
        var row = Read(text).All.ShouldHaveSingleItem();
        (row[PlanColumn.Account], row[PlanColumn.Date], row[PlanColumn.Caption]).ShouldBe(("nora.bakes", "2026-12-01", "Rye"));
    }

    [Fact]
    public void It_is_read_with_and_without_mark_and_as_Excel_calls_Unicode()
    {
        const string Text = "caption\r\nنان جمعه, 🥐\r\n";
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(Text), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)], [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)] })
            PlanFile.Read(bytes).ShouldBeOfType<PlanFileReading.Rows>().All[0][PlanColumn.Caption].ShouldBe("نان جمعه");
    }

    [Fact]
    public void A_caption_keeps_its_lines_commas_and_quotes()
    {
        var rows = Read(Header + "nora.bakes,2026-12-01,18:00,\"Rye, \"\"fresh\"\"\nat seven; 5\"\" high\",rye.jpg\r\n\r\n,,,5\" tall,\r\n");
        rows.All[0][PlanColumn.Caption].ShouldBe("Rye, \"fresh\"\nat seven; 5\" high");
        rows.All[1][PlanColumn.Caption].ShouldBe("5\" tall");
        rows.All.Select(r => r.Line).ShouldBe([2, 4], "a row has the number that a spreadsheet gives it");
    }

    [Fact]
    public void What_a_spreadsheet_must_not_take_for_a_formula_comes_back_as_it_was() =>
        Read("caption,first_comment\r\n'=1+1,'@nora look\r\n''=quoted,it's fine\r\n").All.SelectMany(r => new[] { r[PlanColumn.Caption], r[PlanColumn.FirstComment] })
            .ShouldBe(["=1+1", "@nora look", "'=quoted", "it's fine"]);

    [Fact]
    public void What_stands_beyond_the_last_column_is_not_thrown_away() =>
        Read("caption,media\r\nRye, fresh,rye.jpg\r\n").All[0][PlanColumn.Surplus].ShouldBe("rye.jpg");

    [Fact]
    public void Columns_that_say_nothing_here_are_named_once()
    {
        Read("caption,Likes,state,problem,Reach\r\nRye,1,draft,none,2\r\n").Unused.ShouldBe(["Likes", "Reach"]);
    }

    [Theory]
    [InlineData("", PlanFileRules.NoColumns)]
    [InlineData("nora.bakes,2026-12-01\r\n", PlanFileRules.NoColumns)]
    [InlineData("caption,Text\r\nRye,Rye\r\n", PlanFileRules.ColumnTwice)]
    [InlineData("caption,media\r\n,\r\n\r\n", PlanFileRules.NoRows)]
    [InlineData("caption,media\r\n\"Rye,rye.jpg\r\nBuns,buns.jpg\r\nEnd", PlanFileRules.OpenQuote)]
    [InlineData("caption\r\nRye\0\r\n", PlanFileRules.NotUtf8)]
    public void A_file_that_cannot_be_read_says_why(string text, string rule) =>
        PlanFile.Read(Encoding.UTF8.GetBytes(text)).ShouldBeOfType<PlanFileReading.Refused>().Rule.ShouldBe(rule);

    [Fact]
    public void Workbooks_other_encodings_and_what_is_too_large_are_told_apart()
    {
        Refused([(byte)'P', (byte)'K', 3, 4, 20]).ShouldBe(PlanFileRules.Workbook);
        Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1]).ShouldBe(PlanFileRules.Workbook);
        Refused(Encoding.Latin1.GetBytes("caption\r\nKäse\r\n")).ShouldBe(PlanFileRules.NotUtf8);
        Refused(new byte[PlanFile.LargestBytes + 1]).ShouldBe(PlanFileRules.TooLarge);
        Refused(Encoding.UTF8.GetBytes("caption\r\n" + string.Concat(Enumerable.Repeat("Rye\r\n", PlanFile.MostRows + 1)))).ShouldBe(PlanFileRules.TooManyRows);
        PlanFile.Read(Encoding.UTF8.GetBytes("caption\r\n" + string.Concat(Enumerable.Repeat("Rye\r\n", PlanFile.MostRows)))).ShouldBeOfType<PlanFileReading.Rows>().All.Count.ShouldBe(PlanFile.MostRows);
    }

    private static PlanFileReading.Rows Read(string text) => PlanFile.Read(Encoding.UTF8.GetBytes(text)).ShouldBeOfType<PlanFileReading.Rows>();

    private static string Refused(byte[] file) => PlanFile.Read(file).ShouldBeOfType<PlanFileReading.Refused>().Rule;
}

using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Directino.Insights;

namespace Directino.Planning.Files;

/// <summary>
/// Reads a file of posts: CSV as spreadsheets and people write it. Commas, semicolons, tabs; UTF-8 with and without mark, UTF-16; columns in any order
/// and by several names. Nothing is guessed about what is in the cells.
/// </summary>
public static class PlanFile
{
    public const int MostRows = 500;
    public const int LargestBytes = 2 * 1024 * 1024;

    private const string Separators = ",;\t|";
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    public static PlanFileReading Read(byte[] file)
    {
        if (file.Length > LargestBytes)
            return new PlanFileReading.Refused(PlanFileRules.TooLarge, LargestBytes / (1024 * 1024));
        if (file is [(byte)'P', (byte)'K', 3, 4, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..])
            return new PlanFileReading.Refused(PlanFileRules.Workbook);
        if (Text(file) is not { } text)
            return new PlanFileReading.Refused(PlanFileRules.NotUtf8);
        // Excel's own first line, which names the separator.
        var told = text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.IndexOf('\n') is > 4 and var end ? text[..end].Trim() : null;
        if (told is not null)
            text = text[(text.IndexOf('\n') + 1)..];
        return Read(text, told is { Length: 5 } ? told[4] : Separator(text));
    }

    private static PlanFileReading Read(string text, char separator)
    {
        using var parser = Parser(text, separator);
        if (!parser.Read() || Columns(parser.Record!) is not { } columns || columns.All(c => c is null))
            return new PlanFileReading.Refused(PlanFileRules.NoColumns);
        if (columns.OfType<PlanColumn>().GroupBy(c => c).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return new PlanFileReading.Refused(PlanFileRules.ColumnTwice, twice.Key.Name());
        var unused = parser.Record!.Where((name, i) => columns[i] is null && name.Trim().Length > 0 && !PlanColumns.SaysNothing(name)).Select(n => n.Trim()).ToList();
        var rows = new List<PlanRow>();
        for (var line = 2; parser.Read(); line++)
        {
            // A quote that nobody closes takes in everything that follows.
            if (parser.RawRecord.Contains('\n') && parser.RawRecord.AsSpan().Count('"') % 2 == 1 && !parser.RawRecord.EndsWith('\n'))
                return new PlanFileReading.Refused(PlanFileRules.OpenQuote, line);
            if (parser.Record!.All(string.IsNullOrWhiteSpace))
                continue;
            if (rows.Count == MostRows)
                return new PlanFileReading.Refused(PlanFileRules.TooManyRows, MostRows);
            rows.Add(Row(line, columns, parser.Record!));
        }

        return rows.Count == 0 ? new PlanFileReading.Refused(PlanFileRules.NoRows) : new PlanFileReading.Rows(rows, unused);
    }

    private static PlanRow Row(int line, PlanColumn?[] columns, string[] record)
    {
        var cells = new Dictionary<PlanColumn, string>();
        foreach (var (place, column) in columns.Index())
        {
            if (column is { } known && place < record.Length && !string.IsNullOrWhiteSpace(record[place]))
                cells[known] = Csv.Plain(record[place]).Trim();
        }

        if (string.Join(" | ", record.Skip(columns.Length).Where(c => !string.IsNullOrWhiteSpace(c))) is { Length: > 0 } surplus)
            cells[PlanColumn.Surplus] = surplus;
        return new PlanRow(line, cells);
    }

    private static PlanColumn?[] Columns(string[] names) => [.. names.Select(PlanColumns.Of)];

    /// <summary>The one by which most of the first line are names of columns.</summary>
    private static char Separator(string text) => Separators.MaxBy(separator =>
    {
        using var parser = Parser(text, separator);
        return parser.Read() ? Columns(parser.Record!).Count(c => c is not null) : 0;
    });

    // Quotes within a text are the text's own.
    private static CsvParser Parser(string text, char separator) => new(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
    {
        Delimiter = separator.ToString(), BadDataFound = null, IgnoreBlankLines = false, AllowComments = false,
    });

    /// <summary>Null when it is not text that can be read.</summary>
    private static string? Text(byte[] file)
    {
        try
        {
            var text = file switch
            {
                [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(file, 2, file.Length - 2),
                [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(file, 2, file.Length - 2),
                [0xEF, 0xBB, 0xBF, ..] => Utf8.GetString(file, 3, file.Length - 3),
                _ => Utf8.GetString(file),
            };
            return text.Contains('\0') ? null : text.TrimStart();
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}

/// <summary>What reading a file came to.</summary>
public abstract record PlanFileReading
{
    private PlanFileReading() { }

    /// <param name="Unused">Names of columns that nothing is known of.</param>
    public sealed record Rows(IReadOnlyList<PlanRow> All, IReadOnlyList<string> Unused) : PlanFileReading;

    /// <summary>A rule of <see cref="PlanFileRules"/>, with what its sentence names.</summary>
    public sealed record Refused(string Rule, object? About = null) : PlanFileReading;
}

using System.Text;

namespace Directino.Insights;

/// <summary>Comma-separated text that spreadsheets open safely: a text that could be read as a formula is made a text.</summary>
public sealed class Csv
{
    private const string StartsFormula = "=+-@\t\r";
    private readonly StringBuilder _text = new("\uFEFF"); // Without it Excel reads UTF-8 as something else.

    public Csv Row(params IEnumerable<object?> cells)
    {
        _text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
        return this;
    }

    public override string ToString() => _text.ToString();

    private static string Cell(object? value) => value switch
    {
        null => "",
        DateTimeOffset instant => instant.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => Quoted(value.ToString() ?? ""),
    };

    private static string Quoted(string text)
    {
        if (text.TrimStart(' ') is [var first, ..] && StartsFormula.Contains(first, StringComparison.Ordinal))
            text = "'" + text;
        return text.AsSpan().IndexOfAny("\",\r\n;") >= 0 || text.StartsWith('\'') ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;
    }
}

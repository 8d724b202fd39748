using System.Text;
using System.Text.RegularExpressions;

namespace Directino.Insights;

/// <summary>Comma-separated text that spreadsheets open safely: a text that could be read as a formula is made a text, by a ' before it.</summary>
public sealed partial class Csv
{
    private readonly StringBuilder _text = new("\uFEFF"); // Without it Excel reads UTF-8 as something else.

    public Csv Row(params IEnumerable<object?> cells)
    {
        _text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
        return this;
    }

    /// <summary>A text as it was before <see cref="Row"/> made it safe.</summary>
    public static string Plain(string cell) => cell.StartsWith('\'') && Formula().IsMatch(cell) ? cell[1..] : cell;

    /// <summary>What was written since the last time, so that a long file can be sent in parts.</summary>
    public string Take()
    {
        var part = _text.ToString();
        _text.Clear();
        return part;
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
        if (Formula().IsMatch(text))
            text = "'" + text;
        return text.AsSpan().IndexOfAny("\",\r\n;") >= 0 || text.StartsWith('\'') ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;
    }

    // One that has its ' already gets another, so that it comes back as it was.
    [GeneratedRegex(@"^'*[ ]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]")]
    private static partial Regex Formula();
}

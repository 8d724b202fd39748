using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Directino.Sandbox.Phone;

/// <summary>A piece of HTML. Made from an interpolated string, every hole is encoded unless it is HTML itself.</summary>
internal readonly record struct Html(string Text)
{
    public static readonly Html Empty = new("");

    public static Html Of(HtmlBuilder builder) => new(builder.ToString());

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(p => p.Text)));

    public static Html When(bool shown, Func<Html> html) => shown ? html() : Empty;

    public override string ToString() => Text;
}

[InterpolatedStringHandler]
internal readonly ref struct HtmlBuilder
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _text;

    public HtmlBuilder(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 24));

    public void AppendLiteral(string literal) => _text.Append(literal);
    public void AppendFormatted(Html html) => _text.Append(html.Text);
    public void AppendFormatted(string? text) => _text.Append(text is null ? null : Encoder.Encode(text));
    public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => _text.ToString();
}

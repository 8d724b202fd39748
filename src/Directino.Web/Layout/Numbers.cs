using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Resources;
using Directino.Web.Words;

namespace Directino.Web.Layout;

/// <summary>Writes numbers in the reader's language and digits.</summary>
public static class Numbers
{
    private static readonly ResourceManager Words = new(typeof(FrameWords));

    /// <summary>In full: "12,480".</summary>
    public static string Say(long number) => Digits(number.ToString("N0", Culture));

    /// <summary>With some decimals: "4.2".</summary>
    public static string Say(double number, int decimals) => Digits(number.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Culture));

    /// <summary>A share of one: 0.042 is "4.2%".</summary>
    public static string Percent(double share, int decimals = 1) =>
        Digits(share.ToString("P" + decimals.ToString(CultureInfo.InvariantCulture), Culture)).Replace(" %", "%", StringComparison.Ordinal).Replace("\u00a0%", "%", StringComparison.Ordinal);

    /// <summary>Short for narrow places: "12.4K", "3.1M"; the full number belongs beside it on hover.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "Short is the length of the text, not a type.")]
    public static string Short(long number) => Math.Abs(number) switch
    {
        < 10_000 => Say(number),
        < 999_950 => Scaled("Thousands", number / 1_000d),
        < 999_950_000 => Scaled("Millions", number / 1_000_000d),
        _ => Scaled("Billions", number / 1_000_000_000d),
    };

    /// <summary>Replaces 0-9 by the digits of the reader's language.</summary>
    public static string Digits(string text)
    {
        var native = Culture.NumberFormat.NativeDigits;
        return native[0] == "0"
            ? text
            : string.Concat(text.Select(letter => char.IsAsciiDigit(letter) ? native[letter - '0'] : letter.ToString()));
    }

    private static CultureInfo Culture => CultureInfo.CurrentCulture;

    private static string Scaled(string unit, double number) =>
        Digits(string.Format(Culture, Words.GetString(unit, CultureInfo.CurrentUICulture) ?? "{0}", number.ToString("0.#", Culture)));
}

using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Directino.Instagram.Wire;

/// <summary>Reads JSON string bytes that strict readers refuse: lone surrogates and invalid UTF-8 become U+FFFD.</summary>
internal static class LenientText
{
    public static string Unescape(ReadOnlySpan<byte> raw)
    {
        var text = new StringBuilder(raw.Length);
        while (!raw.IsEmpty)
        {
            var slash = raw.IndexOf((byte)'\\');
            if (slash != 0)
            {
                var plain = slash < 0 ? raw : raw[..slash];
                text.Append(Encoding.UTF8.GetString(plain));
                raw = raw[plain.Length..];
                continue;
            }

            if (raw.Length < 2) break;
            if (raw[1] == 'u' && raw.Length >= 6
                && Utf8Parser.TryParse(raw.Slice(2, 4), out uint unit, out var used, 'x') && used == 4)
            {
                text.Append((char)unit);
                raw = raw[6..];
                continue;
            }

            text.Append((char)raw[1] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var other => other });
            raw = raw[2..];
        }

        return Repair(text);
    }

    private static string Repair(StringBuilder text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else text[i] = '\uFFFD';
        }

        return text.ToString();
    }

    /// <summary>Unix seconds or milliseconds: more than 10^11 means milliseconds (webhooks.md section 5).</summary>
    public static DateTimeOffset? FromUnix(decimal value)
    {
        try
        {
            var seconds = Math.Abs(value) > 100_000_000_000m ? value / 1000m : value;
            return DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
        }
        catch (Exception outside) when (outside is ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    /// <summary><c>2026-05-01T12:00:00+0000</c>, with or without the colon, <c>Z</c>, or a Unix time in a string.</summary>
    public static DateTimeOffset? ParseTime(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (decimal.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var unix)) return FromUnix(unix);
        if (text.Length > 5 && text[^5] is '+' or '-' && !text.EndsWith(':')) text = $"{text[..^2]}:{text[^2..]}";
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }
}

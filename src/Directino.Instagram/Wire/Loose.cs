using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Directino.Instagram.Wire;

/// <summary>Reads members of a JSON element without ever throwing: a wrong kind reads as absent.</summary>
internal static class Loose
{
    public static JsonElement? Member(JsonElement? owner, string name) =>
        owner is { ValueKind: JsonValueKind.Object } item && item.TryGetProperty(name, out var value)
        && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;

    public static JsonElement? Object(JsonElement? owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    public static string? Text(JsonElement? owner, string name) => Member(owner, name) is { } value ? Text(value) : null;

    public static string? Text(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                try
                {
                    return value.GetString();
                }
                catch (InvalidOperationException)
                {
                    return LenientText.Unescape(JsonMarshal.GetRawUtf8Value(value)[1..^1]);
                }

            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False: return value.GetRawText();
            default: return null;
        }
    }

    public static decimal? Number(JsonElement? owner, string name) =>
        decimal.TryParse(Text(owner, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static int? Int(JsonElement? owner, string name) =>
        Number(owner, name) is { } value and >= int.MinValue and <= int.MaxValue ? (int)value : null;

    public static bool Truth(JsonElement? owner, string name) =>
        string.Equals(Text(owner, name), "true", StringComparison.OrdinalIgnoreCase);
}

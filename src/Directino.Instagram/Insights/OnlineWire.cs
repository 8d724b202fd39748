using System.Globalization;
using System.Text.Json;

namespace Directino.Instagram.Insights;

/// <summary>The one metric whose value is an object: followers by hour, <c>{"0": 5400, ...}</c>. Seen, never documented, so nothing of it is relied on.</summary>
internal sealed record OnlineWire
{
    public const string Metric = "online_followers";

    public string? Name { get; init; }

    public IReadOnlyList<OnlinePointWire>? Values { get; init; }

    public IEnumerable<OnlineDay> ToDays() => Name == Metric ? (Values ?? []).Select(v => new OnlineDay(v.EndTime, v.Hours())) : [];
}

internal sealed record OnlinePointWire
{
    private const int LastHour = 23;

    public JsonElement Value { get; init; }

    public DateTimeOffset? EndTime { get; init; }

    public IReadOnlyDictionary<int, long> Hours()
    {
        var hours = new Dictionary<int, long>();
        if (Value.ValueKind != JsonValueKind.Object)
            return hours;
        foreach (var told in Value.EnumerateObject())
        {
            if (int.TryParse(told.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour <= LastHour && Count(told.Value) is >= 0 and var count)
                hours[hour] = count;
        }

        return hours;
    }

    private static long Count(JsonElement told) => told.ValueKind switch
    {
        JsonValueKind.Number when told.TryGetDecimal(out var number) && number is >= 0 and <= long.MaxValue => (long)Math.Round(number),
        JsonValueKind.String when long.TryParse(told.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => -1,
    };
}

using System.Text.Json.Nodes;

namespace Directino.Sandbox.Insights;

/// <summary>Values by dimension. The parts of a split add up to the whole.</summary>
internal static class Breakdown
{
    private const int MostRows = 45;

    private static readonly Dictionary<string, (string Value, double Share)[]> Shares = new(StringComparer.Ordinal)
    {
        ["media_product_type"] = [("REEL", 0.46), ("POST", 0.31), ("CAROUSEL_CONTAINER", 0.17), ("STORY", 0.06)],
        ["follow_type"] = [("NON_FOLLOWER", 0.58), ("FOLLOWER", 0.39), ("UNKNOWN", 0.03)],
        ["contact_button_type"] = [("DIRECTION", 0.5), ("CALL", 0.2), ("EMAIL", 0.3)],
    };

    public static JsonObject Of(IReadOnlyList<string> keys, IEnumerable<(string Value, long Count)> rows) =>
        Of(keys, rows.Select(row => (new[] { row.Value }, row.Count)));

    public static JsonObject Split(IReadOnlyList<string> keys, long total)
    {
        var rows = new List<(string[] Values, double Share)> { ([], 1) };
        foreach (var key in keys) rows = [.. rows.SelectMany(row => Shares[key].Select(part => ((string[])[.. row.Values, part.Value], row.Share * part.Share)))];
        var counted = rows.Select(row => (row.Values, Count: (long)Math.Floor(total * row.Share))).ToList();
        counted[0] = (counted[0].Values, counted[0].Count + total - counted.Sum(row => row.Count));
        return Of(keys, counted);
    }

    public static JsonObject? People(Demographics groups, IReadOnlyList<string> keys, string? timeframe)
    {
        List<(string[] Values, double Count)>? rows = null;
        foreach (var key in keys)
        {
            var group = key switch { "age" => groups.Age, "gender" => groups.Gender, "country" => groups.Country, _ => groups.City };
            if (group.Count == 0) return null;
            var whole = (double)group.Values.Sum();
            rows = rows is null
                ? [.. group.Select(g => ((string[])[g.Key], (double)g.Value))]
                : [.. rows.SelectMany(row => group.Select(g => ((string[])[.. row.Values, g.Key], row.Count * g.Value / whole)))];
        }
        var counted = rows!.Select(row => (row.Values, Count: (long)Math.Round(row.Count))).Where(row => row.Count > 0).OrderByDescending(row => row.Count).Take(MostRows);
        return timeframe is null ? Of(keys, counted) : Of(["timeframe", .. keys], counted.Select(row => ((string[])[timeframe.ToUpperInvariant(), .. row.Values], row.Count)));
    }

    private static JsonObject Of(IReadOnlyList<string> keys, IEnumerable<(string[] Values, long Count)> rows) => new()
    {
        ["dimension_keys"] = new JsonArray([.. keys]),
        ["results"] = new JsonArray([.. rows.Select(row => new JsonObject { ["dimension_values"] = new JsonArray([.. row.Values]), ["value"] = row.Count })]),
    };
}

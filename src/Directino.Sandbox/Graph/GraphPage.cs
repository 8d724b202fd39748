using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Directino.Sandbox.Graph;

/// <summary>One page of a list, with opaque cursors and next/previous addresses where there is more.</summary>
internal static class GraphPage
{
    public static JsonObject Of<T>(GraphCall call, IReadOnlyList<T> all, Func<T, string> id, Func<T, JsonNode> show, int most, int usual = 25)
    {
        var limit = Math.Clamp(Number(call, "limit") ?? usual, 1, most);
        var (from, to) = Window(call, all, id, limit);
        var page = all.Skip(from).Take(to - from).ToList();
        var answer = new JsonObject { ["data"] = new JsonArray([.. page.Select(show)]) };
        if (page.Count == 0) return answer;
        var (before, after) = (Cursor(id(page[0])), Cursor(id(page[^1])));
        var paging = new JsonObject { ["cursors"] = new JsonObject { ["before"] = before, ["after"] = after } };
        if (to < all.Count) paging["next"] = call.AddressWith(("limit", limit.ToString(CultureInfo.InvariantCulture)), ("after", after));
        if (from > 0) paging["previous"] = call.AddressWith(("limit", limit.ToString(CultureInfo.InvariantCulture)), ("before", before));
        answer["paging"] = paging;
        return answer;
    }

    private static (int From, int To) Window<T>(GraphCall call, IReadOnlyList<T> all, Func<T, string> id, int limit)
    {
        if (call.Text("after") is { } after)
        {
            var at = Find(call, all, id, after, "After");
            return (at + 1, Math.Min(all.Count, at + 1 + limit));
        }
        if (call.Text("before") is { } before)
        {
            var at = Find(call, all, id, before, "Before");
            return (Math.Max(0, at - limit), at);
        }
        return (0, Math.Min(all.Count, limit));
    }

    private static int Find<T>(GraphCall call, IReadOnlyList<T> all, Func<T, string> id, string cursor, string which)
    {
        for (var i = 0; i < all.Count; i++)
        {
            if (Cursor(id(all[i])) == cursor) return i;
        }
        throw GraphErrors.Parameter(call.Host, $"(#100) The {which} Cursor specified exceeds the max limit supported by this endpoint");
    }

    private static int? Number(GraphCall call, string name) => call.Text(name) is { } text
        ? int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
            : throw GraphErrors.Parameter(call.Host, $"(#100) Param {name} must be a positive number")
        : null;

    private static string Cursor(string id) => "QVFIU" + Base64Url.EncodeToString(Encoding.ASCII.GetBytes(id));
}

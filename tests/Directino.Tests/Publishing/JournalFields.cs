using System.Globalization;
using System.Text.Json;
using Directino.Sandbox.Media;

namespace Directino.Tests.Publishing;

/// <summary>What the sandbox wrote down of a post, as one line per field, so that nothing can be there unnoticed.</summary>
internal static class JournalFields
{
    /// <summary>What is the sandbox's own business: ids, times, files.</summary>
    private static readonly string[] Own =
    [
        "id", "accountId", "timestamp", "shortcode", "permalink", "containerId", "file", "posterFile", "cover", "details.coverFile", "details.coverUrl", "parentId", "children",
        "film", "commentsEnabled", "likes",
    ];

    /// <summary>Every field with its value, nested ones by their path; what is null, empty or false is not said, but for a no to the feed.</summary>
    public static IReadOnlyList<string> Of(MediaPost media) => [.. Flat(JsonSerializer.SerializeToElement(media, JsonSerializerOptions.Web), "")];

    private static IEnumerable<string> Flat(JsonElement element, string path)
    {
        if (Own.Contains(path))
            return [];
        return element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Flat(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}")),
            JsonValueKind.Array => element.EnumerateArray().SelectMany((item, i) => Flat(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"))),
            JsonValueKind.Null => [],
            JsonValueKind.False when path != "sharedToFeed" => [],
            JsonValueKind.True or JsonValueKind.False => [$"{path}={(element.GetBoolean() ? "true" : "false")}"],
            _ => [$"{path}={element}"],
        };
    }
}

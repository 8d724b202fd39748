using System.Text.Json.Nodes;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Login;
using Directino.Sandbox.Media;
using Microsoft.Extensions.Options;

namespace Directino.Sandbox.Insights;

/// <summary><c>GET /{ig-media-id}/insights</c>: running lifetime totals, another list of metrics for each kind of post.</summary>
internal sealed class MediaInsights(World world, IOptions<SandboxOptions> options) : IGraphResource
{
    private const int LeastStoryViewers = 5;

    private static readonly Dictionary<string, (string Title, string[] Kinds)> Metrics = new(StringComparer.Ordinal)
    {
        ["views"] = ("Views", ["FEED", "REELS", "STORY"]),
        ["reach"] = ("Accounts reached", ["FEED", "REELS", "STORY"]),
        ["likes"] = ("Likes", ["FEED", "REELS"]),
        ["comments"] = ("Comments", ["FEED", "REELS"]),
        ["saved"] = ("Saved", ["FEED", "REELS"]),
        ["shares"] = ("Shares", ["FEED", "REELS", "STORY"]),
        ["total_interactions"] = ("Interactions", ["FEED", "REELS", "STORY"]),
        ["reposts"] = ("Reposts", ["FEED", "REELS", "STORY"]),
        ["follows"] = ("Follows", ["FEED", "STORY"]),
        ["profile_visits"] = ("Profile visits", ["FEED", "STORY"]),
        ["profile_activity"] = ("Profile activity", ["FEED", "STORY"]),
        ["navigation"] = ("Navigation", ["STORY"]),
        ["replies"] = ("Replies", ["STORY"]),
        ["link_clicks"] = ("Link clicks", ["STORY"]),
        ["ig_reels_avg_watch_time"] = ("Average watch time", ["REELS"]),
        ["ig_reels_video_view_total_time"] = ("Watch time", ["REELS"]),
        ["reels_skip_rate"] = ("Skip rate", ["REELS"]),
        ["crossposted_views"] = ("Crossposted views", ["REELS"]),
        ["facebook_views"] = ("Facebook views", ["FEED", "REELS", "STORY"]),
        ["total_likes"] = ("Total likes", ["FEED", "REELS"]),
        ["total_comments"] = ("Total comments", ["FEED", "REELS"]),
        ["total_views"] = ("Total views", ["FEED", "REELS", "STORY"]),
        ["impressions"] = ("Impressions", []),
    };

    private static readonly string[] Breakdowns = ["follow_type", "surface_type", "action_type", "story_navigation_action_type"];

    public IEnumerable<GraphRoute> Routes =>
    [
        new("GET", NodeKind.Media, "insights", "media_insights", Show) { Instagram = Scopes.Insights, Facebook = Scopes.FacebookInsights },
    ];

    private JsonObject Show(GraphCall call)
    {
        var media = call.Node.Media;
        if (media.ParentId is not null) throw GraphErrors.NoSuchObject(call.Host, call.Method, media.Id);
        var names = Checked(call, media);
        var age = world.Now - media.Timestamp;
        if (age < options.Value.InsightsDelay || (media.ProductType == "STORY" && age >= TimeSpan.FromHours(24))) return new JsonObject { ["data"] = new JsonArray() };
        var numbers = MediaGrowth.Of(media, call.Node.Account!.Followers, world.Now);
        if (media.ProductType == "STORY" && numbers.Views < LeastStoryViewers)
        {
            throw new GraphException(ErrorTable.Of(10) with { Status = 400, Message = "(#10) Not enough viewers for the media to show insights" });
        }
        var comments = world.Read(state => state.CommentsOf(media.Id).Count());
        var rows = names.Select(name => (name, value: Value(name, media, numbers, comments))).Where(row => row.value is not null);
        return new JsonObject { ["data"] = new JsonArray([.. rows.Select(row => Row(media, row.name, row.value!, call.Text("breakdown")))]) };
    }

    private static IReadOnlyList<string> Checked(GraphCall call, MediaPost media)
    {
        var names = call.List("metric");
        if (names.Count == 0) throw GraphErrors.Missing(call.Host, "metric");
        for (var i = 0; i < names.Count; i++)
        {
            if (!Metrics.ContainsKey(names[i])) throw Fault($"(#100) metric[{i}] must be one of the following values: {string.Join(", ", Metrics.Keys)}");
        }
        foreach (var name in names)
        {
            if (name == "impressions") throw Fault("Starting from version 22 and above, the impressions metric is no longer supported for the queried media.");
            if (name is "crossposted_views" or "facebook_views") throw GraphErrors.Row(-1, 2207086);
            if (call.Host == ApiHost.Instagram && name is "reposts") throw Fault($"Instagram Insights Media API endpoint does not support the metrics: {name}");
            if (call.Host == ApiHost.Instagram && name is "total_likes" or "total_comments" or "total_views" or "link_clicks") throw Fault($"The metric {name} is not available on this endpoint");
            if (!Metrics[name].Kinds.Contains(media.ProductType)) throw Fault($"(#100) The Media Insights API does not support the {name} metric for this media product type.");
        }
        if (call.Text("breakdown") is { } breakdown)
        {
            if (!Breakdowns.Contains(breakdown)) throw Fault($"(#100) breakdown[0] must be one of the following values: {string.Join(", ", Breakdowns)}");
            if (names.FirstOrDefault(name => Splits(name, breakdown) is null) is { } wrong) throw Fault($"(#100) Incompatible breakdowns ({breakdown}) for metric ({wrong})");
        }
        return names;
    }

    private static JsonNode? Value(string name, MediaPost media, MediaNumbers n, int comments) => name switch
    {
        "views" or "total_views" => n.Views,
        "reach" => n.Reach,
        "likes" or "total_likes" => media.Likes,
        "comments" or "total_comments" => comments,
        "saved" => n.Saved,
        "shares" => n.Shares,
        "reposts" => n.Reposts,
        "total_interactions" => media.ProductType == "STORY" ? n.Shares : media.Likes + comments + n.Saved + n.Shares,
        "follows" => n.Follows,
        "profile_visits" => n.ProfileVisits,
        "profile_activity" => n.ProfileVisits / 4,
        "navigation" => n.Views,
        "replies" or "link_clicks" => 0,
        "ig_reels_avg_watch_time" => 5_230,
        "ig_reels_video_view_total_time" => n.Views * 5_230,
        // A decimal, although the page promises integers.
        "reels_skip_rate" => 48.4,
        _ => null,
    };

    private static JsonObject Row(MediaPost media, string name, JsonNode value, string? breakdown)
    {
        var row = new JsonObject
        {
            ["name"] = name,
            ["period"] = "lifetime",
            ["values"] = new JsonArray(new JsonObject { ["value"] = value.DeepClone() }),
            ["title"] = Metrics[name].Title,
            ["description"] = Metrics[name].Title,
            ["id"] = $"{media.Id}/insights/{name}/lifetime",
        };
        if (breakdown is not null && Splits(name, breakdown) is { } parts)
        {
            var total = value.GetValue<long>();
            var rest = total - parts.Skip(1).Sum(p => (long)(total * p.Share));
            var split = parts.Select((p, i) => (p.Value, Count: i == 0 ? rest : (long)(total * p.Share)));
            row["total_value"] = new JsonObject { ["value"] = value.DeepClone(), ["breakdowns"] = new JsonArray(Breakdown.Of([breakdown], split)) };
        }
        return row;
    }

    private static (string Value, double Share)[]? Splits(string metric, string breakdown) => (metric, breakdown) switch
    {
        ("navigation", "story_navigation_action_type") => [("tap_forward", 0.7), ("tap_back", 0.12), ("tap_exit", 0.1), ("swipe_forward", 0.08)],
        ("profile_activity", "action_type") => [("bio_link_clicked", 0.6), ("other", 0.2), ("direction", 0.1), ("email", 0.1)],
        _ => null,
    };

    private static GraphException Fault(string message) => new(ErrorTable.Of(100) with { Message = message });
}

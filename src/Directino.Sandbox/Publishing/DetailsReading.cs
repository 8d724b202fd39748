using System.Globalization;
using System.Text.Json.Nodes;
using Directino.Sandbox.Accounts;
using Directino.Sandbox.Audio;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Media;
using Directino.Sandbox.Shop;

namespace Directino.Sandbox.Publishing;

/// <summary>Reads and judges what is said about a post besides caption and file.</summary>
internal static class DetailsReading
{
    private const int MostTags = 20;
    private const int MostCollaborators = 3;
    private const int MostProducts = 5;
    private const int MostSponsors = 2;

    public static PostDetails Of(GraphCall call, string kind, bool picture)
    {
        var sponsors = Sponsors(call);
        var poll = Poll(call);
        var prompt = call.Flag("is_comment_prompt_used") ?? false;
        if (prompt && poll.Count > 0) throw GraphErrors.Parameter(call.Host, "The parameter is_comment_prompt_used excludes poll_attachment");
        var partnership = sponsors.Count > 0 || call.Flag("is_paid_partnership") == true;
        if (partnership && !call.Node.Account!.PartnershipsAllowed) throw GraphErrors.Word(call.Host, 10, "INSTAGRAM_PLATFORM_API__PERMISSION");
        return new()
        {
            UserTags = Tags(call, kind, picture),
            LocationId = call.Text("location_id") is { } place ? Place.Of(place)?.Id ?? throw GraphErrors.Word(call.Host, 100, "INSTAGRAM_PLATFORM_API__INVALID_LOCATION_ID") : null,
            Collaborators = Collaborators(call),
            ProductTags = Products(call, picture),
            CoverUrl = call.Text("cover_url"),
            ThumbOffset = ThumbOffset(call),
            AudioName = call.Text("audio_name"),
            Audio = AudioResource.Read(call),
            Trial = Trial(call),
            PaidPartnership = partnership,
            Sponsors = sponsors,
            Poll = poll,
            PollStaysOpen = call.Flag("is_poll_duration_extended") ?? false,
            CommentPrompt = prompt,
        };
    }

    private static IReadOnlyList<PersonTag> Tags(GraphCall call, string kind, bool picture)
    {
        var rows = Rows(call, "user_tags");
        if (rows.Count > MostTags) throw GraphErrors.Row(100, 2207040);
        return [.. rows.Select(row =>
        {
            var (x, y) = (Place01(call, row, "x"), Place01(call, row, "y"));
            if (row["username"]?.ToString() is not { Length: > 0 } name || name.StartsWith('@')) throw Wrong(call, "each tag needs a username");
            if (picture && kind != "STORIES" && (x is null || y is null)) throw Wrong(call, "each tag of a picture needs x and y");
            if (kind == "STORIES" && x is null != y is null) throw Wrong(call, "x and y come together");
            if (!picture && kind != "STORIES" && (x ?? y) is not null) throw Wrong(call, "a film has no places for tags");
            return new PersonTag(name, x, y);
        })];
    }

    private static IReadOnlyList<string> Collaborators(GraphCall call)
    {
        var names = call.List("collaborators");
        if (names.Count > MostCollaborators) throw GraphErrors.Parameter(call.Host, "The parameter collaborators must have at most 3 users");
        return names.Any(name => name.Length == 0 || name.StartsWith('@')) ? throw GraphErrors.Parameter(call.Host, "(#100) Param collaborators must hold usernames") : names;
    }

    private static List<ProductMark> Products(GraphCall call, bool picture)
    {
        var rows = Rows(call, "product_tags");
        var marks = rows.Select(row => new ProductMark(row["product_id"]?.ToString() ?? "", Place01(call, row, "x"), Place01(call, row, "y"))).ToList();
        if (marks.Count > MostProducts || marks.DistinctBy(m => m.ProductId).Count() < marks.Count || marks.Exists(m => m.ProductId.Length == 0 || !m.ProductId.All(char.IsAsciiDigit))) throw GraphErrors.Row(100, 2207037);
        if (marks.Count == 0) return marks;
        ShopResource.Demand(call);
        var account = call.Node.Account!;
        if (!account.MayTagProducts || marks.Exists(m => account.Product(m.ProductId) is null or { ReviewStatus: "rejected" })) throw GraphErrors.Row(100, 2207037);
        if (picture && marks.Exists(m => m.X is null || m.Y is null)) throw GraphErrors.Row(100, 2207036);
        return !picture && marks.Exists(m => (m.X ?? m.Y) is not null) ? throw GraphErrors.Row(100, 2207035) : marks;
    }

    private static long? ThumbOffset(GraphCall call)
    {
        if (call.Text("thumb_offset") is not { } text) return null;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var offset)) throw GraphErrors.Parameter(call.Host, "(#100) Param thumb_offset must be an integer");
        return offset >= 0 ? offset : throw GraphErrors.Row(1, FilmRules.ThumbOutside);
    }

    private static string? Trial(GraphCall call)
    {
        if (call.Json("trial_params") is not { } given) return null;
        var strategy = (given as JsonObject)?["graduation_strategy"]?.ToString();
        return strategy is "MANUAL" or "SS_PERFORMANCE" ? strategy : throw GraphErrors.Parameter(call.Host, "(#100) Param trial_params needs a graduation_strategy of MANUAL or SS_PERFORMANCE");
    }

    private static IReadOnlyList<string> Sponsors(GraphCall call)
    {
        var ids = call.List("branded_content_sponsor_ids");
        var known = call.World.Read(state => ids.All(id => id != call.Node.Account!.Id && state.Accounts.ContainsKey(id)));
        return known && ids.Count <= MostSponsors ? ids : throw GraphErrors.Word(call.Host, 100, "INSTAGRAM_PLATFORM_API__INVALID_PARAM");
    }

    private static List<string> Poll(GraphCall call)
    {
        if (call.Json("poll_attachment") is not { } given)
        {
            return call.Flag("is_poll_duration_extended") == true ? throw GraphErrors.Missing(call.Host, "poll_attachment") : [];
        }
        string?[] options = [.. "abcd".Select(letter => (given as JsonObject)?["option_" + letter]?.ToString())];
        var answers = options.TakeWhile(option => !string.IsNullOrEmpty(option)).OfType<string>().ToList();
        return answers.Count >= 2 && options.Count(option => option is not null) == answers.Count ? answers : throw GraphErrors.Parameter(call.Host, "(#100) Param poll_attachment needs 2 to 4 options");
    }

    private static IReadOnlyList<JsonObject> Rows(GraphCall call, string name) => call.Json(name) switch
    {
        null => [],
        JsonArray array when array.All(row => row is JsonObject) => [.. array.OfType<JsonObject>()],
        _ => throw GraphErrors.Parameter(call.Host, $"(#100) Param {name} must be an array of objects"),
    };

    private static decimal? Place01(GraphCall call, JsonObject row, string axis)
    {
        if (row[axis] is not { } node) return null;
        return node is JsonValue value && value.TryGetValue<decimal>(out var at) && at is >= 0 and <= 1 ? at : throw GraphErrors.Parameter(call.Host, $"(#100) {axis} must be between 0 and 1");
    }

    private static GraphException Wrong(GraphCall call, string why) => GraphErrors.Parameter(call.Host, $"(#100) Param user_tags: {why}");
}

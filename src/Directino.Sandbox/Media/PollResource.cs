using System.Globalization;
using System.Text.Json.Nodes;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Login;

namespace Directino.Sandbox.Media;

/// <summary><c>GET /{ig-media-id}/poll_attachment</c>, on the Facebook host only: the poll below a caption and how it stands.</summary>
internal sealed class PollResource : IGraphResource
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(3);

    public IEnumerable<GraphRoute> Routes => [new("GET", NodeKind.Media, "poll_attachment", "poll_attachment", Show) { Facebook = Scopes.FacebookBasic }];

    /// <summary>When nobody can vote any more; null while the poll is meant to stay open.</summary>
    public static DateTimeOffset? EndOf(MediaPost post) => post.Details.PollStaysOpen ? null : post.Timestamp + Life;

    /// <summary>Part of the votes for each answer, 0 to 1.</summary>
    public static IReadOnlyList<decimal> Shares(WorldState state, MediaPost post)
    {
        var votes = state.PollVotes.GetValueOrDefault(post.Id);
        return [.. post.Details.Poll.Select((_, option) => votes is null ? 0 : Math.Round((decimal)votes.Values.Count(vote => vote == option) / votes.Count, 4))];
    }

    private static JsonObject Show(GraphCall call)
    {
        var post = call.Node.Media;
        if (call.Fields.Count > 0) throw GraphErrors.Parameter(call.Host, "(#100) The fields of a poll cannot be chosen");
        if (post.ProductType == "STORY") throw GraphErrors.Parameter(call.Host, "(#100) Stories have no caption polls");
        if (post.Details.Poll.Count == 0) return GraphAnswer.Nothing;
        var (answer, shares) = (new JsonObject(), call.World.Read(state => Shares(state, post)));
        foreach (var (index, option) in post.Details.Poll.Index())
        {
            var name = $"option_{(char)('a' + index)}";
            answer[name] = option;
            answer[name + "_votes_percentage"] = shares[index];
        }
        if (EndOf(post) is { } end) answer["expiration_timestamp"] = end.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return answer;
    }
}

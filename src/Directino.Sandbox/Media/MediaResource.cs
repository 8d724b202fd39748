using System.Text.Json.Nodes;
using Directino.Sandbox.Audio;
using Directino.Sandbox.Comments;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Login;

namespace Directino.Sandbox.Media;

/// <summary>Posts: reading, listing, comments on and off, deletion (Facebook host only).</summary>
internal sealed class MediaResource(World world) : IGraphResource
{
    private const int Newest = 10_000;
    private const ApiHost Fb = ApiHost.Facebook;

    private static readonly FieldTable<MediaPost> Fields = new("IGMedia",
        new("id", media => media.Id, @default: true),
        new("media_type", media => media.MediaType),
        new("media_product_type", media => media.ProductType),
        new("caption", media => media.ParentId is null && media.Caption is { Length: > 0 } caption ? caption : null),
        new("media_url", (call, media, _) => media.File is { } file ? call.FileAddress(file) : null),
        new("thumbnail_url", (call, media, _) => media is { MediaType: "VIDEO", Cover: { } cover } ? call.FileAddress(cover) : null),
        new("permalink", media => media.ParentId is null ? media.Permalink : null),
        new("shortcode", media => media.Shortcode),
        new("timestamp", media => GraphFormat.Time(media.Timestamp)),
        new("username", (call, media, _) => call.World.Read(state => state.Accounts[media.AccountId].Username)),
        new("owner", media => new JsonObject { ["id"] = media.AccountId }),
        new("like_count", media => media.ParentId is null ? media.Likes : null),
        new("comments_count", (call, media, _) => media.ParentId is null ? call.World.Read(state => state.CommentsOf(media.Id).Count()) : null),
        new("is_comment_enabled", media => media.CommentsEnabled),
        new("is_shared_to_feed", media => media.SharedToFeed),
        new("alt_text", media => media.AltText),
        new("is_ai_generated", media => media.ParentId is null ? media.AiGenerated : null),
        new("media_audio_type", media => media.MediaType != "VIDEO" ? null : media.Details.Audio is { } used && Sound.Of(used.AudioId) is { IsMusic: true } ? "MUSIC" : "ORIGINAL_SOUND"),
        new("children", (call, media, asked) => media.Children.Count == 0 ? null : Children(call, media, asked.Within)),
        new("comments", (call, media, asked) => CommentResource.Within(call, media, asked)),
        new("reposts_count", media => media.Numbers?.Reposts, only: Fb),
        new("saved_count", media => media.Numbers?.Saved, only: Fb),
        new("shares_count", media => media.Numbers?.Shares, only: Fb),
        new("total_like_count", media => media.Likes, only: Fb),
        new("total_comments_count", (call, media, _) => call.World.Read(state => state.CommentsOf(media.Id).Count()), Only: Fb),
        new("legacy_instagram_media_id", media => media.Id[4..], only: Fb));

    public IEnumerable<GraphRoute> Routes =>
    [
        new("GET", NodeKind.Media, "", "media_node", call => Fields.Project(call, call.Node.Media, call.Fields)) { Instagram = Scopes.Basic, Facebook = Scopes.FacebookBasic },
        new("GET", NodeKind.Media, "children", "children", ListChildren) { Instagram = Scopes.Basic, Facebook = Scopes.FacebookBasic },
        new("POST", NodeKind.Media, "", "media_node", SwitchComments) { Instagram = Scopes.Comments, Facebook = Scopes.FacebookComments },
        new("DELETE", NodeKind.Media, "", "media_delete", Delete) { Facebook = Scopes.FacebookContents },
        new("GET", NodeKind.Account, "media", "media_list", List) { Instagram = Scopes.Basic, Facebook = Scopes.FacebookBasic },
        new("GET", NodeKind.Account, "stories", "stories", Stories) { Instagram = Scopes.Basic, Facebook = Scopes.FacebookBasic },
    ];

    private JsonObject List(GraphCall call)
    {
        var asked = call.Fields;
        Fields.Check(call, asked);
        var all = world.Read(state => state.MediaOf(call.Node.Account!.Id).Where(m => m.ProductType != "STORY").Take(Newest).ToList());
        return GraphPage.Of(call, all, m => m.Id, m => Fields.Project(call, m, asked), most: 100);
    }

    private JsonObject Stories(GraphCall call)
    {
        var asked = call.Fields;
        Fields.Check(call, asked);
        var alive = world.Now.AddHours(-24);
        var all = world.Read(state => state.MediaOf(call.Node.Account!.Id).Where(m => m.ProductType == "STORY" && m.Timestamp > alive).ToList());
        return GraphPage.Of(call, all, m => m.Id, m => Fields.Project(call, m, asked), most: 100);
    }

    private JsonObject ListChildren(GraphCall call) => Children(call, call.Node.Media, call.Fields);

    private JsonObject SwitchComments(GraphCall call)
    {
        var enabled = call.Flag("comment_enabled") ?? throw GraphErrors.Missing(call.Host, "comment_enabled");
        world.Act(Actors.Api, call.RequestId, act => act.Record(new CommentsSwitched(call.Node.Id, call.Node.Account!.Id, enabled)));
        return GraphAnswer.Success();
    }

    private JsonObject Delete(GraphCall call)
    {
        if (call.Node.Media.ParentId is not null) throw GraphErrors.Row(-1, 2207073);
        world.Act(Actors.Api, call.RequestId, act => act.Record(new MediaDeleted(call.Node.Id, call.Node.Account!.Id)));
        return new JsonObject { ["success"] = true, ["deleted_id"] = call.Node.Id };
    }

    private static JsonObject Children(GraphCall call, MediaPost media, IReadOnlyList<FieldSelection> asked)
    {
        var children = call.World.Read(state => media.Children.Select(id => state.Media[id]).ToList());
        return new() { ["data"] = new JsonArray([.. children.Select(child => Fields.Project(call, child, asked))]) };
    }
}

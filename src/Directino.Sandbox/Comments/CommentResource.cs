using System.Globalization;
using System.Text.Json.Nodes;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Login;
using Directino.Sandbox.Media;

namespace Directino.Sandbox.Comments;

/// <summary>Comments: newest first, at most 50 a page, one level of replies.</summary>
internal sealed class CommentResource(World world) : IGraphResource
{
    private const int PageSize = 50;
    private const int LongestText = 2200;
    private static readonly FieldTable<Comment> Fields = new("IGComment",
        new("id", comment => comment.Id, @default: true),
        new("timestamp", comment => GraphFormat.Time(comment.Timestamp), @default: true),
        new("text", comment => comment.Text, @default: true),
        new("from", (call, comment, _) => From(call, comment)),
        new("username", (call, comment, _) => From(call, comment)["username"]!.DeepClone()),
        new("user", comment => comment.PersonId is null ? new JsonObject { ["id"] = comment.AccountId } : null),
        new("like_count", comment => comment.Likes),
        new("hidden", comment => comment.Hidden),
        new("parent_id", comment => comment.ParentId),
        new("media", (call, comment, asked) => MediaOf(call, comment, asked)),
        new("replies", (call, comment, asked) => RepliesWithin(call, comment, asked)),
        new("legacy_instagram_comment_id", comment => comment.Id[4..], only: ApiHost.Facebook));

    public IEnumerable<GraphRoute> Routes =>
    [
        new("GET", NodeKind.Media, "comments", "comments", List) { Instagram = Scopes.Comments, Facebook = Scopes.FacebookComments },
        new("POST", NodeKind.Media, "comments", "comments", Comment) { Instagram = Scopes.Comments, Facebook = Scopes.FacebookComments },
        new("GET", NodeKind.Comment, "", "comment", call => Fields.Project(call, call.Node.Comment, call.Fields)) { Instagram = Scopes.Comments, Facebook = Scopes.FacebookComments },
        new("POST", NodeKind.Comment, "", "comment_hide", Hide) { Instagram = Scopes.Comments, Facebook = Scopes.FacebookComments },
        new("DELETE", NodeKind.Comment, "", "comment_delete", Delete) { Instagram = Scopes.Comments, Facebook = Scopes.FacebookComments },
        new("GET", NodeKind.Comment, "replies", "replies", Replies) { Instagram = Scopes.Comments, Facebook = Scopes.FacebookComments },
        new("POST", NodeKind.Comment, "replies", "replies", Reply) { Instagram = Scopes.Comments, Facebook = Scopes.FacebookComments },
    ];

    /// <summary>Comments expanded within the fields of a post.</summary>
    public static JsonNode? Within(GraphCall call, MediaPost media, FieldSelection asked)
    {
        var all = call.World.Read(state => state.CommentsOf(media.Id).Where(c => c.ParentId is null).Reverse().Take(Limit(asked)).ToList());
        return all.Count == 0 ? null : Rows(call, all, asked.Within);
    }

    private JsonObject List(GraphCall call)
    {
        var asked = call.Fields;
        Fields.Check(call, asked);
        var all = world.Read(state => state.CommentsOf(call.Node.Id).Where(c => c.ParentId is null).Reverse().ToList());
        return GraphPage.Of(call, all, c => c.Id, c => Fields.Project(call, c, asked), most: PageSize, usual: PageSize);
    }

    private JsonObject Replies(GraphCall call)
    {
        var asked = call.Fields;
        Fields.Check(call, asked);
        var all = world.Read(state => state.CommentsOf(call.Node.Comment.MediaId).Where(c => c.ParentId == call.Node.Id).Reverse().ToList());
        return GraphPage.Of(call, all, c => c.Id, c => Fields.Project(call, c, asked), most: PageSize, usual: PageSize);
    }

    private JsonObject Comment(GraphCall call)
    {
        var text = Words(call);
        return Write(call, act => act.State.Media.GetValueOrDefault(call.Node.Id) is { CommentsEnabled: true } media
            ? (media, null)
            : throw GraphErrors.Parameter(call.Host, "Comments are disabled for this media"), text);
    }

    private JsonObject Reply(GraphCall call)
    {
        var text = Words(call);
        return Write(call, act =>
        {
            // Looked at again inside the lock: it may have been deleted or hidden since the call came in.
            var comment = act.State.Comments[call.Node.Id];
            if (comment.Deleted) throw GraphErrors.NoSuchObject(call.Host, call.Method, comment.Id);
            if (comment.Hidden) throw GraphErrors.Parameter(call.Host, "A hidden comment cannot be replied to");
            var media = act.State.Media[comment.MediaId];
            if (!media.CommentsEnabled) throw GraphErrors.Parameter(call.Host, "Comments are disabled for this media");
            return (media, comment.ParentId ?? comment.Id);
        }, text);
    }

    private JsonObject Write(GraphCall call, Func<WorldAct, (MediaPost Media, string? Parent)> check, string text) => world.Act(Actors.Api, call.RequestId, act =>
    {
        var (media, parent) = check(act);
        var comment = new Comment { Id = act.NextCommentId(), MediaId = media.Id, AccountId = media.AccountId, ParentId = parent, Text = text, Timestamp = act.Now };
        act.Record(new CommentMade(comment));
        return GraphAnswer.Id(comment.Id);
    });

    private JsonObject Hide(GraphCall call)
    {
        var hide = call.Flag("hide") ?? throw GraphErrors.Missing(call.Host, "hide");
        return world.Act(Actors.Api, call.RequestId, act =>
        {
            // The owner's own comments stay visible, whatever is asked.
            if (act.State.Comments[call.Node.Id].PersonId is not null) act.Record(new CommentHidden(call.Node.Id, call.Node.Account!.Id, hide));
            return GraphAnswer.Success();
        });
    }

    private JsonObject Delete(GraphCall call) => world.Act(Actors.Api, call.RequestId, act =>
    {
        if (act.State.Comments[call.Node.Id].Deleted) throw GraphErrors.NoSuchObject(call.Host, call.Method, call.Node.Id);
        act.Record(new CommentDeleted(call.Node.Id, call.Node.Account!.Id));
        return GraphAnswer.Success();
    });

    private static string Words(GraphCall call)
    {
        var text = call.Needed("message");
        return new StringInfo(text).LengthInTextElements <= LongestText ? text : throw GraphErrors.Parameter(call.Host, "The comment is too long");
    }

    private static JsonObject From(GraphCall call, Comment comment) => call.World.Read(state => comment.PersonId is { } person
        ? new JsonObject { ["id"] = state.ScopedId(person, comment.AccountId), ["username"] = state.People[person].Username }
        : new JsonObject { ["id"] = comment.AccountId, ["username"] = state.Accounts[comment.AccountId].Username });

    private static JsonObject MediaOf(GraphCall call, Comment comment, FieldSelection asked)
    {
        var media = new JsonObject();
        foreach (var field in asked.Within.Where(f => f.Name != "id"))
        {
            if (field.Name != "media_product_type") throw GraphErrors.UnknownField(call.Host, field.Name, "IGMedia");
        }
        if (asked.Within.Count == 0 || asked.Within.Any(f => f.Name == "media_product_type")) media["media_product_type"] = call.World.Read(state => state.Media[comment.MediaId].ProductType);
        media["id"] = comment.MediaId;
        return media;
    }

    private static JsonObject? RepliesWithin(GraphCall call, Comment comment, FieldSelection asked)
    {
        if (comment.ParentId is not null) return null;
        var all = call.World.Read(state => state.CommentsOf(comment.MediaId).Where(c => c.ParentId == comment.Id).Reverse().Take(Limit(asked)).ToList());
        return all.Count == 0 ? null : Rows(call, all, asked.Within);
    }

    private static JsonObject Rows(GraphCall call, IReadOnlyList<Comment> comments, IReadOnlyList<FieldSelection> asked) =>
        new() { ["data"] = new JsonArray([.. comments.Select(c => Fields.Project(call, c, asked))]) };

    private static int Limit(FieldSelection asked) =>
        asked.Arguments.TryGetValue("limit", out var text) && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var limit) ? Math.Clamp(limit, 1, PageSize) : PageSize;
}

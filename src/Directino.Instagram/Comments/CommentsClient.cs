using Directino.Instagram.Errors;
using Directino.Instagram.Wire;

namespace Directino.Instagram.Comments;

/// <summary>Comments on the account's own media (comments.md).</summary>
public sealed class CommentsClient
{
    private const string RowFields = "id,text,timestamp,from,username,parent_id,like_count,hidden";
    private const int LargestPage = 50;

    private readonly GraphTransport _graph;

    internal CommentsClient(GraphTransport graph) => _graph = graph;

    /// <summary><c>GET /{ig-media-id}/comments</c>: top-level comments, newest first, with the first replies of each.</summary>
    /// <param name="access">The owner of the media.</param>
    /// <param name="mediaId">The media.</param>
    /// <param name="limit">Rows per page, 1 to 50.</param>
    /// <param name="after">Cursor of the page before.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="ObjectGoneException">The media is gone.</exception>
    public async Task<Page<InstagramComment>> List(
        InstagramAccess access, string mediaId, int limit = LargestPage, string? after = null, CancellationToken cancellation = default)
    {
        var query = Query.Of("fields", $"{RowFields},replies{{{RowFields}}}").And("limit", $"{Math.Clamp(limit, 1, LargestPage)}").And("after", after);
        var answer = await _graph.Get(access, $"{Uri.EscapeDataString(mediaId)}/comments", query, InstagramJson.Default.ListedCommentWire, cancellation);
        return new Page<InstagramComment>([.. answer.Items.Select(row => row.ToComment(mediaId))], answer.After);
    }

    /// <summary><c>GET /{ig-comment-id}</c>.</summary>
    /// <exception cref="ObjectGoneException">Deleted, on an ad, or not readable for this account.</exception>
    public async Task<InstagramComment> Get(InstagramAccess access, string commentId, CancellationToken cancellation = default)
    {
        var query = Query.Of("fields", $"{RowFields},media");
        return (await _graph.Get(access, Uri.EscapeDataString(commentId), query, InstagramJson.Default.CommentWire, cancellation)).ToComment();
    }

    /// <summary><c>GET /{ig-comment-id}/replies</c>.</summary>
    /// <exception cref="ObjectGoneException">The parent is deleted.</exception>
    public async Task<Page<InstagramComment>> Replies(
        InstagramAccess access, string commentId, int limit = LargestPage, string? after = null, CancellationToken cancellation = default)
    {
        var query = Query.Of("fields", RowFields).And("limit", $"{Math.Clamp(limit, 1, LargestPage)}").And("after", after);
        var answer = await _graph.Get(access, $"{Uri.EscapeDataString(commentId)}/replies", query, InstagramJson.Default.ListedCommentWire, cancellation);
        return new Page<InstagramComment>([.. answer.Items.Select(row => row.ToComment() with { ParentId = row.ParentId ?? commentId })], answer.After);
    }

    /// <summary><c>POST /{ig-media-id}/comments</c>: the account comments under its own post (a first comment). Not on live media.</summary>
    /// <returns>Id of the new comment.</returns>
    /// <exception cref="ObjectGoneException">The media is gone.</exception>
    /// <exception cref="InvalidRequestException">Comments are off under this post.</exception>
    /// <exception cref="ActionBlockedException">Taken for spam.</exception>
    /// <exception cref="OutcomeUnknownException">The answer was lost: look at <see cref="List"/> before repeating.</exception>
    public async Task<string> Comment(InstagramAccess access, string mediaId, string message, CancellationToken cancellation = default)
    {
        var form = Query.Of("message", message).ToForm();
        return (await _graph.Post(access, $"{Uri.EscapeDataString(mediaId)}/comments", form, InstagramJson.Default.Created, cancellation)).Id;
    }

    /// <summary><c>POST /{ig-comment-id}/replies</c>: answers in public. A reply to a reply is attached to the top-level comment. Not on hidden or live comments.</summary>
    /// <returns>Id of the new comment.</returns>
    /// <exception cref="ObjectGoneException">The comment is gone.</exception>
    /// <exception cref="ActionBlockedException">Taken for spam.</exception>
    /// <exception cref="OutcomeUnknownException">The answer was lost: look at <see cref="Replies"/> before repeating.</exception>
    public async Task<string> Reply(InstagramAccess access, string commentId, string message, CancellationToken cancellation = default)
    {
        var form = Query.Of("message", message).ToForm();
        return (await _graph.Post(access, $"{Uri.EscapeDataString(commentId)}/replies", form, InstagramJson.Default.Created, cancellation)).Id;
    }
}

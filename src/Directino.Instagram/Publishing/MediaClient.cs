using Directino.Instagram.Errors;
using Directino.Instagram.Wire;

namespace Directino.Instagram.Publishing;

/// <summary>Published media: reading, comments on and off, taking away (publishing.md section 9).</summary>
public sealed class MediaClient
{
    private const string ListFields = "id,media_type,permalink,timestamp,media_url,thumbnail_url,like_count,comments_count";
    private const string NodeFields = "id,media_type,permalink,shortcode,timestamp,media_url,thumbnail_url,like_count,comments_count,is_comment_enabled,alt_text";
    private const string ChildFields = "id,media_type,media_url,thumbnail_url,alt_text";

    // Documented for Facebook Login only, or young: asked for first, left out when the host refuses them.
    private static readonly string[] Doubtful = ["media_product_type", "caption"];
    private static readonly string[] DoubtfulOfNode = ["media_product_type", "caption", "is_shared_to_feed", "is_ai_generated"];

    private readonly GraphTransport _graph;

    internal MediaClient(GraphTransport graph) => _graph = graph;

    /// <summary><c>GET /{ig-media-id}</c>.</summary>
    /// <exception cref="ObjectGoneException">Deleted, or another account's.</exception>
    public Task<InstagramMedia> Get(InstagramAccess access, string mediaId, CancellationToken cancellation = default) => WithFallback(
        NodeFields, DoubtfulOfNode,
        fields => _graph.Get(access, Uri.EscapeDataString(mediaId), Query.Of("fields", fields), InstagramJson.Default.InstagramMedia, cancellation));

    /// <summary><c>GET /{ig-user-id}/media</c>: newest first, at most the newest 10,000; posts, reels, carousels, no stories.</summary>
    /// <param name="access">The account.</param>
    /// <param name="limit">Rows per page, 1 to 100.</param>
    /// <param name="after">Cursor of the page before.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task<Page<InstagramMedia>> List(InstagramAccess access, int limit = 25, string? after = null, CancellationToken cancellation = default) =>
        List(access, "media", limit, after, cancellation);

    /// <summary><c>GET /{ig-user-id}/stories</c>: the account's own stories of the last 24 hours.</summary>
    /// <param name="access">The account.</param>
    /// <param name="limit">Rows per page, 1 to 100.</param>
    /// <param name="after">Cursor of the page before.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task<Page<InstagramMedia>> Stories(InstagramAccess access, int limit = 25, string? after = null, CancellationToken cancellation = default) =>
        List(access, "stories", limit, after, cancellation);

    /// <summary><c>GET /{ig-media-id}/children</c>: the items of a carousel in order, without caption, permalink and counters.</summary>
    public async Task<IReadOnlyList<InstagramMedia>> Children(InstagramAccess access, string mediaId, CancellationToken cancellation = default)
    {
        var answer = await _graph.Get(
            access, $"{Uri.EscapeDataString(mediaId)}/children", Query.Of("fields", ChildFields), InstagramJson.Default.ListedInstagramMedia, cancellation);
        return answer.Items;
    }

    /// <summary><c>POST /{ig-media-id}?comment_enabled=</c>: comments on or off; repeating it changes nothing. Nothing else of a post can be changed.</summary>
    /// <exception cref="ObjectGoneException">Deleted, or another account's.</exception>
    /// <exception cref="OutcomeUnknownException">The answer was lost; repeating is safe.</exception>
    public async Task AllowComments(InstagramAccess access, string mediaId, bool allowed, CancellationToken cancellation = default) => await _graph.Post(
        access, Uri.EscapeDataString(mediaId), null, InstagramJson.Default.Done, cancellation, Query.Of("comment_enabled", allowed ? "true" : "false"));

    /// <summary><c>DELETE /{ig-media-id}</c>: a post, reel, story or whole carousel, for ever. Needs <c>instagram_manage_contents</c>.</summary>
    /// <exception cref="OptionRefusedException">Nothing was sent: with Instagram Login only the app can delete.</exception>
    /// <exception cref="ObjectGoneException">It is gone already.</exception>
    /// <exception cref="InvalidRequestException">An item of a carousel, or an ad.</exception>
    /// <exception cref="OutcomeUnknownException">The answer was lost: <see cref="Get"/> tells whether it is gone.</exception>
    public async Task Delete(InstagramAccess access, string mediaId, CancellationToken cancellation = default)
    {
        PublishingClient.OnlyFacebook(access, PublishingOption.Delete);
        await _graph.Delete(access, Uri.EscapeDataString(mediaId), InstagramJson.Default.Done, cancellation);
    }

    /// <summary><c>GET /{ig-media-id}/poll_attachment</c>: how the poll below the caption stands; null when there is none.</summary>
    /// <exception cref="OptionRefusedException">Nothing was sent: with Instagram Login polls can neither be made nor read.</exception>
    /// <exception cref="ObjectGoneException">Deleted, or another account's.</exception>
    /// <exception cref="InvalidRequestException">A story.</exception>
    public async Task<PollResult?> Poll(InstagramAccess access, string mediaId, CancellationToken cancellation = default)
    {
        PublishingClient.OnlyFacebook(access, PublishingOption.Poll);
        return PollResult.Of(await _graph.Get(access, $"{Uri.EscapeDataString(mediaId)}/poll_attachment", new Query(), InstagramJson.Default.JsonElement, cancellation));
    }

    private async Task<Page<InstagramMedia>> List(InstagramAccess access, string edge, int limit, string? after, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(access);
        var answer = await WithFallback(ListFields, Doubtful, fields => _graph.Get(
            access, $"{Uri.EscapeDataString(access.AccountId)}/{edge}",
            Query.Of("fields", fields).And("limit", $"{Math.Clamp(limit, 1, 100)}").And("after", after),
            InstagramJson.Default.ListedInstagramMedia, cancellation));
        return new Page<InstagramMedia>(answer.Items, answer.After);
    }

    /// <summary>One unknown field fails the whole call, so the one that is named is left out and the rest asked for again.</summary>
    private static async Task<T> WithFallback<T>(string sure, string[] doubtful, Func<string, Task<T>> read)
    {
        for (var left = doubtful.ToList(); ;)
        {
            try
            {
                return await read(left.Count == 0 ? sure : $"{sure},{string.Join(',', left)}");
            }
            catch (InvalidRequestException refused) when (refused.Code == 100 && left.Exists(field => Names(refused.Fault.Message, field)))
            {
                left.RemoveAll(field => Names(refused.Fault.Message, field));
            }
        }
    }

    private static bool Names(string? message, string field) => message?.Contains(field, StringComparison.OrdinalIgnoreCase) == true;
}

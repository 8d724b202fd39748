using Directino.Instagram.Errors;
using Directino.Instagram.Wire;

namespace Directino.Instagram.Publishing;

/// <summary>Reads published media (publishing.md section 9).</summary>
public sealed class MediaClient
{
    private const string SafeFields = "id,media_type,permalink,timestamp,media_url,thumbnail_url,like_count,comments_count";

    // Documented for Facebook Login only, readable on both in practice: asked for first, left out when refused.
    private const string AllFields = "id,media_type,media_product_type,caption,permalink,timestamp,media_url,thumbnail_url,like_count,comments_count";

    private readonly GraphTransport _graph;

    internal MediaClient(GraphTransport graph) => _graph = graph;

    /// <summary><c>GET /{ig-media-id}</c>.</summary>
    /// <exception cref="ObjectGoneException">Deleted, or another account's.</exception>
    public Task<InstagramMedia> Get(InstagramAccess access, string mediaId, CancellationToken cancellation = default) => WithFallback(
        fields => _graph.Get(access, Uri.EscapeDataString(mediaId), Query.Of("fields", fields), InstagramJson.Default.InstagramMedia, cancellation));

    /// <summary><c>GET /{ig-user-id}/media</c>: newest first, at most the newest 10,000; posts, reels, carousels, no stories.</summary>
    /// <param name="access">The account.</param>
    /// <param name="limit">Rows per page, 1 to 100.</param>
    /// <param name="after">Cursor of the page before.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<Page<InstagramMedia>> List(
        InstagramAccess access, int limit = 25, string? after = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        var answer = await WithFallback(fields => _graph.Get(
            access, $"{Uri.EscapeDataString(access.AccountId)}/media",
            Query.Of("fields", fields).And("limit", $"{Math.Clamp(limit, 1, 100)}").And("after", after),
            InstagramJson.Default.ListedInstagramMedia, cancellation));
        return new Page<InstagramMedia>(answer.Items, answer.After);
    }

    private static async Task<T> WithFallback<T>(Func<string, Task<T>> read)
    {
        try
        {
            return await read(AllFields);
        }
        catch (InvalidRequestException refused) when (refused.Code == 100 && NamesOptionalField(refused.Fault.Message))
        {
            return await read(SafeFields);
        }
    }

    private static bool NamesOptionalField(string? message) =>
        message is not null
        && (message.Contains("caption", StringComparison.OrdinalIgnoreCase) || message.Contains("media_product_type", StringComparison.OrdinalIgnoreCase));
}

using System.Text.Json;

namespace Directino.Instagram.Webhooks;

/// <summary>Takes a delivery apart in one pass over its bytes (webhooks.md section 5). Never throws, loses nothing.</summary>
public static class WebhookBody
{
    private const int DeepestNesting = 64;

    /// <summary>
    /// Splits a delivery into its events. Accepts an object or an array of them, <c>changes</c>, flat <c>field</c> and <c>value</c>,
    /// <c>messaging</c> and <c>standby</c>, seconds or milliseconds, ids as strings or numbers.
    /// </summary>
    /// <param name="body">The body as received, its signature checked. The events point into it, so it must stay unchanged.</param>
    public static WebhookBatch Split(ReadOnlyMemory<byte> body)
    {
        var splitter = new WebhookSplitter(body);
        try
        {
            splitter.Run(DeepestNesting);
            return new WebhookBatch(splitter.Events, Malformed: false);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // The second comes from names with half a surrogate pair. Half a batch must not pass for a whole one: keep the body as it came.
            return new WebhookBatch(body.IsEmpty ? [] : [WebhookSplitter.Whole(body)], Malformed: true);
        }
    }
}

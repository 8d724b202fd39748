using System.Text.Json;

namespace Directino.Instagram.Webhooks;

internal static class WebhookJson
{
    public static JsonDocument? Parse(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return JsonDocument.Parse(payload);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

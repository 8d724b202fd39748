using System.Text;
using System.Text.Json.Nodes;
using Directino.Sandbox.Accounts;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;

namespace Directino.Sandbox.Messages;

/// <summary>What may stand in <c>message</c>.</summary>
internal static class MessageContent
{
    private const int LongestText = 1000;
    private const int LongestButtonText = 640;
    private static readonly string[] Kinds = ["image", "audio", "video", "file", "like_heart", "MEDIA_SHARE", "template"];

    public static Message Read(GraphCall call, WorldAct act, SandboxAccount account, JsonNode node)
    {
        if (node is not JsonObject body) throw GraphErrors.Parameter(call.Host, "(#100) Param message must be an object");
        var text = body["text"]?.ToString();
        var attachments = Attachments(body);
        if (text is null == attachments is null) throw Invalid(call);
        if (text is not null && Encoding.UTF8.GetByteCount(text) is 0 or > LongestText) throw Invalid(call);
        foreach (var attachment in attachments ?? []) Check(call, act, account, attachment);
        var replies = body["quick_replies"] as JsonArray;
        if (replies is { Count: > 13 }) throw GraphErrors.Parameter(call.Host, "(#100) quick_replies: at most 13");
        return new Message
        {
            Mid = "",
            PersonId = "",
            AccountId = account.Id,
            FromAccount = true,
            Timestamp = act.Now,
            Text = text,
            Attachments = attachments,
            QuickReplies = replies?.DeepClone().AsArray(),
        };
    }

    private static JsonArray? Attachments(JsonObject body) => (body["attachment"] ?? body["attachments"])?.DeepClone() switch
    {
        null => null,
        JsonArray { Count: > 0 } array => array,
        JsonObject one => [one],
        _ => [],
    };

    private static void Check(GraphCall call, WorldAct act, SandboxAccount account, JsonNode? attachment)
    {
        var (kind, payload) = (attachment?["type"]?.ToString(), attachment?["payload"] as JsonObject);
        if (kind is null || !Kinds.Contains(kind)) throw Invalid(call);
        switch (kind)
        {
            case "image" or "audio" or "video" or "file" when !Has(payload, "attachment_id"):
                if (!Uri.TryCreate(payload?["url"]?.ToString(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) throw GraphErrors.On(call.Host, 100, 2018008);
                break;
            case "MEDIA_SHARE":
                if (act.State.Media.GetValueOrDefault(payload?["id"]?.ToString() ?? "")?.AccountId != account.Id) throw Invalid(call);
                break;
            case "template":
                CheckTemplate(call, payload ?? throw Invalid(call));
                break;
            default:
                break;
        }
    }

    private static void CheckTemplate(GraphCall call, JsonObject payload)
    {
        switch (payload["template_type"]?.ToString())
        {
            case "generic":
                if (payload["elements"] is not JsonArray { Count: >= 1 and <= 10 } elements) throw Invalid(call);
                foreach (var element in elements)
                {
                    if (element?["title"]?.ToString() is not { Length: >= 1 and <= 80 } || element["subtitle"]?.ToString() is { Length: > 80 }) throw Invalid(call);
                    if (element["buttons"] is JsonArray buttons) CheckButtons(call, buttons);
                }
                break;
            case "button":
                if (payload["text"]?.ToString() is not { } text || Encoding.UTF8.GetByteCount(text) is 0 or > LongestButtonText) throw Invalid(call);
                CheckButtons(call, payload["buttons"] as JsonArray ?? throw Invalid(call));
                break;
            default:
                throw Invalid(call);
        }
    }

    private static void CheckButtons(GraphCall call, JsonArray buttons)
    {
        if (buttons.Count is 0 or > 3 || buttons.Any(b => b?["type"]?.ToString() is not ("web_url" or "postback") || b["title"]?.ToString() is not { Length: >= 1 and <= 20 })) throw Invalid(call);
    }

    private static bool Has(JsonObject? payload, string member) => payload?[member] is not null;

    private static GraphException Invalid(GraphCall call) => GraphErrors.On(call.Host, 100, 2534015);
}

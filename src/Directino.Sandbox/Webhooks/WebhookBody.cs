using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directino.Sandbox.Journal;

namespace Directino.Sandbox.Webhooks;

/// <summary>Makes the bytes that are posted: ASCII only, lowercase escapes, and signs exactly those bytes.</summary>
internal static class WebhookBody
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(IReadOnlyList<Notification> updates, DateTimeOffset sent, WebhookSwitches switches, string publicUrl)
    {
        var entries = new JsonArray();
        foreach (var group in updates.GroupBy(u => (u.AccountId, u.Messaging)))
        {
            if (group.Key.Messaging)
            {
                entries.Add(Entry(group.Key.AccountId, sent.ToUnixTimeMilliseconds(), ("messaging", new JsonArray([.. group.Select(u => u.Value.DeepClone())]))));
                continue;
            }
            var changes = group.Select(u => (u.Field, Value: Comment(u.Value, switches))).ToList();
            if (switches.FlatComments)
            {
                foreach (var (field, value) in changes) entries.Add(Entry(group.Key.AccountId, sent.ToUnixTimeSeconds(), ("field", field), ("value", value)));
            }
            else
            {
                entries.Add(Entry(group.Key.AccountId, sent.ToUnixTimeSeconds(),
                    ("changes", new JsonArray([.. changes.Select(c => new JsonObject { ["field"] = c.Field, ["value"] = c.Value })]))));
            }
        }
        JsonNode body = new JsonObject { ["object"] = "instagram", ["entry"] = entries };
        if (switches.UnknownMembers) body["hop_by_hop"] = new JsonObject { ["trace"] = new JsonArray(1, "two", null) };
        if (switches.NumericIds) MakeNumeric(body);
        if (switches.RootArray) body = new JsonArray(body);
        return Ascii(body.ToJsonString(Plain).Replace(PictureStore.Scheme, publicUrl + "/sandbox/files/", StringComparison.Ordinal));
    }

    public static string Signature(byte[] body, string secret) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(secret), body));

    private static JsonObject Entry(string account, long time, params ReadOnlySpan<(string Name, JsonNode Value)> members)
    {
        var entry = new JsonObject { ["id"] = account, ["time"] = time };
        foreach (var (name, value) in members) entry[name] = value;
        return entry;
    }

    private static JsonObject Comment(JsonObject value, WebhookSwitches switches)
    {
        var copy = value.DeepClone().AsObject();
        if (switches.OmitText) copy.Remove("text");
        if (!switches.CommentId) return copy;
        var renamed = new JsonObject { ["comment_id"] = copy["id"]!.DeepClone() };
        foreach (var (name, member) in copy.Where(m => m.Key != "id")) renamed[name] = member?.DeepClone();
        return renamed;
    }

    private static void MakeNumeric(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (var item in array) MakeNumeric(item);
                break;
            case JsonObject all:
                foreach (var (name, member) in all.ToList())
                {
                    if (name is "id" or "comment_id" or "parent_id" && member?.GetValueKind() == JsonValueKind.String
                        && long.TryParse(member.GetValue<string>(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) all[name] = number;
                    else MakeNumeric(member);
                }
                break;
            default:
                break;
        }
    }

    private static byte[] Ascii(string json)
    {
        var ascii = new StringBuilder(json.Length + 32);
        foreach (var c in json)
        {
            if (c < 0x80) ascii.Append(c);
            else ascii.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }
        return Encoding.ASCII.GetBytes(ascii.ToString());
    }
}

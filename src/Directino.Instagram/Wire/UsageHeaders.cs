using System.Net.Http.Headers;
using System.Text.Json;

namespace Directino.Instagram.Wire;

/// <summary>Reads the two usage headers (limits-and-errors.md section 3). A header that cannot be read is no reason to fail a call.</summary>
internal static class UsageHeaders
{
    public static InstagramUsage? Read(HttpResponseHeaders headers)
    {
        List<UsageBucket>? buckets = null;
        if (headers.TryGetValues("X-App-Usage", out var app)) AddApp(ref buckets, string.Join(',', app));
        if (headers.TryGetValues("X-Business-Use-Case-Usage", out var cases)) AddCases(ref buckets, string.Join(',', cases));
        if (buckets is null) return null;

        TimeSpan? regain = null;
        foreach (var bucket in buckets)
        {
            if (bucket.Regain is { } wait && (regain is null || wait > regain)) regain = wait;
        }

        return new InstagramUsage(buckets.Max(bucket => bucket.Percent), regain, buckets);
    }

    private static void AddApp(ref List<UsageBucket>? buckets, string header)
    {
        using var json = Parse(header);
        if (json?.RootElement is { ValueKind: JsonValueKind.Object } root) (buckets ??= []).Add(Bucket(root, "app", null));
    }

    private static void AddCases(ref List<UsageBucket>? buckets, string header)
    {
        using var json = Parse(header);
        if (json?.RootElement is not { ValueKind: JsonValueKind.Object } root) return;
        foreach (var owner in root.EnumerateObject())
        {
            if (owner.Value.ValueKind != JsonValueKind.Array) continue;
            foreach (var item in owner.Value.EnumerateArray())
            {
                if (item.ValueKind != JsonValueKind.Object) continue;
                (buckets ??= []).Add(Bucket(item, Loose.Text(item, "type") ?? "unknown", owner.Name));
            }
        }
    }

    private static UsageBucket Bucket(JsonElement item, string name, string? owner) => new(
        name, owner, Loose.Number(item, "call_count") ?? 0, Loose.Number(item, "total_time") ?? 0, Loose.Number(item, "total_cputime") ?? 0,
        Loose.Number(item, "estimated_time_to_regain_access") is { } minutes and > 0 and < 1_000_000 ? TimeSpan.FromMinutes((double)minutes) : null);

    private static JsonDocument? Parse(string header)
    {
        try
        {
            return JsonDocument.Parse(header);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

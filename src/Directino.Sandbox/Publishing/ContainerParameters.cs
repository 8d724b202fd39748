using Directino.Sandbox.Graph;

namespace Directino.Sandbox.Publishing;

/// <summary>Which parameters of <c>POST /{ig-user-id}/media</c> belong to which kind, and which exist on the Facebook host only. Anything else is refused.</summary>
internal static class ContainerParameters
{
    private static readonly string[] Everywhere = ["access_token", "appsecret_proof", "appsecret_time", "media_type", "is_carousel_item"];
    private static readonly string[] Post = ["caption", "location_id", "collaborators", "is_ai_generated"];
    private static readonly string[] FacebookPost =
        ["is_paid_partnership", "branded_content_sponsor_ids", "poll_attachment", "is_poll_duration_extended", "is_comment_prompt_used"];

    private static readonly Dictionary<string, string[]> Both = new(StringComparer.Ordinal)
    {
        ["IMAGE"] = ["image_url", "alt_text", "user_tags", .. Post],
        ["IMAGE item"] = ["image_url", "alt_text", "user_tags"],
        ["VIDEO item"] = ["video_url", "user_tags", "thumb_offset"],
        ["CAROUSEL"] = ["children", .. Post],
        ["REELS"] = ["video_url", "user_tags", "cover_url", "thumb_offset", "share_to_feed", "audio_name", "trial_params", .. Post],
        // A caption is read and forgotten.
        ["STORIES"] = ["image_url", "video_url", "user_tags", "caption", "is_ai_generated"],
    };

    private static readonly Dictionary<string, string[]> Facebook = new(StringComparer.Ordinal)
    {
        ["IMAGE"] = ["product_tags", .. FacebookPost],
        ["IMAGE item"] = ["product_tags"],
        ["VIDEO item"] = ["product_tags", "upload_type"],
        ["CAROUSEL"] = FacebookPost,
        ["REELS"] = ["product_tags", "upload_type", "audio_configuration", .. FacebookPost],
        ["STORIES"] = ["upload_type"],
    };

    /// <summary>What another host offers is refused before anything else is looked at.</summary>
    public static void CheckHost(GraphCall call)
    {
        if (call.Host == ApiHost.Facebook) return;
        foreach (var name in call.ParameterNames)
        {
            if (name == "upload_type") throw GraphErrors.Missing(call.Host, "video_url");
            if (Facebook.Values.Any(names => names.Contains(name))) throw GraphErrors.Parameter(call.Host, $"The parameter {name} is not supported");
        }
    }

    public static void CheckKind(GraphCall call, string kind, bool item)
    {
        var key = item ? kind + " item" : kind;
        foreach (var name in call.ParameterNames)
        {
            if (Everywhere.Contains(name) || Both[key].Contains(name) || (call.Host == ApiHost.Facebook && Facebook[key].Contains(name))) continue;
            throw GraphErrors.Parameter(call.Host, $"The parameter {name} is not supported for {(item ? "carousel items" : kind)}");
        }
    }
}

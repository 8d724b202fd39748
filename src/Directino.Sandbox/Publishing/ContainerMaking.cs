using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;
using Microsoft.Extensions.Options;

namespace Directino.Sandbox.Publishing;

/// <summary><c>POST /{ig-user-id}/media</c>: pictures are fetched and judged at once, films only queued.</summary>
internal sealed partial class ContainerMaking(World world, PictureStore files, MediaFetch fetch, IOptions<SandboxOptions> options)
{
    private static readonly string[] FacebookOnly =
        ["upload_type", "product_tags", "is_paid_partnership", "branded_content_sponsor_ids", "poll_attachment", "is_poll_duration_extended", "is_comment_prompt_used", "audio_configuration"];

    public async Task<JsonNode> Make(GraphCall call)
    {
        if (call.Host == ApiHost.Instagram && call.ParameterNames.FirstOrDefault(FacebookOnly.Contains) is { } refused)
        {
            throw refused == "upload_type" ? GraphErrors.Missing(call.Host, "video_url") : GraphErrors.Parameter(call.Host, $"The parameter {refused} is not supported");
        }
        if (call.Text("upload_type") is not null) throw GraphErrors.Parameter(call.Host, "(#100) upload_type resumable is not offered by this sandbox: give video_url");
        var kind = Kind(call);
        CheckWords(call);
        CheckTags(call, kind);
        var container = new Container
        {
            Id = "",
            AccountId = call.Node.Account!.Id,
            CreatedAt = world.Now,
            Kind = kind,
            IsCarouselItem = call.Flag("is_carousel_item") ?? false,
            Caption = kind == "STORIES" ? null : call.Text("caption"),
            AltText = call.Text("alt_text"),
            AiGenerated = call.Flag("is_ai_generated") ?? false,
            SharedToFeed = kind == "REELS" ? call.Flag("share_to_feed") ?? true : null,
        };
        if (container is { IsCarouselItem: true, AiGenerated: true }) throw GraphErrors.Parameter(call.Host, "The parameter is_ai_generated is not supported for carousel items");
        container = kind == "CAROUSEL" ? container with { Children = call.List("children") } : await WithFile(call, container);
        return world.Act(Actors.Api, call.RequestId, act =>
        {
            if (kind == "CAROUSEL") CheckChildren(call, act, container);
            var day = act.Now.AddHours(-24);
            if (act.State.Containers.Values.Count(c => c.AccountId == container.AccountId && c.CreatedAt > day) >= options.Value.ContainersPerDay) throw GraphErrors.Row(9, 2207042);
            container = container with { Id = act.NextContainerId(), CreatedAt = act.Now };
            act.Record(new ContainerMade(container));
            return GraphAnswer.Id(container.Id);
        });
    }

    private static string Kind(GraphCall call)
    {
        var (image, video) = (call.Text("image_url"), call.Text("video_url"));
        var item = call.Flag("is_carousel_item") == true;
        var asked = call.Text("media_type")?.ToUpperInvariant();
        switch (asked)
        {
            case null or "IMAGE":
                return image is not null ? "IMAGE" : throw GraphErrors.Missing(call.Host, "image_url");
            case "CAROUSEL":
                return call.List("children").Count is >= 2 and <= 10 ? "CAROUSEL" : throw GraphErrors.Row(100, 2207028);
            case "STORIES":
                if (image is not null && video is not null) throw GraphErrors.Parameter(call.Host, "Give one of image_url and video_url, not both");
                return image is not null || video is not null ? "STORIES" : throw GraphErrors.Missing(call.Host, "image_url");
            case "REELS":
                if (item) throw GraphErrors.Parameter(call.Host, "Reels cannot be carousel items");
                return video is not null ? "REELS" : throw GraphErrors.Missing(call.Host, "video_url");
            case "VIDEO":
                if (!item) throw GraphErrors.Parameter(call.Host, "The media_type VIDEO is only supported for carousel items: use REELS");
                return video is not null ? "VIDEO" : throw GraphErrors.Missing(call.Host, "video_url");
            default:
                throw GraphErrors.Row(100, 2207023);
        }
    }

    private async Task<Container> WithFile(GraphCall call, Container container)
    {
        if (call.Text("image_url") is { } picture && container.Kind is "IMAGE" or "STORIES" && call.Text("video_url") is null)
        {
            var bytes = await fetch.Bytes(call.Host, "image_url", call.Text("image_url")!, call.Cancelled);
            // Pictures of a carousel are cropped to the first one's shape, so only their format is judged as strictly as a feed picture's.
            ImageCheck.Demand(bytes, feed: container.Kind == "IMAGE");
            return container with { File = files.Keep(bytes, ".jpg") };
        }
        try
        {
            var film = await fetch.Bytes(call.Host, "video_url", call.Needed("video_url"), call.Cancelled);
            var isFilm = film is [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..];
            return container with { IsVideo = true, File = files.Keep(film, ".mp4"), Failure = isFilm ? null : 2207026 };
        }
        catch (GraphException e) when (e.Error.Subcode is { } subcode)
        {
            return container with { IsVideo = true, Failure = subcode };
        }
    }

    private static void CheckWords(GraphCall call)
    {
        if (call.Text("caption") is { } caption && (caption.Length > 2200 || Hashtags().Count(caption) > 30 || Mentions().Count(caption) > 20)) throw GraphErrors.Row(36004, 2207010);
        if (call.Text("alt_text") is { Length: > 1000 }) throw GraphErrors.Parameter(call.Host, "The parameter alt_text must have at most 1000 characters");
    }

    private static void CheckTags(GraphCall call, string kind)
    {
        if (call.List("collaborators").Count > 3) throw GraphErrors.Parameter(call.Host, "The parameter collaborators must have at most 3 users");
        if (call.Json("user_tags") is not { } node) return;
        if (node is not JsonArray tags) throw GraphErrors.Parameter(call.Host, "(#100) Param user_tags must be an array");
        if (tags.Count > 20) throw GraphErrors.Row(100, 2207040);
        foreach (var tag in tags)
        {
            var placed = tag?["x"]?.GetValueKind() == JsonValueKind.Number && tag["y"]?.GetValueKind() == JsonValueKind.Number;
            if (tag?["username"] is null || (kind == "IMAGE" && !placed)) throw GraphErrors.Parameter(call.Host, "(#100) Param user_tags: each tag of a picture needs username, x and y");
        }
    }

    private static void CheckChildren(GraphCall call, WorldAct act, Container parent)
    {
        foreach (var id in parent.Children)
        {
            var child = act.State.Containers.GetValueOrDefault(id);
            if (child is null || child.AccountId != parent.AccountId || child.CreatedAt <= act.Now.AddHours(-24)) throw GraphErrors.Row(24, 2207008);
            if (!child.IsCarouselItem) throw GraphErrors.Parameter(call.Host, $"The container {id} is not a carousel item");
        }
    }

    [GeneratedRegex(@"(?<!\w)#\w")]
    private static partial Regex Hashtags();

    [GeneratedRegex(@"(?<!\w)@\w")]
    private static partial Regex Mentions();
}

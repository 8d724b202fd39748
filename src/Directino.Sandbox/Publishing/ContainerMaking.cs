using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Media;
using Microsoft.Extensions.Options;

namespace Directino.Sandbox.Publishing;

/// <summary><c>POST /{ig-user-id}/media</c>: pictures are fetched and judged at once, films only queued.</summary>
internal sealed partial class ContainerMaking(World world, PictureStore files, MediaFetch fetch, FilmIntake films, IOptions<SandboxOptions> options)
{
    public async Task<JsonNode> Make(GraphCall call)
    {
        ContainerParameters.CheckHost(call);
        var kind = Kind(call);
        var item = call.Flag("is_carousel_item") == true;
        ContainerParameters.CheckKind(call, kind, item);
        CheckWords(call);
        var container = new Container
        {
            Id = "",
            AccountId = call.Node.Account!.Id,
            CreatedAt = world.Now,
            Kind = kind,
            IsVideo = call.Text("image_url") is null && kind != "CAROUSEL",
            IsCarouselItem = item,
            Caption = kind == "STORIES" ? null : call.Text("caption"),
            AltText = call.Text("alt_text"),
            Source = call.Text("image_url") ?? call.Text("video_url"),
            Children = kind == "CAROUSEL" ? call.List("children") : [],
            AiGenerated = call.Flag("is_ai_generated") ?? false,
            SharedToFeed = kind == "REELS" ? call.Flag("share_to_feed") ?? true : null,
            AwaitsUpload = call.Text("upload_type") is not null,
            Details = DetailsReading.Of(call, kind, picture: call.Text("image_url") is not null),
        };
        container = await WithFile(call, await WithCover(call, container));
        return world.Act(Actors.Api, call.RequestId, act =>
        {
            if (kind == "CAROUSEL") CheckChildren(call, act, container);
            if (act.State.MadeSince(container.AccountId, act.Now.AddHours(-24)) >= options.Value.ContainersPerDay) throw GraphErrors.Row(9, 2207042);
            container = container with { Id = act.NextContainerId(), CreatedAt = act.Now };
            act.Record(new ContainerMade(container));
            var answer = GraphAnswer.Id(container.Id);
            if (container.AwaitsUpload) answer["uri"] = $"{call.BaseAddress}{call.Prefix}/ig-api-upload/{call.Version}/{container.Id}";
            return answer;
        });
    }

    private static string Kind(GraphCall call)
    {
        var (image, video) = (call.Text("image_url"), call.Text("video_url"));
        var item = call.Flag("is_carousel_item") == true;
        if (call.Text("upload_type") is { } how)
        {
            if (how != "resumable") throw GraphErrors.Parameter(call.Host, "(#100) Param upload_type must be resumable");
            if (image is not null || video is not null) throw GraphErrors.Parameter(call.Host, "(#100) A resumable upload has no image_url and no video_url");
            video = "";
        }
        switch (call.Text("media_type")?.ToUpperInvariant())
        {
            case null or "IMAGE":
                if (video is not null) throw GraphErrors.Missing(call.Host, "media_type");
                return image is not null ? "IMAGE" : throw GraphErrors.Missing(call.Host, "image_url");
            case "CAROUSEL":
                if (item) throw GraphErrors.Parameter(call.Host, "A carousel cannot be a carousel item");
                return call.List("children").Count is >= 2 and <= 10 ? "CAROUSEL" : throw GraphErrors.Row(100, 2207028);
            case "STORIES":
                if (item) throw GraphErrors.Parameter(call.Host, "Stories cannot be carousel items");
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
        if (container.AwaitsUpload || container.Kind == "CAROUSEL") return container;
        if (container.IsVideo) return await films.Fetch(call.Host, container, call.Needed("video_url"), call.Cancelled);
        var bytes = await fetch.Bytes(call.Host, "image_url", call.Needed("image_url"), ImageCheck.LargestBytes, call.Cancelled);
        ImageCheck.Demand(bytes, feed: container.Kind == "IMAGE");
        return container with { File = files.Keep(bytes, ".jpg") };
    }

    private async Task<Container> WithCover(GraphCall call, Container container)
    {
        if (container.Details.CoverUrl is not { } address) return container;
        var bytes = await fetch.Bytes(call.Host, "cover_url", address, ImageCheck.LargestBytes, call.Cancelled);
        ImageCheck.Demand(bytes, feed: false);
        return container with { Details = container.Details with { CoverFile = files.Keep(bytes, ".jpg") } };
    }

    private static void CheckWords(GraphCall call)
    {
        if (call.Text("caption") is { } caption && (caption.Length > 2200 || Hashtags().Count(caption) > 30 || Mentions().Count(caption) > 20)) throw GraphErrors.Row(36004, 2207010);
        if (call.Text("alt_text") is { Length: > 1000 }) throw GraphErrors.Parameter(call.Host, "The parameter alt_text must have at most 1000 characters");
    }

    private static void CheckChildren(GraphCall call, WorldAct act, Container parent)
    {
        foreach (var id in parent.Children)
        {
            var child = act.State.Containers.GetValueOrDefault(id);
            if (child is null || child.AccountId != parent.AccountId || child.CreatedAt <= act.Now.AddHours(-24)) throw GraphErrors.Row(24, 2207008);
            if (!child.IsCarouselItem) throw GraphErrors.Parameter(call.Host, $"The container {id} is not a carousel item");
        }
        if (parent.Children.Distinct(StringComparer.Ordinal).Count() < parent.Children.Count) throw GraphErrors.Parameter(call.Host, "(#100) Param children must not name a container twice");
    }

    [GeneratedRegex(@"(?<!\w)#\w")]
    private static partial Regex Hashtags();

    [GeneratedRegex(@"(?<!\w)@\w")]
    private static partial Regex Mentions();
}

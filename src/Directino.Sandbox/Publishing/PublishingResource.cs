using System.Globalization;
using System.Text.Json.Nodes;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Login;
using Directino.Sandbox.Media;
using Microsoft.Extensions.Options;

namespace Directino.Sandbox.Publishing;

/// <summary>Container, status, publish, limit.</summary>
internal sealed class PublishingResource(World world, ContainerMaking making, ContainerStatus status, IOptions<SandboxOptions> options) : IGraphResource
{
    private const int Window = 86400;

    public IEnumerable<GraphRoute> Routes =>
    [
        new("POST", NodeKind.Account, "media", "media", making.Make) { Instagram = Scopes.Publish, Facebook = Scopes.FacebookPublish },
        new("GET", NodeKind.Container, "", "container", status.Show) { Instagram = Scopes.Publish, Facebook = Scopes.FacebookPublish },
        new("POST", NodeKind.Account, "media_publish", "media_publish", Publish) { Instagram = Scopes.Publish, Facebook = Scopes.FacebookPublish },
        new("GET", NodeKind.Account, "content_publishing_limit", "content_publishing_limit", Limit) { Instagram = Scopes.Publish, Facebook = Scopes.FacebookPublish },
    ];

    private JsonObject Publish(GraphCall call)
    {
        var creation = call.Needed("creation_id");
        var account = call.Node.Account!.Id;
        return world.Act(Actors.Api, call.RequestId, act =>
        {
            var container = act.State.Containers.GetValueOrDefault(creation);
            if (container is null || container.AccountId != account || container.IsCarouselItem) throw GraphErrors.Row(24, 2207008);
            Demand(act, container);
            var (media, children) = Post(act, container);
            act.Record(new Published(media, children, container.Id));
            return GraphAnswer.Id(media.Id);
        });
    }

    /// <summary>The order in which Meta's page and the checklist name the checks.</summary>
    private void Demand(WorldAct act, Container container)
    {
        var code = status.Of(act.State, container, act.Now);
        if (code == "EXPIRED") throw GraphErrors.Row(24, 2207008);
        if (code is "IN_PROGRESS" or "ERROR") throw GraphErrors.Row(9007, 2207027);
        if (code == "PUBLISHED") throw GraphErrors.Row(24, 2207008);
        if (act.State.PublishedSince(container.AccountId, act.Now.AddSeconds(-Window)) >= options.Value.QuotaTotal) throw GraphErrors.Row(9, 2207042);
        var account = act.State.Accounts[container.AccountId];
        if (account.Restricted) throw GraphErrors.Row(25, 2207050);
        if (account.BlockedAsSpam) throw GraphErrors.Row(4, 2207051);
    }

    private static (MediaPost Media, List<MediaPost> Children) Post(WorldAct act, Container container)
    {
        var children = container.Children.Select((id, index) => (Item: act.State.Containers[id], Id: act.NextMediaId(index + 1)))
            .Select(child => Of(child.Item, child.Id, act.Now) with { Caption = null }).ToList();
        var media = Of(container, act.NextMediaId(), act.Now);
        if (children.Count > 0)
        {
            media = media with { Children = [.. children.Select(c => c.Id)], File = children[0].Cover };
            children = [.. children.Select(c => c with { ParentId = media.Id })];
        }
        return (media, children);
    }

    private static MediaPost Of(Container container, string id, DateTimeOffset now) => new()
    {
        Id = id,
        AccountId = container.AccountId,
        Timestamp = now,
        Caption = container.Caption,
        AltText = container.AltText,
        MediaType = container.Kind == "CAROUSEL" ? "CAROUSEL_ALBUM" : container.IsVideo ? "VIDEO" : "IMAGE",
        ProductType = container.Kind switch { "REELS" => "REELS", "STORIES" => "STORY", _ => "FEED" },
        File = container.File,
        PosterFile = container.PosterFile,
        Film = container.Film,
        Details = container.Details,
        Shortcode = Ids.Shortcode(id),
        AiGenerated = container.AiGenerated,
        SharedToFeed = container.SharedToFeed,
        ContainerId = container.Id,
    };

    private JsonObject Limit(GraphCall call)
    {
        var asked = call.Fields;
        foreach (var field in asked)
        {
            if (field.Name is not ("config" or "quota_usage")) throw GraphErrors.UnknownField(call.Host, field.Name, "IGContentPublishingLimit");
        }
        var since = call.Text("since") is { } text && long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var unix)
            ? DateTimeOffset.FromUnixTimeSeconds(unix) : world.Now.AddSeconds(-Window);
        var row = new JsonObject();
        if (asked.Count == 0 || asked.Any(f => f.Name == "quota_usage")) row["quota_usage"] = world.Read(state => state.PublishedSince(call.Node.Account!.Id, since));
        if (asked.Any(f => f.Name == "config")) row["config"] = new JsonObject { ["quota_total"] = options.Value.QuotaTotal, ["quota_duration"] = Window };
        return new JsonObject { ["data"] = new JsonArray(row) };
    }
}

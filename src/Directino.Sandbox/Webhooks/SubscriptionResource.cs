using System.Text.Json.Nodes;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Login;
using Microsoft.Extensions.Options;

namespace Directino.Sandbox.Webhooks;

/// <summary>Who gets which updates: per account (<c>subscribed_apps</c>) and for the app (<c>subscriptions</c>).</summary>
internal sealed class SubscriptionResource(World world, WebhookCallback callback, IOptions<SandboxOptions> options) : IGraphResource
{
    public IEnumerable<GraphRoute> Routes =>
    [
        .. On(NodeKind.Account, Scopes.Basic, Scopes.PageMetadata),
        .. On(NodeKind.Page, null, Scopes.PageMetadata),
        new("POST", NodeKind.App, "subscriptions", "subscriptions", SetApp) { Facebook = "" },
        new("GET", NodeKind.App, "subscriptions", "subscriptions", ShowApp) { Facebook = "" },
    ];

    private IEnumerable<GraphRoute> On(NodeKind kind, string? instagram, string facebook) =>
    [
        new("POST", kind, "subscribed_apps", "subscribed_apps", Subscribe) { Instagram = instagram, Facebook = facebook },
        new("GET", kind, "subscribed_apps", "subscribed_apps", Show) { Instagram = instagram, Facebook = facebook },
        new("DELETE", kind, "subscribed_apps", "subscribed_apps", Unsubscribe) { Instagram = instagram, Facebook = facebook },
    ];

    private JsonObject Subscribe(GraphCall call)
    {
        var known = call.Node.Kind == NodeKind.Page ? WebhookFields.Page : WebhookFields.Instagram;
        var fields = call.List("subscribed_fields");
        if (fields.Count == 0) throw GraphErrors.Missing(call.Host, "subscribed_fields");
        for (var i = 0; i < fields.Count; i++)
        {
            if (!known.Contains(fields[i])) throw GraphErrors.Parameter(call.Host, $"(#100) Param subscribed_fields[{i}] must be one of {{{string.Join(", ", known)}}}");
        }
        if (call.Node.Kind == NodeKind.Page && fields.Contains("messages") && !call.Token.Scopes.Contains(Scopes.PageMessaging))
        {
            throw new GraphException(ErrorTable.Of(200) with { Message = "(#200) To subscribe to the messages field, one of these permissions is needed: pages_messaging" });
        }
        world.Act(Actors.Api, call.RequestId, act => act.Record(new Subscribed(call.Host, call.Node.Account!.Id, [.. fields.Distinct()])));
        return GraphAnswer.Success();
    }

    private JsonObject Show(GraphCall call)
    {
        var fields = world.Read(state => state.Subscriptions.GetValueOrDefault((call.Host, call.Node.Account!.Id)));
        var rows = new JsonArray();
        if (fields is not null)
        {
            rows.Add(new JsonObject
            {
                ["name"] = "Directino Sandbox",
                ["id"] = call.Host == ApiHost.Instagram ? options.Value.AppId : options.Value.MetaAppId,
                ["subscribed_fields"] = new JsonArray([.. fields]),
            });
        }
        return new JsonObject { ["data"] = rows };
    }

    private JsonObject Unsubscribe(GraphCall call)
    {
        world.Act(Actors.Api, call.RequestId, act => act.Record(new Unsubscribed(call.Host, call.Node.Account!.Id)));
        return GraphAnswer.Success();
    }

    private async Task<JsonNode> SetApp(GraphCall call)
    {
        if (call.Needed("object") != "instagram") throw GraphErrors.Parameter(call.Host, "(#100) Param object must be instagram");
        var fields = call.List("fields");
        if (fields.FirstOrDefault(f => !WebhookFields.Instagram.Contains(f)) is { } unknown) throw GraphErrors.Parameter(call.Host, $"(#100) Unknown field {unknown}");
        var refused = await callback.Set(call.Needed("callback_url"), call.Needed("verify_token"), fields.Count == 0 ? null : fields, call.Cancelled);
        return refused is null ? GraphAnswer.Success() : throw new GraphException(new(400, $"(#2200) Callback verification failed: {refused}", "OAuthException", 2200));
    }

    private JsonObject ShowApp(GraphCall call) => world.Read(state => new JsonObject
    {
        ["data"] = state.Callback is null ? new JsonArray() : new JsonArray(new JsonObject
        {
            ["object"] = "instagram",
            ["callback_url"] = state.Callback,
            ["active"] = true,
            ["fields"] = new JsonArray([.. state.AppFields.Select(field => new JsonObject { ["name"] = field, ["version"] = call.Version })]),
        }),
    });
}

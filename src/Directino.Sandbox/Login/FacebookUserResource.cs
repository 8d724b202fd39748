using System.Text.Json.Nodes;
using Directino.Sandbox.Accounts;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;

namespace Directino.Sandbox.Login;

/// <summary>The Facebook user behind a token: Pages, permissions.</summary>
internal sealed class FacebookUserResource(World world) : IGraphResource
{
    public IEnumerable<GraphRoute> Routes =>
    [
        new("GET", NodeKind.FacebookUser, "", "facebook_user", Show) { Facebook = "" },
        new("GET", NodeKind.FacebookUser, "accounts", "accounts", Pages) { Facebook = Scopes.PageList },
        new("GET", NodeKind.FacebookUser, "permissions", "permissions", Permissions) { Facebook = "" },
        new("DELETE", NodeKind.FacebookUser, "permissions", "permissions", Deauthorize) { Facebook = "" },
        new("GET", NodeKind.Page, "", "page", ShowPage) { Facebook = "" },
    ];

    private static readonly FieldTable<PageRow> PageFields = new("Page",
        new("id", row => row.Page.PageId, @default: true),
        new("name", row => row.Page.PageName, @default: true),
        new("category", _ => "Local business"),
        new("category_list", _ => new JsonArray(new JsonObject { ["id"] = "2301", ["name"] = "Local business" })),
        new("tasks", _ => new JsonArray("ANALYZE", "ADVERTISE", "MESSAGING", "MODERATE", "CREATE_CONTENT", "MANAGE")),
        new("access_token", row => row.Token),
        new("instagram_business_account", (call, row, asked) => AccountResource.Show(call, row.Page, asked.Within)),
        new("connected_instagram_account", (call, row, asked) => AccountResource.Show(call, row.Page, asked.Within)));

    private JsonObject Show(GraphCall call)
    {
        foreach (var field in call.Fields)
        {
            if (field.Name is not ("id" or "name")) throw GraphErrors.UnknownField(call.Host, field.Name, "User");
        }
        var owner = world.Read(state => state.Accounts.Values.First(a => a.FacebookUserId == call.Token.FacebookUserId));
        return new() { ["name"] = owner.Name, ["id"] = call.Token.FacebookUserId };
    }

    private JsonObject Pages(GraphCall call) => world.Act(Actors.Api, call.RequestId, act =>
    {
        var asked = call.Fields.Count > 0 ? call.Fields : FieldSelection.Parse("access_token,category,category_list,name,id,tasks");
        PageFields.Check(call, asked);
        var pages = call.Token.ChosenAccounts.Select(id => act.State.Accounts[id]).ToList();
        return GraphPage.Of(call, pages, page => page.PageId, page =>
        {
            // A Page is shown with the token made for this person and app.
            var token = asked.Any(field => field.Name == "access_token") ? TokenMint.Page(act, call.Token, page.Id).Value : null;
            return PageFields.Project(call, new(page, token), asked);
        }, most: 100);
    });

    private static JsonObject ShowPage(GraphCall call) => PageFields.Project(call, new(call.Node.Account!, call.Token.Kind == TokenKind.Page ? call.Token.Value : null), call.Fields);

    private JsonObject Permissions(GraphCall call)
    {
        var declined = world.Read(state => state.Codes.Values.Where(c => c.Facebook && c.AccountIds.SequenceEqual(call.Token.ChosenAccounts))
            .OrderBy(c => c.IssuedAt).LastOrDefault()?.Declined ?? []);
        var rows = call.Token.Scopes.Select(scope => (scope, "granted")).Concat(declined.Except(call.Token.Scopes).Select(scope => (scope, "declined")));
        return new() { ["data"] = new JsonArray([.. rows.Select(row => new JsonObject { ["permission"] = row.Item1, ["status"] = row.Item2 })]) };
    }

    private JsonObject Deauthorize(GraphCall call) => world.Act(Actors.Api, call.RequestId, act =>
    {
        foreach (var token in act.State.Tokens.Values.Where(t => t.FacebookUserId == call.Token.FacebookUserId && t.EndedWith is null).ToList())
        {
            act.Record(new TokenEnded(token.Value, token.Id, token.AccountId, 458));
        }
        return GraphAnswer.Success();
    });

    private sealed record PageRow(SandboxAccount Page, string? Token);
}

using System.Text.Json.Nodes;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Login;
using Microsoft.Extensions.Options;

namespace Directino.Sandbox.Accounts;

/// <summary>The professional account: <c>/me</c> on the Instagram host, <c>/{ig-user-id}</c> on both.</summary>
internal sealed class AccountResource(IOptions<SandboxOptions> options) : IGraphResource
{
    private static readonly FieldTable<SandboxAccount> Fields = new("IGUser",
        // On the Instagram host /me has the app-scoped id here; the account's own id is user_id.
        new("id", (call, account, _) => call.Host == ApiHost.Instagram ? account.AppScopedId : account.Id, Default: true),
        new("user_id", account => account.Id, only: ApiHost.Instagram),
        new("username", account => account.Username),
        new("name", account => account.Name),
        new("account_type", account => account.AccountType, only: ApiHost.Instagram),
        new("biography", account => account.Biography),
        new("website", account => account.Website),
        new("followers_count", account => account.Followers),
        new("follows_count", account => account.Follows),
        new("media_count", (call, account, _) => call.World.Read(state => state.MediaOf(account.Id).Count(m => m.ProductType != "STORY"))),
        new("profile_picture_url", (call, account, _) => account.PictureFile is { } file ? call.FileAddress(file) : null),
        new("has_profile_pic", account => account.PictureFile is not null, only: ApiHost.Facebook),
        new("is_published", _ => true, only: ApiHost.Facebook),
        new("legacy_instagram_user_id", account => account.Id[5..], only: ApiHost.Facebook),
        new("shopping_product_tag_eligibility", (call, account, _) => Eligibility(call, account), Only: ApiHost.Facebook));

    public IEnumerable<GraphRoute> Routes =>
    [
        new("GET", NodeKind.Account, "", "account", Answer) { Instagram = Scopes.Basic, Facebook = Scopes.FacebookBasic },
    ];

    public static JsonObject Show(GraphCall call, SandboxAccount account, IReadOnlyList<FieldSelection> asked) => Fields.Project(call, account, asked);

    /// <summary>Without the shop's permissions this field fails the whole call.</summary>
    private static JsonNode Eligibility(GraphCall call, SandboxAccount account) =>
        call.Token.Scopes.Contains(Scopes.ShoppingTags) && call.Token.Scopes.Contains(Scopes.CatalogManagement) ? account.MayTagProducts : throw GraphErrors.Row(10);

    private JsonObject Answer(GraphCall call)
    {
        var answer = Show(call, call.Node.Account!, call.Fields);
        return options.Value.WrapMe && call.Host == ApiHost.Instagram ? new JsonObject { ["data"] = new JsonArray(answer) } : answer;
    }
}

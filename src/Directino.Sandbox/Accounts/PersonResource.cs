using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Login;

namespace Directino.Sandbox.Accounts;

/// <summary>The profile of somebody who has written: <c>GET /{IGSID}</c>. Who only commented has not consented.</summary>
internal sealed class PersonResource(World world) : IGraphResource
{
    private static readonly FieldTable<GraphNode> Fields = new("IGUser",
        new("id", node => node.Id, @default: true),
        new("name", node => node.Person.Name, @default: true),
        new("username", node => node.Person.Username, @default: true),
        new("profile_pic", (call, node, _) => node.Person.PictureFile is { } file ? call.FileAddress(file) : null, Default: true),
        new("follower_count", node => node.Person.Followers, @default: true),
        new("is_user_follow_business", node => node.Person.FollowedAccounts.Contains(node.Account!.Id), @default: true),
        new("is_business_follow_user", _ => false, @default: true),
        new("is_verified_user", node => node.Person.Verified, @default: true));

    public IEnumerable<GraphRoute> Routes =>
    [
        new("GET", NodeKind.Person, "", "person", Show) { Instagram = Scopes.Messages, Facebook = Scopes.FacebookMessages },
    ];

    private System.Text.Json.Nodes.JsonObject Show(GraphCall call)
    {
        var (person, account) = (call.Node.Person, call.Node.Account!);
        var consented = world.Read(state => state.Conversations.GetValueOrDefault((account.Id, person.Id))?.WindowOpenedAt is not null);
        if (!consented || person.BlockedAccounts.Contains(account.Id)) throw GraphErrors.Row(230);
        return Fields.Project(call, call.Node, call.Fields);
    }
}

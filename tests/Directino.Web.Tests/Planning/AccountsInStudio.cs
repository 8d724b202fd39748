using Directino.Accounts;
using Directino.Instagram;
using Directino.Web.Tests.Studio;

namespace Directino.Web.Tests.Planning;

/// <summary>Accounts that stand in a workspace and are never spoken for.</summary>
internal static class AccountsInStudio
{
    /// <summary>One with everything allowed.</summary>
    public static async Task<Guid> Account(this WebStudio studio, WorkspaceId workspace, string username, InstagramLogin login = InstagramLogin.Instagram)
    {
        var id = AccountId.New(studio.Clock);
        var account = new ConnectedAccount
        {
            Id = id, WorkspaceId = workspace, Login = login, InstagramId = $"1784{Math.Abs(id.GetHashCode())}", AppScopedId = username, Username = username, TimeZone = "Europe/Lisbon",
            Scopes = string.Join(' ', Scopes.ToAsk(login, Enum.GetValues<Capability>())), ConnectedAt = studio.Clock.GetUtcNow(), ConnectedBy = PersonId.New(studio.Clock),
        };
        await using var db = studio.Database.Open(workspace);
        db.Add(account);
        await db.SaveChangesAsync(CancellationToken.None);
        return id.Value;
    }
}

using Directino.Accounts;
using Directino.Accounts.Tokens;
using Directino.Instagram;
using Directino.Persistence;

namespace Directino.Tests.Studio;

/// <summary>A workspace in the studio, with its owner, and what a test does in it.</summary>
public sealed class TestWorkspace(Studio studio, WorkspaceId id, PersonId owner)
{
    private static readonly string[] WebhookFields = ["comments", "live_comments", "messages", "message_reactions", "messaging_postbacks", "messaging_seen"];

    public Studio Studio { get; } = studio;

    public WorkspaceId Id { get; } = id;

    public PersonId Owner { get; } = owner;

    public DirectinoContext Open() => Studio.Database.Open(Id);

    /// <summary>Connects one of the sandbox's accounts, all scopes granted unless some are named.</summary>
    public Task<ConnectedAccount> Connect(string username, params string[] scopes) => Connect(username, InstagramLogin.Instagram, scopes);

    public async Task<ConnectedAccount> Connect(string username, InstagramLogin by, params string[] scopes)
    {
        var login = await Studio.Sandbox.LogIn(username, scopes, by);
        var now = Studio.Clock.GetUtcNow();
        var account = new ConnectedAccount
        {
            Id = AccountId.New(Studio.Clock),
            WorkspaceId = Id,
            Login = by,
            InstagramId = login.UserId,
            AppScopedId = login.AppScopedId,
            PageId = login.PageId,
            Username = username,
            TimeZone = "Europe/Lisbon",
            Scopes = string.Join(' ', login.Scopes),
            TokenIssuedAt = now,
            TokenExpiresAt = now + TimeSpan.FromDays(60),
            ConnectedAt = now,
            ConnectedBy = Owner,
        };
        account.SealedToken = await Studio.Get<TokenVault>().Seal(Id, account.Id, login.Token, CancellationToken.None);
        await using var db = Open();
        db.Add(account);
        foreach (var hook in Studio.Get<IEnumerable<IAccountConnected>>())
            await hook.Connected(account, db, CancellationToken.None);
        await db.SaveChangesAsync();
        var access = await Studio.Get<AccountAccess>().For(account, CancellationToken.None);
        await Studio.Get<InstagramClient>().Subscriptions.Subscribe(access!, WebhookFields);
        return account;
    }
}

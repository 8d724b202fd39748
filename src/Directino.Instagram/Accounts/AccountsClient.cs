using Directino.Instagram.Errors;
using Directino.Instagram.Wire;

namespace Directino.Instagram.Accounts;

/// <summary>Reads the professional account itself (auth.md section 6).</summary>
public sealed class AccountsClient
{
    // One list per host: a field a host does not know makes the whole call fail.
    private const string InstagramFields =
        "id,user_id,username,name,account_type,profile_picture_url,followers_count,follows_count,media_count";

    private const string FacebookFields = "id,username,name,profile_picture_url,followers_count,follows_count,media_count";

    private readonly GraphTransport _graph;

    internal AccountsClient(GraphTransport graph) => _graph = graph;

    /// <summary>The account of an access.</summary>
    /// <exception cref="LoginNeededException">The token is dead.</exception>
    public Task<InstagramAccount> Me(InstagramAccess access, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        return access is { Login: InstagramLogin.Facebook, AccountId.Length: > 0 }
            ? Read(access, Uri.EscapeDataString(access.AccountId), FacebookFields, cancellation)
            : Me(access.Login, access.Token, cancellation);
    }

    /// <summary>The account a token belongs to, right after login when its id is not known yet.</summary>
    /// <param name="login">The login product.</param>
    /// <param name="token">Instagram User token, or Page token.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="ObjectGoneException">Facebook Login: no professional account is linked to the Page.</exception>
    public Task<InstagramAccount> Me(InstagramLogin login, string token, CancellationToken cancellation = default) => Read(
        new InstagramAccess(login, "", token), "me",
        login == InstagramLogin.Facebook ? $"instagram_business_account{{{FacebookFields}}}" : InstagramFields, cancellation);

    private async Task<InstagramAccount> Read(InstagramAccess access, string node, string fields, CancellationToken cancellation)
    {
        var answer = await _graph.Get(access, node, Query.Of("fields", fields), InstagramJson.Default.AccountWire, cancellation);

        // The guide wraps the answer in a list, live calls do not.
        if (answer.Data is [var first, ..]) answer = first;
        if (access.Login == InstagramLogin.Facebook && node == "me")
        {
            answer = answer.InstagramBusinessAccount ?? throw new ObjectGoneException("No professional Instagram account is linked to this Page.");
        }

        var id = answer.UserId ?? answer.Id ?? throw new TryLaterException("The answer names no account.");
        return new InstagramAccount
        {
            Id = answer.Id ?? id, UserId = id, Username = answer.Username, Name = answer.Name, AccountType = answer.AccountType,
            ProfilePictureUrl = answer.ProfilePictureUrl, FollowersCount = answer.FollowersCount, FollowsCount = answer.FollowsCount,
            MediaCount = answer.MediaCount,
        };
    }
}

using System.Text;

namespace Directino.Instagram.Login;

/// <summary>A Page the person manages and the Instagram account behind it (auth.md sections 3.4 and 3.5).</summary>
/// <param name="PageId">The Page.</param>
/// <param name="PageName">Its name.</param>
/// <param name="PageToken">Token to act with; without end when got with a long-lived user token. Never printed. Null when the person's role gives none.</param>
/// <param name="Tasks">What the person may do on the Page: <c>CREATE_CONTENT</c>, <c>MODERATE</c>, <c>PROFILE_PLUS_...</c></param>
/// <param name="AccountId">The linked professional account; null when none is linked.</param>
/// <param name="Username">Its handle.</param>
/// <param name="ProfilePictureUrl">Its picture; expires.</param>
public sealed record LinkedAccount(
    string PageId, string? PageName, string? PageToken, IReadOnlyList<string> Tasks, string? AccountId, string? Username, string? ProfilePictureUrl)
{
    /// <summary>Access through this Page; null when no account is linked or no token was given.</summary>
    public InstagramAccess? ToAccess() =>
        AccountId is { } account && PageToken is { } token ? new InstagramAccess(InstagramLogin.Facebook, account, token, PageId) : null;

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("PageId = ").Append(PageId).Append(", AccountId = ").Append(AccountId);
        return true;
    }
}

internal sealed record PageWire
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public string? AccessToken { get; init; }

    public IReadOnlyList<string>? Tasks { get; init; }

    public PageAccountWire? InstagramBusinessAccount { get; init; }
}

internal sealed record PageAccountWire
{
    public string? Id { get; init; }

    public string? Username { get; init; }

    public string? ProfilePictureUrl { get; init; }
}

internal sealed record PermissionWire
{
    public string? Permission { get; init; }

    public string? Status { get; init; }
}

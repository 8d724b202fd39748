namespace Directino.Sandbox.Accounts;

/// <summary>A follower or passer-by: somebody who comments and writes, and has no app.</summary>
public sealed record Person
{
    /// <summary>The sandbox's own key of the person, by default the username.</summary>
    public required string Id { get; init; }
    public required string Username { get; init; }
    public string? Name { get; init; }
    public int Followers { get; init; }
    public bool Verified { get; init; }
    public string? PictureFile { get; init; }

    /// <summary>Ids of the accounts this person follows.</summary>
    public IReadOnlyList<string> FollowedAccounts { get; init; } = [];

    /// <summary>Ids of the accounts this person has blocked.</summary>
    public IReadOnlyList<string> BlockedAccounts { get; init; } = [];
}

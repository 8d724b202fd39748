namespace Directino.Instagram.Accounts;

/// <summary>A professional account (auth.md section 6).</summary>
public sealed record InstagramAccount
{
    /// <summary>App-scoped id on Instagram Login; on Facebook Login the same as <see cref="UserId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The account id that webhooks carry: key records on this one.</summary>
    public required string UserId { get; init; }

    /// <summary>The handle, without @.</summary>
    public string? Username { get; init; }

    /// <summary>Display name.</summary>
    public string? Name { get; init; }

    /// <summary><c>BUSINESS</c> or <c>MEDIA_CREATOR</c> (also seen in other casing); Instagram Login only.</summary>
    public string? AccountType { get; init; }

    /// <summary>Picture; the address expires. Null when there is none.</summary>
    public string? ProfilePictureUrl { get; init; }

    /// <summary>People who follow the account; null when not told.</summary>
    public long? FollowersCount { get; init; }

    /// <summary>Accounts it follows; null when not told.</summary>
    public long? FollowsCount { get; init; }

    /// <summary>Media it has published; null when not told.</summary>
    public long? MediaCount { get; init; }
}

internal sealed record AccountWire
{
    public string? Id { get; init; }

    public string? UserId { get; init; }

    public string? Username { get; init; }

    public string? Name { get; init; }

    public string? AccountType { get; init; }

    public string? ProfilePictureUrl { get; init; }

    public long? FollowersCount { get; init; }

    public long? FollowsCount { get; init; }

    public long? MediaCount { get; init; }

    public AccountWire? InstagramBusinessAccount { get; init; }

    public IReadOnlyList<AccountWire>? Data { get; init; }
}

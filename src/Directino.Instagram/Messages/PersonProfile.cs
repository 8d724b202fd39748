namespace Directino.Instagram.Messages;

/// <summary>Profile of a person who wrote to the account (messaging.md section 6).</summary>
public sealed record PersonProfile
{
    /// <summary>IGSID.</summary>
    public string? Id { get; init; }

    /// <summary>Display name; may be missing.</summary>
    public string? Name { get; init; }

    /// <summary>Handle.</summary>
    public string? Username { get; init; }

    /// <summary>Picture; the address expires after a few days.</summary>
    public string? ProfilePic { get; init; }

    /// <summary>People who follow this person.</summary>
    public long? FollowerCount { get; init; }

    /// <summary>The person follows the account.</summary>
    public bool? IsUserFollowBusiness { get; init; }

    /// <summary>The account follows the person.</summary>
    public bool? IsBusinessFollowUser { get; init; }

    /// <summary>Instagram has verified the person.</summary>
    public bool? IsVerifiedUser { get; init; }
}

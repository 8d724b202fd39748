namespace Directino.Sandbox.Login;

public sealed record AccessToken
{
    /// <summary>A name that may be shown; the value may not.</summary>
    public required string Id { get; init; }
    public required string Value { get; init; }
    public required TokenKind Kind { get; init; }

    /// <summary>The Instagram account (Instagram token) or the Page's account (Page token); null for Facebook users and apps.</summary>
    public string? AccountId { get; init; }
    public string? FacebookUserId { get; init; }
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Accounts whose Pages a Facebook user has chosen in the dialog.</summary>
    public IReadOnlyList<string> ChosenAccounts { get; init; } = [];
    public required DateTimeOffset IssuedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Error subcode of code 190 once the token was ended early (458 removed, 460 password, 467 invalid ...).</summary>
    public int? EndedWith { get; init; }
}

public enum TokenKind { InstagramShort, InstagramLong, FacebookShort, FacebookLong, Page, App }

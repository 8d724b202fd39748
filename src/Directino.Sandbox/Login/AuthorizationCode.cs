namespace Directino.Sandbox.Login;

public sealed record AuthorizationCode
{
    public required string Value { get; init; }
    public required bool Facebook { get; init; }
    public required string ClientId { get; init; }
    public required string RedirectUri { get; init; }
    public required IReadOnlyList<string> Granted { get; init; }
    public required IReadOnlyList<string> Declined { get; init; }

    /// <summary>One account for Instagram Login, any number for the Facebook dialog.</summary>
    public required IReadOnlyList<string> AccountIds { get; init; }
    public required DateTimeOffset IssuedAt { get; init; }
    public bool Used { get; init; }
}

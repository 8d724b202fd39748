using Directino.Accounts;
using Directino.Instagram;

namespace Directino.Web.Accounts;

/// <summary>A connected account as programs see it. Never with its token.</summary>
public sealed record AccountAnswer(
    Guid Id,
    InstagramLogin Login,
    string InstagramId,
    string Username,
    string? Name,
    string? AccountType,
    AccountState State,
    string TimeZone,
    int? FollowersCount,
    DateTimeOffset ConnectedAt,
    DateTimeOffset? TokenExpiresAt,
    IReadOnlyList<CapabilityAnswer> Capabilities)
{
    public static AccountAnswer Of(ConnectedAccount account) => new(
        account.Id.Value, account.Login, account.InstagramId, account.Username, account.Name, account.AccountType, account.State, account.TimeZone,
        account.FollowersCount, account.ConnectedAt, account.TokenExpiresAt,
        [.. Scopes.OfferedBy(account.Login).Select(c => Of(account, c))]);

    private static CapabilityAnswer Of(ConnectedAccount account, Capability capability) => new(
        capability, string.Join(' ', Scopes.All(account.Login, capability)), Scopes.Granted(account, capability), account.Allows(capability));
}

/// <summary>What may be done: by the scopes Instagram granted, and by the user's own switch.</summary>
/// <param name="Scope">The permission it needs, or several with spaces between.</param>
public sealed record CapabilityAnswer(Capability Capability, string Scope, bool Granted, bool On);

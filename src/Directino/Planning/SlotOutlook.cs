using Directino.Accounts;
using Directino.Planning.Quotas;

namespace Directino.Planning;

/// <summary>How things will stand with an account at the time of a post, as far as that is known now.</summary>
/// <param name="Token">Null where the account has no token that ends, or waits for somebody to log in.</param>
/// <param name="Quota">Null where Instagram has not said how many posts it allows.</param>
public sealed record SlotOutlook(DateTimeOffset At, TokenOutlook? Token, QuotaOutlook? Quota);

/// <summary>Whether the access to an account lasts until a post.</summary>
public sealed record TokenOutlook(DateTimeOffset EndsAt, TokenStanding Standing)
{
    public static TokenOutlook? Of(ConnectedAccount account, DateTimeOffset at) => account is { State: AccountState.Connected, TokenExpiresAt: { } ends }
        ? new TokenOutlook(ends, ends > at ? TokenStanding.Holds : account.TokenWarnedDays is null ? TokenStanding.IsRenewed : TokenStanding.Ends)
        : null;
}

public enum TokenStanding
{
    /// <summary>It ends after the post.</summary>
    Holds,

    /// <summary>It ends before the post, and is renewed by itself long before that.</summary>
    IsRenewed,

    /// <summary>It ends before the post, and renewing it has failed until now.</summary>
    Ends,
}

/// <summary>What of an account's quota is taken by the time of a post, itself not counted.</summary>
/// <param name="Full">Why the post has no room then; null when it has.</param>
public sealed record QuotaOutlook(int Used, PostQuota Quota, QuotaFull? Full);

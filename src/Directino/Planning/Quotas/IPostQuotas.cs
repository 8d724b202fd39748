using Directino.Accounts;

namespace Directino.Planning.Quotas;

/// <summary>Knows what Instagram says of an account's quota. Asked before a plan is changed, never while the database waits.</summary>
public interface IPostQuotas
{
    /// <summary>What holds for a post at an instant; null when Instagram has never said it.</summary>
    Task<QuotaReading?> For(WorkspaceId workspace, AccountId account, DateTimeOffset at, CancellationToken ct);
}

/// <summary>A quota as Instagram said it.</summary>
/// <param name="Elsewhere">Posts of other programs that count at the instant that was asked about.</param>
/// <param name="At">When Instagram said so: none of those came later.</param>
public sealed record QuotaReading(PostQuota Quota, int Elsewhere, DateTimeOffset At);

/// <summary>Why a post has no room at its time.</summary>
/// <param name="Next">The next time that has room; null when there will be none.</param>
/// <param name="TimeZone">The zone of its account.</param>
public sealed record QuotaFull(PostQuota Quota, DateTimeOffset? Next, string TimeZone);

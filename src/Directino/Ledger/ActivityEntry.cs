using Directino.Accounts;

namespace Directino.Ledger;

/// <summary>An act as people read it.</summary>
/// <param name="FollowerName">Handle of the person it is addressed to, where a feature knows it.</param>
/// <param name="CauseName">What the cause is called; null when it is gone or has no name.</param>
/// <param name="Scope">The permission of Meta's under which it was done.</param>
/// <param name="Reason">Name of the rule that refused it, or of the error that ended or delays it.</param>
public sealed record ActivityEntry(
    ActId Id, string Kind, ActState State, AccountId AccountId, string AccountName, string? FollowerId, string? FollowerName,
    CauseKind CauseKind, Guid CauseId, string? CauseDetail, string? CauseName, Guid SubjectId, Capability Capability, string Scope,
    DateTimeOffset CreatedAt, DateTimeOffset? EndedAt, DateTimeOffset DueAt, int Attempts, string? InstagramId, string? Reason, string? ErrorDetail)
{
    public bool IsAutomatic => CauseKind != CauseKind.Member;
}

/// <summary>Some entries, newest first, and where the next begin; null at the end.</summary>
public sealed record ActivityPage(IReadOnlyList<ActivityEntry> Entries, ActId? Next);

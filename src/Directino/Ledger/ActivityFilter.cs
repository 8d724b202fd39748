using Directino.Accounts;

namespace Directino.Ledger;

/// <summary>Which acts somebody wants to see; null leaves open.</summary>
public sealed record ActivityFilter(AccountId? Account = null, CauseKind? Cause = null, Guid? CauseId = null, ActState? State = null, Guid? Subject = null);

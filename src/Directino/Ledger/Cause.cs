using Directino.Accounts;

namespace Directino.Ledger;

/// <summary>Who or what caused an act. <paramref name="Id"/> is the member, workflow, post or policy; <paramref name="Detail"/> what of it (the step, the comment that triggered it; of a member the API key it came through).</summary>
public sealed record Cause(CauseKind Kind, Guid Id, string? Detail = null)
{
    /// <param name="through">Name of the API key with which a program did it as the member; null: by hand.</param>
    public static Cause Member(PersonId person, string? through = null) => new(CauseKind.Member, person.Value, through);

    public static Cause Workflow(Guid workflow, string detail) => new(CauseKind.Workflow, workflow, detail);

    public static Cause Schedule(Guid post) => new(CauseKind.Schedule, post);

    public static Cause Policy(Guid subject, string detail) => new(CauseKind.Policy, subject, detail);

    /// <summary>A member did it by hand; everything else is automatic and marked as such wherever it is shown.</summary>
    public bool IsAutomatic => Kind != CauseKind.Member;
}

public enum CauseKind
{
    Member,
    Workflow,
    Schedule,
    Policy,
}

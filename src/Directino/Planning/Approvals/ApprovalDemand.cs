using Directino.Accounts;

namespace Directino.Planning.Approvals;

/// <summary>
/// What a workspace demands before a post goes out, and the whole course of an approval. Nothing here is remembered: where a post stands
/// is told anew from its steps, so that a changed rule holds for every post at once.
/// </summary>
/// <param name="Kind">Whose word is waited for.</param>
/// <param name="Approvers">The named members who still may approve.</param>
public sealed record ApprovalDemand(ApprovalKind Kind, IReadOnlySet<PersonId> Approvers)
{
    public static readonly ApprovalDemand Nothing = new(ApprovalKind.None, new HashSet<PersonId>());

    /// <summary>How long what somebody wants changed may be, in characters.</summary>
    public const int LongestSentence = 1000;

    /// <summary>Where a post stands. An approval holds for the edition it was given for: whatever is changed afterwards waits again.</summary>
    /// <param name="edition">The post's present edition.</param>
    /// <param name="steps">Everything that was said about it, in order.</param>
    public ApprovalState Of(int edition, IEnumerable<ApprovalStep> steps)
    {
        if (Kind == ApprovalKind.None)
            return ApprovalState.NotAsked;
        var (state, approvals) = Replay(edition, steps);
        return state == ApprovalState.Waiting && IsMetBy(approvals) ? ApprovalState.Approved : state;
    }

    /// <summary>The members whose word is still waited for.</summary>
    /// <inheritdoc cref="Of"/>
    public IReadOnlySet<PersonId> Awaited(int edition, IReadOnlyList<ApprovalStep> steps) =>
        Of(edition, steps) != ApprovalState.Waiting || Kind == ApprovalKind.Client ? new HashSet<PersonId>()
        : Approvers.Except(Replay(edition, steps).Approvals.Select(s => s.PersonId).OfType<PersonId>()).ToHashSet();

    /// <summary>Whether a post that stands so may be published.</summary>
    public bool IsCleared(ApprovalState state) => Kind == ApprovalKind.None || state == ApprovalState.Approved;

    /// <summary>Null when the author may ask for approval; otherwise the rule that forbids it.</summary>
    public string? MayAsk(ApprovalState state) =>
        Kind == ApprovalKind.None ? ApprovalRules.NotNeeded
        : state is ApprovalState.Waiting or ApprovalState.Approved ? ApprovalRules.AskedAlready
        : null;

    /// <summary>Null when they may approve; otherwise the rule that forbids it.</summary>
    public string? MayApprove(Reviewer by, ApprovalState state) =>
        MayDecide(by) is { } rule ? rule
        : state switch
        {
            ApprovalState.Waiting => null,
            ApprovalState.Approved => ApprovalRules.DecidedAlready,
            _ => ApprovalRules.NotAsked,
        };

    /// <summary>Null when they may ask for changes, also of what is approved; otherwise the rule that forbids it.</summary>
    /// <param name="hasRemarks">What they remarked and is open says what is to be changed, too.</param>
    public string? MayAskForChanges(Reviewer by, ApprovalState state, string? sentence, bool hasRemarks = false) =>
        MayDecide(by) is { } rule ? rule
        : state is not (ApprovalState.Waiting or ApprovalState.Approved) ? ApprovalRules.NotAsked
        : string.IsNullOrWhiteSpace(sentence) ? (hasRemarks ? null : ApprovalRules.SentenceMissing)
        : sentence.Trim().Length > LongestSentence ? ApprovalRules.SentenceTooLong
        : null;

    /// <summary>Null when the rule waits for their word.</summary>
    public string? MayDecide(Reviewer by) => Kind switch
    {
        ApprovalKind.None => ApprovalRules.NotNeeded,
        ApprovalKind.Client => by.Person is null ? null : ApprovalRules.NotApprover,
        ApprovalKind.OneOf or ApprovalKind.AllOf => by.Person is { } person && Approvers.Contains(person) ? null : ApprovalRules.NotApprover,
    };

    private static (ApprovalState State, List<ApprovalStep> Approvals) Replay(int edition, IEnumerable<ApprovalStep> steps)
    {
        var state = ApprovalState.NotAsked;
        List<ApprovalStep> approvals = [];
        foreach (var step in steps)
        {
            switch (step.Kind)
            {
                case ApprovalStepKind.Asked:
                    state = ApprovalState.Waiting;
                    break;
                case ApprovalStepKind.ChangesAsked:
                    state = ApprovalState.ChangesAsked;
                    approvals.Clear();
                    break;
                case ApprovalStepKind.Approved when step.Edition == edition:
                    approvals.Add(step);
                    break;
            }
        }

        return (state, approvals);
    }

    /// <summary>Who was named when they approved has approved, also when they have left since; of all, those are waited for who are there.</summary>
    private bool IsMetBy(List<ApprovalStep> approvals) => Kind switch
    {
        ApprovalKind.None => true,
        ApprovalKind.OneOf => approvals.Exists(s => s.PersonId is not null),
        ApprovalKind.AllOf => approvals.Exists(s => s.PersonId is not null) && Approvers.All(a => approvals.Exists(s => s.PersonId == a)),
        ApprovalKind.Client => approvals.Exists(s => s.PersonId is null),
    };
}

/// <summary>Who decides: a member, or a client who gives a name, by a link.</summary>
public sealed record Reviewer(PersonId? Person, string? Name, ClientLinkId? Link)
{
    public static Reviewer Member(PersonId person) => new(person, null, null);

    public static Reviewer Client(string name, ClientLinkId link) => new(null, name, link);
}

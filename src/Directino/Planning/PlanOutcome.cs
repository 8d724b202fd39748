namespace Directino.Planning;

/// <summary>What became of something asked of a plan.</summary>
public abstract record PlanOutcome
{
    private PlanOutcome() { }

    public sealed record Done(Post Post) : PlanOutcome;

    /// <summary>It may not be: every reason, the first one to mend first.</summary>
    public sealed record Refused(IReadOnlyList<Objection> Objections) : PlanOutcome
    {
        /// <summary>The next time at which nothing of that would stand in its way; null where time does not help.</summary>
        public DateTimeOffset? NextTime => Objections is [{ Full: { } full }] ? full.Next : null;
    }

    /// <summary>It cannot be any more: it is gone, on its way, or somebody else changed it (<see cref="PostRules"/>).</summary>
    public sealed record Conflict(string Rule) : PlanOutcome;
}

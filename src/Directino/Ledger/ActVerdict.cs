namespace Directino.Ledger;

/// <summary>What a kind makes of an error it knows better than the general rule.</summary>
public abstract record ActVerdict
{
    private ActVerdict() { }

    internal abstract void Apply(Act act, DateTimeOffset now, string detail);

    /// <summary>It did not happen; try again after the delay.</summary>
    public sealed record Retry(TimeSpan After, string Reason) : ActVerdict
    {
        internal override void Apply(Act act, DateTimeOffset now, string detail) => act.TryAgain(now + After, Reason, detail);
    }

    /// <summary>It cannot happen.</summary>
    public sealed record Fail(string Reason) : ActVerdict
    {
        internal override void Apply(Act act, DateTimeOffset now, string detail) => act.End(ActState.Failed, now, reason: Reason, detail: detail);
    }

    /// <summary>It may have happened after all; look.</summary>
    public sealed record LookFirst(string Reason) : ActVerdict
    {
        internal override void Apply(Act act, DateTimeOffset now, string detail) => act.LoseSight(now, Reason, detail);
    }
}

namespace Directino.Planning.Evergreen;

/// <summary>What became of something asked of a pool.</summary>
public abstract record EvergreenOutcome
{
    private EvergreenOutcome() { }

    public sealed record Done : EvergreenOutcome;

    /// <summary>A rule of <see cref="EvergreenRules"/> or <see cref="PostRules"/>.</summary>
    public sealed record Refused(string Rule) : EvergreenOutcome;

    /// <summary>What Instagram would object to.</summary>
    public sealed record Objected(IReadOnlyList<Objection> Objections, PostContent Content) : EvergreenOutcome;
}

/// <summary>Names of the rules of pools. Resources hold their words under <c>Rule.{name}</c>.</summary>
public static class EvergreenRules
{
    public const string TooMany = "too-many-evergreen";
    public const string AlreadyThere = "evergreen-already-there";
    public const string LimitsOutside = "evergreen-limits-outside";
    public const string AccountMissing = "evergreen-account-missing";

    /// <summary>A reel's own sound can be named once; a trial is none the second time.</summary>
    public const string OnlyOnce = "evergreen-only-once";
}

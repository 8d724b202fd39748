namespace Directino.Privacy;

/// <summary>
/// Classifies a stored field that says something about a person. Export, erasure, retention, the public data map and
/// log redaction derive from it; a field that looks personal and carries none fails the tests.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute(PersonalCategory category, string purpose, Retention retention, Eraser eraser) : Attribute
{
    public PersonalCategory Category { get; } = category;

    /// <summary>Why it is kept, in words that can be published.</summary>
    public string Purpose { get; } = purpose;

    public Retention Retention { get; } = retention;

    public Eraser Eraser { get; } = eraser;
}

/// <summary>Marks a stored text or id that says nothing about a person, with the reason.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class NotPersonalAttribute(string reason) : Attribute
{
    public string Reason { get; } = reason;
}

/// <summary>Whose data it is and of which kind.</summary>
public enum PersonalCategory
{
    MemberIdentity,
    MemberContact,
    MemberActivity,
    AccountProfile,
    AccountSecret,
    AccountContent,
    FollowerIdentity,
    FollowerContent,
}

/// <summary>How long it is kept at most.</summary>
public enum Retention
{
    WhilePersonExists,
    WhileWorkspaceExists,
    WhileConnected,
    OneDay,
    ThirtyDays,
    TwelveMonths,
    UntilUsed,
}

/// <summary>What removes it when its person, account or workspace goes, or when its time is over.</summary>
public enum Eraser
{
    WithPerson,
    WithWorkspace,
    WithAccount,
    WithFollower,
    ByAge,
}

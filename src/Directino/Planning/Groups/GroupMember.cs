namespace Directino.Planning.Groups;

/// <summary>One account's post among those that are written as one.</summary>
/// <param name="At">When it goes out, or might.</param>
/// <param name="IsInSlot">Whether its time was taken from the account's timetable.</param>
/// <param name="Post">The post that it is already; null for a new one.</param>
/// <param name="Known">The version of that post which was read.</param>
public sealed record GroupMember(PostContent Content, DateTimeOffset? At, bool IsInSlot = false, PostId? Post = null, int? Known = null)
{
    /// <summary>What a new one is sorted under; one that is there already keeps what it has.</summary>
    public PostSorting Sorting { get; init; } = PostSorting.None;
}

/// <summary>What became of posts that are written as one: all of them, or none.</summary>
public abstract record GroupOutcome
{
    private GroupOutcome() { }

    /// <summary>In the order they were given.</summary>
    public sealed record Done(IReadOnlyList<Post> Posts) : GroupOutcome;

    /// <summary>Everything that each of the refused ones is refused for; nothing was saved of any.</summary>
    public sealed record Refused(IReadOnlyList<MemberRefusal> Members) : GroupOutcome;

    /// <summary>It cannot be any more (<see cref="PostRules"/>, <see cref="GroupRules"/>).</summary>
    /// <param name="Place">Which one it is about; null when it is about all.</param>
    public sealed record Conflict(string Rule, int? Place) : GroupOutcome;
}

/// <param name="Place">Which one, in the order they were given.</param>
public sealed record MemberRefusal(int Place, GroupMember Member, IReadOnlyList<Objection> Objections);

/// <summary>Names of the rules of posts that are written as one. Resources hold their words under <c>Rule.{name}</c>.</summary>
public static class GroupRules
{
    public const int Most = 50;

    public const string AccountTwice = "group-account-twice";
    public const string TooMany = "group-too-many";
    public const string Empty = "group-empty";
    public const string OneAim = "group-one-aim";

    internal static string? Broken(IReadOnlyList<GroupMember> members) =>
        members.Count == 0 ? Empty
        : members.Count > Most ? TooMany
        : members.Select(m => m.Content.Account).Distinct().Count() < members.Count ? AccountTwice
        : null;
}

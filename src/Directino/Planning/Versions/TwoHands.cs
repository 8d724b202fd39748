using Directino.Planning.Groups;

namespace Directino.Planning.Versions;

/// <summary>Two people changed one post: what each of them changed, and both together where they changed different things. Pure.</summary>
/// <param name="ground">What both began from.</param>
/// <param name="theirs">What was saved meanwhile.</param>
/// <param name="mine">What is not saved.</param>
public sealed class TwoHands(PostHand ground, PostHand theirs, PostHand mine)
{
    private const PostChanges Items = PostChanges.Pictures | PostChanges.Descriptions;

    public PostChanges Theirs { get; } = Changes(ground, theirs);

    public PostChanges Mine { get; } = Changes(ground, mine);

    public bool CanMerge => (Wide(Theirs) & Wide(Mine)) == PostChanges.None;

    public PostHand Merged => new(
        GroupCarry.Content(ground.Content, theirs.Content, mine.Content) with { Account = ground.Content.Account == mine.Content.Account ? theirs.Content.Account : mine.Content.Account },
        GroupCarry.Time(ground.Slot, theirs.Slot, mine.Slot));

    private static PostChanges Changes(PostHand before, PostHand after) => PostDifference.Of(before.Content, before.Slot, after.Content, after.Slot);

    /// <summary>Who changes the pictures changes what is said about them.</summary>
    private static PostChanges Wide(PostChanges changes) => (changes & Items) == PostChanges.None ? changes : changes | Items;
}

/// <summary>What a post says and when it is due, as somebody has it.</summary>
public sealed record PostHand(PostContent Content, DateTimeOffset? Slot);

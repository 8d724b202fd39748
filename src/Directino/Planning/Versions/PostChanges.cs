namespace Directino.Planning.Versions;

/// <summary>What differs between two versions of a post, in short words.</summary>
[Flags]
public enum PostChanges
{
    None = 0,
    Account = 1,
    Kind = 2,
    Pictures = 4,

    /// <summary>What is said about a picture: its description, the people on it.</summary>
    Descriptions = 8,
    Caption = 16,
    Options = 32,
    Time = 64,
}

/// <summary>Tells them. Pure.</summary>
public static class PostDifference
{
    public static PostChanges Of(PostContent before, DateTimeOffset? slotBefore, PostContent after, DateTimeOffset? slotAfter)
    {
        var samePictures = before.Items.Select(i => i.Media).SequenceEqual(after.Items.Select(i => i.Media));
        return When(before.Account != after.Account, PostChanges.Account)
            | When(before.Kind != after.Kind, PostChanges.Kind)
            | When(!samePictures || before.Options.Cover != after.Options.Cover, PostChanges.Pictures)
            | When(samePictures && !before.Items.SequenceEqual(after.Items), PostChanges.Descriptions)
            | When((before.Caption ?? "") != (after.Caption ?? ""), PostChanges.Caption)
            | When(before.Options with { Cover = null } != after.Options with { Cover = null }, PostChanges.Options)
            | When(slotBefore != slotAfter, PostChanges.Time);
    }

    private static PostChanges When(bool differs, PostChanges change) => differs ? change : PostChanges.None;
}

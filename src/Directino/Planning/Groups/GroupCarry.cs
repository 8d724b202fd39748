namespace Directino.Planning.Groups;

/// <summary>
/// Carries a change of one post over to another that belongs to it: what said the same as the one before says the same after, what was its own stays. Pure.
/// </summary>
public static class GroupCarry
{
    /// <param name="before">The one that was changed, as it was.</param>
    /// <param name="after">As it is.</param>
    /// <param name="other">The other one.</param>
    public static PostContent Content(PostContent before, PostContent after, PostContent other)
    {
        var sameItems = Shown(before).SequenceEqual(Shown(other));
        return other with
        {
            Kind = Pick(before.Kind, after.Kind, other.Kind),
            Items = Items(before, other).SequenceEqual(other.Items) || (sameItems && !Shown(before).SequenceEqual(Shown(after))) ? Items(after, other) : other.Items,
            Caption = Pick(before.Caption ?? "", after.Caption ?? "", other.Caption ?? ""),
            Options = Options(before.Options, after.Options, other.Options),
        };
    }

    public static DateTimeOffset? Time(DateTimeOffset? before, DateTimeOffset? after, DateTimeOffset? other) => Pick(before, after, other);

    private static PostChoices Options(PostChoices before, PostChoices after, PostChoices other) => other with
    {
        LocationId = Pick(before.LocationId, after.LocationId, other.LocationId),
        LocationName = before.LocationId == other.LocationId ? after.LocationName : other.LocationName,
        Collaborators = before.Collaborators.SequenceEqual(other.Collaborators) ? after.Collaborators : other.Collaborators,
        AiGenerated = Pick(before.AiGenerated, after.AiGenerated, other.AiGenerated),
        PaidPartnership = Pick(before.PaidPartnership, after.PaidPartnership, other.PaidPartnership),
        SponsorIds = before.SponsorIds.SequenceEqual(other.SponsorIds) ? after.SponsorIds : other.SponsorIds,
        FirstComment = Pick(before.FirstComment, after.FirstComment, other.FirstComment),
        CommentsOff = Pick(before.CommentsOff, after.CommentsOff, other.CommentsOff),
        Cover = Pick(before.Cover, after.Cover, other.Cover),
        CoverAt = Pick(before.CoverAt, after.CoverAt, other.CoverAt),
        ShareToFeed = Pick(before.ShareToFeed, after.ShareToFeed, other.ShareToFeed),
        AudioName = Pick(before.AudioName, after.AudioName, other.AudioName),
        Audio = Pick(before.Audio, after.Audio, other.Audio),
        Graduation = Pick(before.Graduation, after.Graduation, other.Graduation),
        Poll = Pick(before.Poll, after.Poll, other.Poll),
        CommentPrompt = Pick(before.CommentPrompt, after.CommentPrompt, other.CommentPrompt),
        ByHand = Pick(before.ByHand, after.ByHand, other.ByHand),
    };

    /// <summary>The items of one as the other would show them: products belong to the shop of an account.</summary>
    private static List<ItemContent> Items(PostContent one, PostContent other) =>
        [.. one.Items.Select(i => one.Account == other.Account ? i : i with { Products = other.Items.FirstOrDefault(o => o.Media == i.Media)?.Products ?? [] })];

    private static IEnumerable<Media.MediaItemId> Shown(PostContent content) => content.Items.Select(i => i.Media);

    private static T Pick<T>(T before, T after, T other) => EqualityComparer<T>.Default.Equals(before, other) ? after : other;
}

using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Publishing;
using Directino.Ledger;
using Directino.Media;
using Directino.Planning.ByHand;

namespace Directino.Planning;

/// <summary>Everything that Instagram, the account or the clock would object to in a post (API reference, publishing sections 3 and 4).</summary>
public static class PostCheck
{
    /// <param name="content">What the author wrote.</param>
    /// <param name="account">The account it goes to; null when none is chosen.</param>
    /// <param name="media">Its items of the library, and its cover, as far as they are there.</param>
    /// <param name="slot">When it is to go out; null when no time is chosen.</param>
    /// <param name="now">The present.</param>
    /// <returns>The first one to mend first; empty when it may be scheduled.</returns>
    public static IReadOnlyList<Objection> Objections(
        PostContent content, ConnectedAccount? account, IReadOnlyCollection<MediaItem> media, DateTimeOffset? slot, DateTimeOffset now) =>
        content.Options.ByHand ? [.. All(content, account, media, slot, now).Where(HandCheck.Blocks)] : [.. All(content, account, media, slot, now)];

    /// <summary>What of the files Instagram's app will change, where a post is posted by hand; empty for every other post.</summary>
    public static IReadOnlyList<Objection> Advice(PostContent content, IReadOnlyCollection<MediaItem> media) =>
        content.Options.ByHand ? [.. OfItems(content, media).Concat(OfCover(content, media)).Where(HandCheck.Advises)] : [];

    private static IEnumerable<Objection> All(
        PostContent content, ConnectedAccount? account, IReadOnlyCollection<MediaItem> media, DateTimeOffset? slot, DateTimeOffset now) =>
        [
            .. OfAccount(account),
            .. OfItems(content, media),
            .. ProductCheck.Objections(content, account, media),
            .. OfCaption(content),
            .. OfOptions(content, account, KindOf(content, media)),
            .. OfCover(content, media),
            .. OfSlot(slot, now),
        ];

    /// <summary>What Instagram will call it, by what its first item is.</summary>
    public static ContainerKind KindOf(PostContent content, IReadOnlyCollection<MediaItem> media) =>
        content.ContainerKind(content.Items is [var first, ..] ? media.FirstOrDefault(m => m.Id == first.Media)?.Kind : null);

    /// <summary>What Instagram will call one of its items.</summary>
    public static ContainerKind KindOf(PostContent content, MediaKind item, IReadOnlyCollection<MediaItem> media) =>
        content is { Kind: PostKind.Post, Items.Count: > 1 }
            ? item == MediaKind.Video ? ContainerKind.CarouselVideo : ContainerKind.CarouselImage
            : KindOf(content, media);

    private static IEnumerable<Objection> OfAccount(ConnectedAccount? account)
    {
        if (account is null)
            yield return new(PostField.Account, PostRules.AccountMissing);
        else if (Gate.Standing(account, Capability.Publish) is { } refusal)
            yield return new(PostField.Account, refusal.Rule);
    }

    private static IEnumerable<Objection> OfItems(PostContent content, IReadOnlyCollection<MediaItem> media)
    {
        if (content.Items.Count == 0)
            yield return new(PostField.Media, content.Kind == PostKind.Reel ? PostRules.VideoMissing : PostRules.PictureMissing);
        else if (content.Kind != PostKind.Post && content.Items.Count > 1)
            yield return new(PostField.Media, content.Kind == PostKind.Reel ? PostRules.ReelIsOneVideo : PostRules.StoryIsOneItem);
        else if (content.Items.Count > InstagramLimits.CarouselItemsMost)
            yield return new(PostField.Media, PostRules.TooManyItems);

        foreach (var (place, written) in content.Items.Index())
        {
            if (media.FirstOrDefault(m => m.Id == written.Media) is not { } item)
            {
                yield return new(PostField.Media, PostRules.PictureMissing, place);
                continue;
            }

            foreach (var objection in OfItem(content, written, item, place, KindOf(content, item.Kind, media)))
                yield return objection;
        }
    }

    private static IEnumerable<Objection> OfItem(PostContent content, ItemContent written, MediaItem item, int place, ContainerKind kind)
    {
        if (content.Kind == PostKind.Reel && item.Kind != MediaKind.Video)
            yield return new(PostField.Media, PostRules.ReelNeedsVideo, place);
        else if (kind == ContainerKind.Image && item.Kind == MediaKind.Video)
            yield return new(PostField.Media, PostRules.VideoIsReel, place);
        else
        {
            foreach (var rule in MediaRules.Broken(item, kind))
                yield return new(PostField.Media, PostRules.Of(rule), place, new MediaFault(item, kind, rule));
        }

        if (written.AltText?.Trim().Length > InstagramLimits.AltTextCharacters)
            yield return new(PostField.AltText, PostRules.AltTextTooLong, place);
        else if (!string.IsNullOrWhiteSpace(written.AltText) && Denied(PublishingOption.AltText, kind, null) is { } silent)
            yield return new(PostField.AltText, silent, place);
        if (written.People.Count > InstagramLimits.UserTags)
            yield return new(PostField.People, PostRules.TooManyPeople, place);
        var needsPlace = PublishingOptions.Of(PublishingOption.TagPositions, kind, InstagramLogin.Facebook).IsRequired;
        if (written.People.Any(p => p.Username.Length == 0 || (needsPlace && p.X is null) || p.X is null != p.Y is null || p.X is < 0 or > 1 || p.Y is < 0 or > 1))
            yield return new(PostField.People, PostRules.PersonWithoutPlace, place);
    }

    private static IEnumerable<Objection> OfCaption(PostContent content)
    {
        var count = CaptionLimits.Count(content.Caption);
        if (count.Characters > InstagramLimits.CaptionCharacters)
            yield return new(PostField.Caption, PostRules.CaptionTooLong);
        if (count.Hashtags > InstagramLimits.CaptionHashtags)
            yield return new(PostField.Caption, PostRules.TooManyHashtags);
        if (count.Mentions > InstagramLimits.CaptionMentions)
            yield return new(PostField.Caption, PostRules.TooManyMentions);
    }

    private static IEnumerable<Objection> OfOptions(PostContent content, ConnectedAccount? account, ContainerKind kind)
    {
        var o = content.Options;
        foreach (var (option, field) in Used(content))
        {
            if (Denied(option, kind, account?.Login) is { } rule)
                yield return new(field, rule);
        }

        if (o.Collaborators.Count > InstagramLimits.Collaborators)
            yield return new(PostField.Collaborators, PostRules.TooManyCollaborators);
        if (o.SponsorIds.Count > InstagramLimits.Sponsors)
            yield return new(PostField.Partnership, PostRules.TooManySponsors);
        if (o.FirstComment?.Length > InstagramLimits.CaptionCharacters)
            yield return new(PostField.FirstComment, PostRules.CommentTooLong);
        if (o is { FirstComment: not null, CommentsOff: true })
            yield return new(PostField.FirstComment, PostRules.CommentsAreOff);
        if (o.Poll?.Options.Count < InstagramLimits.PollOptionsLeast)
            yield return new(PostField.Poll, PostRules.PollTooFew);
        if (o.Poll?.Options.Count > InstagramLimits.PollOptionsMost)
            yield return new(PostField.Poll, PostRules.PollTooMany);
        if (o is { Poll: not null, CommentPrompt: true })
            yield return new(PostField.CommentPrompt, PostRules.PollOrPrompt);
        foreach (var objection in AudioCheck.Objections(o))
            yield return objection;
        if (account is not null && (o.FirstComment is not null || o.CommentsOff) && Gate.Standing(account, Capability.Comments) is { } refusal)
            yield return new(o.FirstComment is not null ? PostField.FirstComment : PostField.Comments, refusal.Rule);
    }

    private static IEnumerable<Objection> OfCover(PostContent content, IReadOnlyCollection<MediaItem> media)
    {
        if (content.Options.Cover is { } cover)
        {
            if (media.FirstOrDefault(m => m.Id == cover) is not { Kind: MediaKind.Picture } picture)
                yield return new(PostField.Cover, PostRules.CoverMissing);
            else if (MediaRules.BrokenAsCover(picture).Contains(MediaRule.TooLarge))
                yield return new(PostField.Cover, PostRules.CoverTooLarge);
        }
        else if (content.Options.CoverAt is { } at && content.Items is [var first, ..]
            && media.FirstOrDefault(m => m.Id == first.Media)?.Duration is { } length && (at < TimeSpan.Zero || at >= length))
            yield return new(PostField.Cover, PostRules.CoverOutsideVideo);
    }

    private static IEnumerable<Objection> OfSlot(DateTimeOffset? slot, DateTimeOffset now)
    {
        if (slot is null)
            yield return new(PostField.Slot, PostRules.SlotMissing);
        else if (slot < now)
            yield return new(PostField.Slot, PostRules.SlotInThePast);
    }

    /// <summary>The options that the author made use of.</summary>
    private static IEnumerable<(PublishingOption Option, PostField Field)> Used(PostContent content)
    {
        var o = content.Options;
        if (CaptionLimits.Tidy(content.Caption).Length > 0)
            yield return (PublishingOption.Caption, PostField.Caption);
        if (o.LocationId is not null)
            yield return (PublishingOption.Location, PostField.Location);
        if (o.Collaborators.Count > 0)
            yield return (PublishingOption.Collaborators, PostField.Collaborators);
        if (o.AiGenerated)
            yield return (PublishingOption.AiLabel, PostField.AiLabel);
        if (o.PaidPartnership || o.SponsorIds.Count > 0)
            yield return (PublishingOption.PaidPartnership, PostField.Partnership);
        if (o.FirstComment is not null)
            yield return (PublishingOption.FirstComment, PostField.FirstComment);
        if (o.CommentsOff)
            yield return (PublishingOption.CommentsSwitch, PostField.Comments);
        if (o.Cover is not null)
            yield return (PublishingOption.Cover, PostField.Cover);
        if (o.CoverAt is not null)
            yield return (PublishingOption.ThumbOffset, PostField.Cover);
        if (o.ShareToFeed is not null)
            yield return (PublishingOption.ShareToFeed, PostField.ShareToFeed);
        if (o.AudioName is not null)
            yield return (PublishingOption.AudioName, PostField.AudioName);
        if (o.Audio is not null)
            yield return (PublishingOption.Audio, PostField.Audio);
        if (o.Graduation is not null)
            yield return (PublishingOption.GraduationStrategy, PostField.Graduation);
        if (o.Poll is not null)
            yield return (PublishingOption.Poll, PostField.Poll);
        if (o.CommentPrompt)
            yield return (PublishingOption.CommentPrompt, PostField.CommentPrompt);
    }

    /// <summary>The name of a reason why an option is not possible; null when there is none.</summary>
    public static string? RuleOf(OptionDenial? denial) => denial switch
    {
        null => null,
        OptionDenial.FacebookLoginOnly => PostRules.FacebookLoginOnly,
        OptionDenial.NotOnStories => PostRules.NotOnStories,
        OptionDenial.PicturesOnly => PostRules.PicturesOnly,
        OptionDenial.VideosOnly => PostRules.VideosOnly,
        OptionDenial.ReelsOnly or OptionDenial.TrialReelsOnly => PostRules.ReelsOnly,
        OptionDenial.PollOrPrompt => PostRules.PollOrPrompt,
        OptionDenial.AudioOrName => PostRules.AudioOrName,
        _ => PostRules.NotOnThisKind,
    };

    /// <summary>The rule by which an option is not possible; without an account, only what no login offers.</summary>
    internal static string? Denied(PublishingOption option, ContainerKind kind, InstagramLogin? login) =>
        RuleOf(PublishingOptions.Of(option, kind, login ?? InstagramLogin.Facebook).Denial);
}

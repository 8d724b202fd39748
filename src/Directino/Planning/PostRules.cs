using Directino.Instagram.Publishing;
using Directino.Media;
using Directino.Planning.Quotas;

namespace Directino.Planning;

/// <summary>Names of the rules of a post. Resources hold their words under <c>Rule.{name}</c>.</summary>
public static class PostRules
{
    public const string CaptionTooLong = "caption-too-long";
    public const string TooManyHashtags = "too-many-hashtags";
    public const string TooManyMentions = "too-many-mentions";
    public const string PictureMissing = "picture-missing";
    public const string VideoMissing = "video-missing";
    public const string ReelNeedsVideo = "reel-needs-video";
    public const string ReelIsOneVideo = "reel-is-one-video";
    public const string StoryIsOneItem = "story-is-one-item";

    /// <summary>Instagram shows every single video among the reels.</summary>
    public const string VideoIsReel = "video-is-reel";
    public const string TooManyItems = "too-many-items";
    public const string TooManyPeople = "too-many-people";
    public const string PersonWithoutPlace = "person-without-place";
    public const string TooManyProducts = "too-many-products";
    public const string ProductTwice = "product-twice";
    public const string ProductWithoutPlace = "product-without-place";

    /// <summary>Videos have no place for a product.</summary>
    public const string ProductWithPlace = "product-with-place";
    public const string TooManyCollaborators = "too-many-collaborators";
    public const string TooManySponsors = "too-many-sponsors";
    public const string CommentTooLong = "comment-too-long";
    public const string CommentsAreOff = "comments-are-off";
    public const string PollTooFew = "poll-too-few";
    public const string PollTooMany = "poll-too-many";

    /// <summary>A post has a poll or a comment prompt, not both.</summary>
    public const string PollOrPrompt = "poll-or-prompt";

    /// <summary>A reel has a sound of the catalogue, or a name for its own one, not both.</summary>
    public const string AudioOrName = "audio-or-name";

    /// <summary>How loud a sound is goes from 0 to 100.</summary>
    public const string AudioVolume = "audio-volume";
    public const string CoverMissing = "cover-missing";
    public const string CoverTooLarge = "cover-too-large";
    public const string CoverOutsideVideo = "cover-outside-video";
    public const string FacebookLoginOnly = "facebook-login-only";
    public const string NotOnStories = "not-on-stories";
    public const string PicturesOnly = "pictures-only";
    public const string VideosOnly = "videos-only";
    public const string ReelsOnly = "reels-only";
    public const string NotOnThisKind = "not-on-this-kind";
    public const string AltTextTooLong = "alt-text-too-long";
    public const string SlotMissing = "slot-missing";
    public const string SlotInThePast = "slot-in-the-past";
    /// <summary>Another post was put into this slot of the timetable a moment before.</summary>
    public const string SlotTaken = "slot-taken";
    /// <summary>Instagram takes so many posts within its window, and so many stand there already.</summary>
    public const string QuotaFull = "quota-full";
    public const string AccountMissing = "account-missing";

    /// <summary>It is published, or on its way: too late to change it.</summary>
    public const string UnderWay = "under-way";

    /// <summary>Somebody else saved it since it was read.</summary>
    public const string ChangedMeanwhile = "changed-meanwhile";

    /// <summary>The row of a file is a post already.</summary>
    public const string AlreadyImported = "already-imported";

    /// <summary>Only posts of one account exchange their times, and only two of them.</summary>
    public const string OtherAccount = "other-account";

    public const string NotThere = "not-there";
    public const string NotScheduled = "not-scheduled";

    /// <summary>Its moment passed by more than the workspace's grace.</summary>
    public const string TooLate = "slot-missed";
    public const string Withdrawn = "withdrawn";
    public const string OldVersion = "old-version";

    /// <summary>What the library says of an item (<see cref="Objection.Fault"/>).</summary>
    public static string Of(MediaRule rule) => $"media-{rule}";
}

/// <summary>Which part of the form a rule is about.</summary>
public enum PostField
{
    Account,
    Media,
    AltText,
    People,
    Products,
    Caption,
    Location,
    Collaborators,
    AiLabel,
    Partnership,
    FirstComment,
    Comments,
    Cover,
    ShareToFeed,
    AudioName,
    Audio,
    Graduation,
    Poll,
    CommentPrompt,
    Slot,
    Approval,

    /// <summary>The address of what was posted by hand.</summary>
    Permalink,
}

/// <summary>What stands between a draft and its publication.</summary>
/// <param name="Item">Position of the item it is about; null when it is about the post.</param>
/// <param name="Fault">What the library holds against an item, when it is that.</param>
/// <param name="Full">What of the account's quota is used up, when it is that.</param>
public sealed record Objection(PostField Field, string Rule, int? Item = null, MediaFault? Fault = null, QuotaFull? Full = null);

/// <summary>A rule that an item breaks where it is meant to stand.</summary>
public sealed record MediaFault(MediaItem Item, ContainerKind Use, MediaRule Rule);

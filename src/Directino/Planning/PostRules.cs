namespace Directino.Planning;

/// <summary>Names of the rules of a post. Resources hold their words under <c>Rule.{name}</c>.</summary>
public static class PostRules
{
    public const string CaptionTooLong = "caption-too-long";
    public const string TooManyHashtags = "too-many-hashtags";
    public const string TooManyMentions = "too-many-mentions";
    public const string PictureMissing = "picture-missing";
    public const string PictureShape = "picture-shape";
    public const string AltTextTooLong = "alt-text-too-long";
    public const string SlotMissing = "slot-missing";
    public const string SlotInThePast = "slot-in-the-past";
    public const string AccountMissing = "account-missing";

    /// <summary>It is published, or on its way: too late to change it.</summary>
    public const string UnderWay = "under-way";

    /// <summary>Somebody else saved it since it was read.</summary>
    public const string ChangedMeanwhile = "changed-meanwhile";

    public const string NotThere = "not-there";
    public const string NotScheduled = "not-scheduled";

    /// <summary>Its moment passed by more than the workspace's grace.</summary>
    public const string TooLate = "slot-missed";
    public const string Withdrawn = "withdrawn";
    public const string OldVersion = "old-version";
}

/// <summary>Which part of the form a rule is about.</summary>
public enum PostField
{
    Account,
    Picture,
    Caption,
    AltText,
    Slot,
}

/// <summary>What stands between a draft and its publication.</summary>
public sealed record Objection(PostField Field, string Rule);

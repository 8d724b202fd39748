namespace Directino.Planning;

/// <summary>Names, in the due index and the ledger, of what is done to bring a post out. Planning sets and clears them; Publishing does them.</summary>
public static class PostWork
{
    /// <summary>Due: make the container, shortly before the slot.</summary>
    public const string Prepare = "prepare-post";

    /// <summary>Due: the slot itself.</summary>
    public const string Slot = "publish-post";

    /// <summary>Due: look whether anything will stand in the way at the slot.</summary>
    public const string Rehearse = "rehearse-post";

    /// <summary>Due: remind of a post that is to be posted by hand, then miss it.</summary>
    public const string AwaitHand = "await-hand";

    /// <summary>Due: look whether what was posted by hand has been seen at Instagram.</summary>
    public const string FindByHand = "find-by-hand";

    /// <summary>Act: hand picture and caption to Instagram. Repeating it has no effect anybody sees.</summary>
    public const string CreateContainer = "create-container";

    /// <summary>Act: make it public. Twice is two posts.</summary>
    public const string Publish = "publish-media";

    /// <summary>Act: the account's own comment under what it has just published.</summary>
    public const string FirstComment = "first-comment";

    /// <summary>Act: no comments under it. Repeating it changes nothing.</summary>
    public const string CloseComments = "close-comments";

    /// <summary>Act: delete what is out. Repeating it changes nothing.</summary>
    public const string Delete = "delete-media";

    /// <summary>How long before its slot a post is prepared. A container lives a day; a picture is ready within seconds, a video takes minutes.</summary>
    public static TimeSpan AheadOf(bool video) => TimeSpan.FromMinutes(video ? 30 : 5);

    /// <summary>The next rehearsal of a slot: a day before it, then an hour before it; null when both are over.</summary>
    public static DateTimeOffset? NextRehearsal(DateTimeOffset slot, DateTimeOffset now)
    {
        foreach (var ahead in (TimeSpan[])[TimeSpan.FromDays(1), TimeSpan.FromHours(1)])
        {
            if (slot - ahead > now)
                return slot - ahead;
        }

        return null;
    }
}

namespace Directino.Inbox;

/// <summary>Names of the rules under which an answer is refused. Resources hold their words under <c>Rule.{name}</c>.</summary>
public static class InboxRules
{
    /// <summary>The person last wrote more than 24 hours ago.</summary>
    public const string OutsideWindow = "outside-window";

    /// <summary>A comment allows one private message, and it was sent.</summary>
    public const string PrivateReplyUsed = "private-reply-used";

    /// <summary>The comment is older than 7 days.</summary>
    public const string PrivateReplyTooOld = "private-reply-too-old";

    /// <summary>The person asked for no automated messages.</summary>
    public const string OptedOut = "opted-out";

    /// <summary>More than 1,000 bytes in a message, or 2,200 characters in a comment.</summary>
    public const string TextTooLong = "text-too-long";

    public const string TextEmpty = "text-empty";

    /// <summary>The comment was deleted at Instagram.</summary>
    public const string CommentGone = "comment-gone";

    /// <summary>A hidden comment cannot be answered in public.</summary>
    public const string CommentHidden = "comment-hidden";

    /// <summary>A live comment cannot be answered in public.</summary>
    public const string CommentLive = "comment-live";

    /// <summary>The account does not answer itself.</summary>
    public const string OwnComment = "own-comment";

    /// <summary>Another app controls the conversation.</summary>
    public const string Standby = "standby";

    /// <summary>The person is not known well enough to be written to.</summary>
    public const string PersonUnknown = "person-unavailable";
}

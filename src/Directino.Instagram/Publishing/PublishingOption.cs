namespace Directino.Instagram.Publishing;

/// <summary>Something one may say about a post besides its files. <see cref="PublishingOptions"/> tells where each is possible.</summary>
public enum PublishingOption
{
    /// <summary>The text below the post.</summary>
    Caption,

    /// <summary>Description of a picture for people who do not see it.</summary>
    AltText,

    /// <summary>A place.</summary>
    Location,

    /// <summary>Finding a place by its name.</summary>
    LocationSearch,

    /// <summary>People marked on the post.</summary>
    UserTags,

    /// <summary>Where on the picture a marked person is.</summary>
    TagPositions,

    /// <summary>Co-authors.</summary>
    Collaborators,

    /// <summary>Products of the account's shop.</summary>
    ProductTags,

    /// <summary>A picture of one's own as the cover.</summary>
    Cover,

    /// <summary>A frame of the film as the cover.</summary>
    ThumbOffset,

    /// <summary>Whether a reel may show in the feed, too.</summary>
    ShareToFeed,

    /// <summary>Name of the reel's own sound.</summary>
    AudioName,

    /// <summary>A track or original sound of Instagram's catalogue under the reel.</summary>
    Audio,

    /// <summary>How a trial reel becomes an ordinary one.</summary>
    GraduationStrategy,

    /// <summary>Instagram's label for synthetic media.</summary>
    AiLabel,

    /// <summary>The label "Paid partnership".</summary>
    PaidPartnership,

    /// <summary>The brands named in that label.</summary>
    Sponsors,

    /// <summary>A poll below the caption.</summary>
    Poll,

    /// <summary>An invitation to comment.</summary>
    CommentPrompt,

    /// <summary>Sending the film itself instead of a public address.</summary>
    ResumableUpload,

    /// <summary>A comment of the account right after publishing.</summary>
    FirstComment,

    /// <summary>Comments off, or on again.</summary>
    CommentsSwitch,

    /// <summary>Taking a published post away.</summary>
    Delete,
}

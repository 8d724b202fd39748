namespace Directino.Planning;

/// <summary>Where a post stands on a page. What Instagram calls it beyond that follows from its items (<see cref="PostContent.ContainerKind"/>).</summary>
public enum PostKind
{
    /// <summary>In the feed: a picture, or several pictures and videos to swipe through.</summary>
    Post,

    /// <summary>A video among the reels.</summary>
    Reel,

    /// <summary>A picture or video that stays for 24 hours.</summary>
    Story,
}

namespace Directino.Instagram.Publishing;

/// <summary>What a container becomes (publishing.md section 2).</summary>
public enum ContainerKind
{
    /// <summary>One picture in the feed.</summary>
    Image,

    /// <summary>A picture within a carousel.</summary>
    CarouselImage,

    /// <summary>A film within a carousel.</summary>
    CarouselVideo,

    /// <summary>Two to ten items in one post.</summary>
    Carousel,

    /// <summary>A film; every single film is a reel.</summary>
    Reel,

    /// <summary>A reel that is shown to people who do not follow the account, until it graduates.</summary>
    TrialReel,

    /// <summary>A picture that lives for 24 hours.</summary>
    StoryImage,

    /// <summary>A film that lives for 24 hours.</summary>
    StoryVideo,
}

namespace Directino.Instagram.Publishing;

/// <summary>Every documented limit of publishing (publishing.md). What differs per account (<see cref="PublishingLimit"/>) is not here.</summary>
public static class InstagramLimits
{
    /// <summary>Characters of a caption.</summary>
    public const int CaptionCharacters = 2200;

    /// <summary>Hashtags in a caption.</summary>
    public const int CaptionHashtags = 30;

    /// <summary>Mentions (@) in a caption.</summary>
    public const int CaptionMentions = 20;

    /// <summary>Characters of an alternative text.</summary>
    public const int AltTextCharacters = 1000;

    /// <summary>People marked on one picture, film or story.</summary>
    public const int UserTags = 20;

    /// <summary>Co-authors. Another page of Meta says 5; 3 holds for the parameter.</summary>
    public const int Collaborators = 3;

    /// <summary>Products marked on one picture or film.</summary>
    public const int ProductTags = 5;

    /// <summary>Loudest of a reel's track and of its own sound; silent is 0. <em>Unconfirmed.</em></summary>
    public const int VolumeMost = 100;

    /// <summary>Brands of a paid partnership.</summary>
    public const int Sponsors = 2;

    /// <summary>Fewest items of a carousel.</summary>
    public const int CarouselItemsLeast = 2;

    /// <summary>Most items of a carousel; the app allows 20, the API does not.</summary>
    public const int CarouselItemsMost = 10;

    /// <summary>Fewest answers of a poll.</summary>
    public const int PollOptionsLeast = 2;

    /// <summary>Most answers of a poll.</summary>
    public const int PollOptionsMost = 4;

    /// <summary>Bytes of a picture or cover: the pages say 8 MB, the error says 8 MiB; this is the smaller one.</summary>
    public const long ImageBytes = 8_000_000;

    /// <summary>Narrowest shape of a feed picture, width by height (4:5).</summary>
    public const double ImageAspectLeast = 4.0 / 5;

    /// <summary>Widest shape of a feed picture, width by height.</summary>
    public const double ImageAspectMost = 1.91;

    /// <summary>Narrower pictures are scaled up.</summary>
    public const int ImageWidthLeast = 320;

    /// <summary>Wider pictures are scaled down.</summary>
    public const int ImageWidthMost = 1440;

    /// <summary>The shape that fills a phone (stories, reels, covers), width by height.</summary>
    public const double FullScreenAspect = 9.0 / 16;

    /// <summary>Containers an account may make in 24 hours.</summary>
    public const int ContainersPerDay = 400;

    /// <summary>How long a container waits to be published.</summary>
    public static readonly TimeSpan ContainerLife = TimeSpan.FromHours(24);

    /// <summary>How long a story is shown.</summary>
    public static readonly TimeSpan StoryLife = TimeSpan.FromHours(24);

    /// <summary>How long a poll stays open unless it is told to stay open.</summary>
    public static readonly TimeSpan PollLife = TimeSpan.FromDays(3);

    /// <summary>Films of reels and trial reels.</summary>
    public static readonly VideoLimits Reel = new() { Bytes = 300_000_000, Longest = TimeSpan.FromMinutes(15), AspectLeast = 0.01 };

    /// <summary>Films of stories.</summary>
    public static readonly VideoLimits StoryVideo = new() { Bytes = 100_000_000, Longest = TimeSpan.FromSeconds(60), AspectLeast = 0.1 };

    /// <summary>Films in carousels have no table of their own any more: the reel's, with the old ceiling of a minute.</summary>
    public static readonly VideoLimits CarouselVideo = Reel with { Longest = TimeSpan.FromSeconds(60) };

    /// <summary>The limits of the film of a kind; null for kinds without a film of their own.</summary>
    public static VideoLimits? Video(ContainerKind kind) => kind switch
    {
        ContainerKind.Reel or ContainerKind.TrialReel => Reel,
        ContainerKind.StoryVideo => StoryVideo,
        ContainerKind.CarouselVideo => CarouselVideo,
        _ => null,
    };
}

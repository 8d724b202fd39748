using static Directino.Instagram.Publishing.ContainerKind;
using static Directino.Instagram.Publishing.OptionDenial;

namespace Directino.Instagram.Publishing;

/// <summary>
/// Which option is possible for which kind through which login (publishing.md sections 3, 6, 9 and 12, discovery.md section 7). The client refuses
/// by this table before it sends; a composer shows and hides by it.
/// </summary>
public static class PublishingOptions
{
    private static readonly ContainerKind[] Pictures = [Image, CarouselImage, StoryImage];
    private static readonly ContainerKind[] Items = [CarouselImage, CarouselVideo];
    private static readonly ContainerKind[] Stories = [StoryImage, StoryVideo];
    private static readonly ContainerKind[] AllButReels = [Image, CarouselImage, CarouselVideo, Carousel, StoryImage, StoryVideo];
    private static readonly ContainerKind[] Whole = [Carousel];

    private static readonly Row[] Rows =
    [
        new(PublishingOption.Caption, "caption", (Items, OnTheCarousel), (Stories, NotOnStories)),
        new(PublishingOption.AltText, "alt_text", (Whole, OnTheItems), (Stories, NotOnStories), ([CarouselVideo, Reel, TrialReel], PicturesOnly)),
        new(PublishingOption.Location, "location_id", (Items, OnTheCarousel), (Stories, NotOnStories)),
        new(PublishingOption.LocationSearch, null, (Items, OnTheCarousel), (Stories, NotOnStories)) { Facebook = true },
        new(PublishingOption.UserTags, "user_tags", (Whole, OnTheItems)),
        new(PublishingOption.TagPositions, "user_tags", (Whole, OnTheItems), ([CarouselVideo, Reel, TrialReel], PicturesOnly)) { Required = [Image, CarouselImage] },
        new(PublishingOption.Collaborators, "collaborators", (Items, OnTheCarousel), (Stories, NotOnStories)),
        new(PublishingOption.ProductTags, "product_tags", (Whole, OnTheItems), (Stories, NotOnStories)) { Facebook = true },
        new(PublishingOption.Cover, "cover_url", (AllButReels, ReelsOnly)),
        new(PublishingOption.ThumbOffset, "thumb_offset", (Pictures, VideosOnly), (Whole, OnTheItems), ([StoryVideo], NotOnStories)),
        new(PublishingOption.ShareToFeed, "share_to_feed", (AllButReels, ReelsOnly)),
        new(PublishingOption.AudioName, "audio_name", (AllButReels, ReelsOnly)),
        new(PublishingOption.Audio, "audio_configuration", (AllButReels, ReelsOnly)) { Facebook = true },
        new(PublishingOption.GraduationStrategy, "trial_params", ([.. AllButReels, Reel], TrialReelsOnly)) { Required = [TrialReel] },
        new(PublishingOption.AiLabel, "is_ai_generated", (Items, OnTheCarousel)),
        new(PublishingOption.PaidPartnership, "is_paid_partnership", (Items, OnTheCarousel), (Stories, NotOnStories)) { Facebook = true },
        new(PublishingOption.Sponsors, "branded_content_sponsor_ids", (Items, OnTheCarousel), (Stories, NotOnStories)) { Facebook = true },
        new(PublishingOption.Poll, "poll_attachment", (Items, OnTheCarousel), (Stories, NotOnStories)) { Facebook = true },
        new(PublishingOption.CommentPrompt, "is_comment_prompt_used", (Items, OnTheCarousel), (Stories, NotOnStories)) { Facebook = true },
        new(PublishingOption.ResumableUpload, "upload_type", (Pictures, VideosOnly), (Whole, OnTheItems)) { Facebook = true },
        new(PublishingOption.FirstComment, null, (Items, OnTheCarousel), (Stories, NotOnStories)),
        new(PublishingOption.CommentsSwitch, "comment_enabled", (Items, OnTheCarousel), (Stories, NotOnStories)),
        new(PublishingOption.Delete, null, (Items, OnTheCarousel)) { Facebook = true },
    ];

    /// <summary>Whether an option is possible. A kind that never has it is named before a login that does not offer it.</summary>
    public static OptionRule Of(PublishingOption option, ContainerKind kind, InstagramLogin login)
    {
        var row = Rows[(int)option];
        foreach (var (kinds, denial) in row.Denied)
        {
            if (kinds.Contains(kind)) return new OptionRule(denial);
        }

        return row.Facebook && login != InstagramLogin.Facebook ? new OptionRule(FacebookLoginOnly) : new OptionRule(null, row.Required.Contains(kind));
    }

    /// <summary>All options that are possible for a kind through a login.</summary>
    public static IEnumerable<PublishingOption> For(ContainerKind kind, InstagramLogin login) =>
        Rows.Select(row => row.Option).Where(option => Of(option, kind, login).IsAllowed);

    /// <summary>The permission the person must have granted for it.</summary>
    public static string Permission(PublishingOption option, InstagramLogin login) => (option, login) switch
    {
        (PublishingOption.Delete, _) => "instagram_manage_contents",
        (PublishingOption.ProductTags, InstagramLogin.Facebook) => "instagram_shopping_tag_products",
        (PublishingOption.FirstComment or PublishingOption.CommentsSwitch, InstagramLogin.Facebook) => "instagram_manage_comments",
        (PublishingOption.FirstComment or PublishingOption.CommentsSwitch, _) => "instagram_business_manage_comments",
        (_, InstagramLogin.Facebook) => "instagram_content_publish",
        _ => "instagram_business_content_publish",
    };

    /// <summary>Name of the parameter on the wire; null for what is not one.</summary>
    public static string? Parameter(PublishingOption option) => Rows[(int)option].Parameter;

    private sealed record Row(PublishingOption Option, string? Parameter, params IReadOnlyList<(ContainerKind[] Kinds, OptionDenial Why)> Denied)
    {
        public bool Facebook { get; init; }

        public ContainerKind[] Required { get; init; } = [];
    }
}

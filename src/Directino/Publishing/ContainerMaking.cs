using Directino.Instagram;
using Directino.Instagram.Publishing;
using Directino.Media;
using Directino.Planning;

namespace Directino.Publishing;

/// <summary>Says in the client's words what an author wrote (API reference, publishing sections 2 and 3).</summary>
internal sealed class ContainerMaking(MediaLinks links)
{
    /// <param name="order">What is to be made.</param>
    /// <param name="media">The items of the post and its cover.</param>
    /// <param name="login">Facebook Login takes videos directly; Instagram Login fetches them.</param>
    public ContainerRequest Request(ContainerOrder order, IReadOnlyDictionary<MediaItemId, MediaItem> media, InstagramLogin login)
    {
        var content = order.Content;
        if (order.Position is { } position)
            return Item(content.Items[position], media, login);
        return content.Kind switch
        {
            PostKind.Reel => Reel(content, media, login),
            PostKind.Story => Story(content, media, login),
            _ when order.Children.Count > 0 => Said(new CarouselContainer { Children = order.Children }, content),
            _ => Said(Picture(content.Items[0], media), content),
        };
    }

    /// <summary>The video that has to be sent after the container is made; null when Instagram fetches it, or there is none.</summary>
    public static MediaItem? ToUpload(ContainerOrder order, IReadOnlyDictionary<MediaItemId, MediaItem> media, InstagramLogin login)
    {
        if (login != InstagramLogin.Facebook || order.Children.Count > 0)
            return null;
        var item = media[order.Content.Items[order.Position ?? 0].Media];
        return item.Kind == MediaKind.Video ? item : null;
    }

    /// <summary>The files that Instagram fetches by their links, in the post's order, with its cover; without an account, all of them.</summary>
    public static IEnumerable<MediaItem> Fetched(PostContent content, IReadOnlyCollection<MediaItem> media, InstagramLogin? login)
    {
        var cover = content.Kind == PostKind.Reel ? content.Options.Cover : null;
        return content.Items.Select(i => i.Media).Concat(cover is { } picture ? [picture] : [])
            .Select(id => media.FirstOrDefault(m => m.Id == id)).OfType<MediaItem>().Where(m => m.Kind == MediaKind.Picture || login != InstagramLogin.Facebook);
    }

    private ImageContainer Picture(ItemContent item, IReadOnlyDictionary<MediaItemId, MediaItem> media) => new()
    {
        ImageUrl = links.For(media[item.Media]), AltText = item.AltText, UserTags = Tags(item), ProductTags = Products(item),
    };

    private ContainerRequest Item(ItemContent item, IReadOnlyDictionary<MediaItemId, MediaItem> media, InstagramLogin login) =>
        media[item.Media] is { Kind: MediaKind.Video } video
            ? new CarouselVideoContainer { Video = Source(video, login), TaggedUsers = Handles(item), ProductIds = ProductIds(item) }
            : new CarouselImageContainer { ImageUrl = links.For(media[item.Media]), AltText = item.AltText, UserTags = Tags(item), ProductTags = Products(item) };

    private PostContainer Reel(PostContent content, IReadOnlyDictionary<MediaItemId, MediaItem> media, InstagramLogin login)
    {
        var options = content.Options;
        return Said(
            new ReelContainer
            {
                Video = Source(media[content.Items[0].Media], login),
                CoverUrl = options.Cover is { } cover ? links.For(media[cover]) : null,
                ThumbOffset = options.Cover is null ? options.CoverAt : null,
                ShareToFeed = options.ShareToFeed,
                AudioName = options.AudioName,
                Audio = options.Audio is { } audio ? new ReelAudio(audio.AudioId) { AudioVolume = audio.AudioVolume, VideoVolume = audio.VideoVolume } : null,
                Graduation = options.Graduation,
                TaggedUsers = Handles(content.Items[0]),
                ProductIds = ProductIds(content.Items[0]),
            },
            content);
    }

    private ContainerRequest Story(PostContent content, IReadOnlyDictionary<MediaItemId, MediaItem> media, InstagramLogin login)
    {
        var item = content.Items[0];
        var tags = item.People.Select(p => new StoryTag(p.Username, p.X, p.Y)).ToList();
        return media[item.Media] is { Kind: MediaKind.Video } video
            ? new StoryVideoContainer { Video = Source(video, login), UserTags = tags, IsAiGenerated = content.Options.AiGenerated }
            : new StoryImageContainer { ImageUrl = links.For(media[item.Media]), UserTags = tags, IsAiGenerated = content.Options.AiGenerated };
    }

    private static PostContainer Said(PostContainer container, PostContent content) => container with
    {
        Caption = content.Caption is { Length: > 0 } caption ? caption : null,
        LocationId = content.Options.LocationId,
        Collaborators = content.Options.Collaborators,
        IsAiGenerated = content.Options.AiGenerated,
        IsPaidPartnership = content.Options.PaidPartnership,
        SponsorIds = content.Options.SponsorIds,
        Poll = content.Options.Poll is { } poll ? new CaptionPoll(poll.Options[0], poll.Options[1], poll.Options.ElementAtOrDefault(2), poll.Options.ElementAtOrDefault(3), poll.StaysOpen) : null,
        HasCommentPrompt = content.Options.CommentPrompt,
    };

    private VideoSource Source(MediaItem video, InstagramLogin login) =>
        login == InstagramLogin.Facebook ? VideoSource.Upload : VideoSource.At(links.For(video));

    private static List<UserTag> Tags(ItemContent item) => [.. item.People.Select(p => new UserTag(p.Username, p.X!.Value, p.Y!.Value))];

    private static List<ProductTag> Products(ItemContent item) => [.. item.Products.Select(p => new ProductTag(p.ProductId, p.X!.Value, p.Y!.Value))];

    private static List<string> ProductIds(ItemContent item) => [.. item.Products.Select(p => p.ProductId)];

    private static List<string> Handles(ItemContent item) => [.. item.People.Select(p => p.Username)];
}

using Directino.Instagram.Publishing;
using Directino.Media;

namespace Directino.Planning;

/// <summary>
/// Mends what can be mended without asking what the author meant: what this kind or login cannot carry is left out, of too many the first are kept.
/// Of a caption no word but a hashtag goes: what it should say instead only its author knows.
/// </summary>
public static class PostMending
{
    /// <summary>The post without what is objected to; null where only its author can mend it.</summary>
    public static PostMend? Mend(PostContent content, Objection objection)
    {
        var o = content.Options;
        return objection.Rule switch
        {
            PostRules.TooManyHashtags => new(PostMendKind.KeepFirst, content with { Caption = CaptionLimits.KeepHashtags(content.Caption) }, CaptionLimits.MostHashtags),
            PostRules.TooManyItems => new(PostMendKind.KeepFirst, content with { Items = [.. content.Items.Take(InstagramLimits.CarouselItemsMost)] }, InstagramLimits.CarouselItemsMost),
            PostRules.TooManyPeople => Item(content, objection, PostMendKind.KeepFirst, i => i with { People = [.. i.People.Take(InstagramLimits.UserTags)] }, InstagramLimits.UserTags),
            PostRules.TooManyProducts => Item(content, objection, PostMendKind.KeepFirst, i => i with { Products = [.. i.Products.Take(InstagramLimits.ProductTags)] }, InstagramLimits.ProductTags),
            PostRules.TooManyCollaborators => Options(content, PostMendKind.KeepFirst, o with { Collaborators = [.. o.Collaborators.Take(InstagramLimits.Collaborators)] }, InstagramLimits.Collaborators),
            PostRules.TooManySponsors => Options(content, PostMendKind.KeepFirst, o with { SponsorIds = [.. o.SponsorIds.Take(InstagramLimits.Sponsors)] }, InstagramLimits.Sponsors),
            PostRules.PollTooMany => Options(content, PostMendKind.KeepFirst, o with { Poll = o.Poll! with { Options = [.. o.Poll.Options.Take(InstagramLimits.PollOptionsMost)] } }, InstagramLimits.PollOptionsMost),
            PostRules.ProductTwice => Item(content, objection, PostMendKind.KeepOne, i => i with { Products = [.. i.Products.DistinctBy(p => p.ProductId)] }),
            PostRules.ProductWithPlace => Item(content, objection, PostMendKind.WithoutPlace, i => i with { Products = [.. i.Products.Select(p => p with { X = null, Y = null })] }),
            PostRules.CommentsAreOff => Options(content, PostMendKind.CommentsOn, o with { CommentsOff = false }),
            PostRules.PollOrPrompt => Options(content, PostMendKind.KeepPoll, o with { CommentPrompt = false }),
            PostRules.AudioOrName => Options(content, PostMendKind.KeepSound, o with { AudioName = null }),
            PostRules.AudioVolume when o.Audio is { } audio => Options(content, PostMendKind.LoudAsPossible, o with { Audio = audio.Within() }),
            PostRules.CoverOutsideVideo => Options(content, PostMendKind.CoverFromBeginning, o with { CoverAt = null }),
            PostRules.CoverMissing or PostRules.CoverTooLarge => Options(content, PostMendKind.LeaveOut, o with { Cover = null }),
            PostRules.VideoIsReel => Kind(content, PostMendKind.MakeReel, PostKind.Reel),
            PostRules.ReelNeedsVideo => Kind(content, PostMendKind.MakePost, PostKind.Post),
            PostRules.ReelIsOneVideo => Kind(content, PostMendKind.MakePost, PostKind.Post),
            PostRules.FacebookLoginOnly or PostRules.NotOnStories or PostRules.PicturesOnly or PostRules.VideosOnly or PostRules.ReelsOnly or PostRules.NotOnThisKind
                => Without(content, objection) is { } without ? new(PostMendKind.LeaveOut, without) : null,
            _ => null,
        };
    }

    /// <summary>The shape that mends a picture which is too tall or too wide; null for every other objection. It changes the picture, in the library and wherever else it stands.</summary>
    public static Crop? Crop(Objection objection) => objection.Fault?.Rule switch
    {
        MediaRule.TooTall when objection.Fault.Item.Kind == MediaKind.Picture => Media.Crop.ToTallest,
        MediaRule.TooWide when objection.Fault.Item.Kind == MediaKind.Picture => Media.Crop.ToWidest,
        _ => null,
    };

    private static PostMend Kind(PostContent content, PostMendKind mend, PostKind kind) => new(mend, content with { Kind = kind });

    private static PostMend Options(PostContent content, PostMendKind mend, PostChoices options, int? most = null) => new(mend, content with { Options = options }, most);

    private static PostMend Item(PostContent content, Objection objection, PostMendKind mend, Func<ItemContent, ItemContent> change, int? most = null) =>
        new(mend, OfItem(content, objection, change), most);

    private static PostContent OfItem(PostContent content, Objection objection, Func<ItemContent, ItemContent> change) =>
        content with { Items = [.. content.Items.Select((one, place) => place == objection.Item ? change(one) : one)] };

    /// <summary>Without what is said in a field; null where it is the words themselves, or nothing that could be left out.</summary>
    private static PostContent? Without(PostContent content, Objection objection)
    {
        var o = content.Options;
        PostContent With(PostChoices options) => content with { Options = options };
        return objection.Field switch
        {
            PostField.AltText => OfItem(content, objection, i => i with { AltText = null }),
            PostField.Products => OfItem(content, objection, i => i with { Products = [] }),
            PostField.Location => With(o with { LocationId = null, LocationName = null }),
            PostField.Collaborators => With(o with { Collaborators = [] }),
            PostField.AiLabel => With(o with { AiGenerated = false }),
            PostField.Partnership => With(o with { PaidPartnership = false, SponsorIds = [] }),
            PostField.FirstComment => With(o with { FirstComment = null }),
            PostField.Comments => With(o with { CommentsOff = false }),
            PostField.Cover => With(o with { Cover = null, CoverAt = null }),
            PostField.ShareToFeed => With(o with { ShareToFeed = null }),
            PostField.AudioName => With(o with { AudioName = null }),
            PostField.Audio => With(o with { Audio = null }),
            PostField.Graduation => With(o with { Graduation = null }),
            PostField.Poll => With(o with { Poll = null }),
            PostField.CommentPrompt => With(o with { CommentPrompt = false }),
            _ => null,
        };
    }
}

/// <summary>A post as it is once something in it is mended.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Most">How many are kept, where there were too many.</param>
public sealed record PostMend(PostMendKind Kind, PostContent Content, int? Most = null);

/// <summary>What mending does; people read it in their language.</summary>
public enum PostMendKind
{
    /// <summary>Of too many, as many as Instagram takes.</summary>
    KeepFirst,

    /// <summary>Of what is there twice, one.</summary>
    KeepOne,
    WithoutPlace,
    CommentsOn,
    KeepPoll,

    /// <summary>The sound of the catalogue, without a name for the own one.</summary>
    KeepSound,

    /// <summary>Volumes that Instagram knows.</summary>
    LoudAsPossible,
    CoverFromBeginning,

    /// <summary>What this kind or login cannot carry.</summary>
    LeaveOut,
    MakeReel,
    MakePost,
}

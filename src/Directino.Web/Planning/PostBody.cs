using System.Text.Json.Serialization;
using Directino.Accounts;
using Directino.Instagram.Publishing;
using Directino.Labels;
using Directino.Media;
using Directino.Planning;
using Directino.Planning.Campaigns;

namespace Directino.Web.Planning;

/// <summary>What programs say of a post, as a post.</summary>
internal static class PostBody
{
    public static PostContent Content(Guid? account, PostKind kind, IReadOnlyList<PostItemBody>? items, string? caption, PostOptionsBody? options) => new()
    {
        Account = account is { } a && a != Guid.Empty ? AccountId.Of(a) : null,
        Kind = kind,
        Items = [.. (items ?? []).Where(i => i.MediaId != Guid.Empty).Select(i => i.Content)],
        Caption = caption,
        Options = options?.Options ?? PostChoices.None,
    };

    public static PostSorting Sorting(IReadOnlyList<Guid>? labels, Guid? campaign) =>
        new([.. (labels ?? []).Select(LabelId.Of)], campaign is { } c && c != Guid.Empty ? CampaignId.Of(c) : null);
}

/// <summary>One picture or video of a post, for programs.</summary>
/// <param name="People">Who is marked on it; <c>x</c> and <c>y</c> from 0 (left, top) to 1, on pictures.</param>
/// <param name="Products">Which products of the account’s shop are marked on it: at most 5, on pictures with <c>x</c> and <c>y</c>, on videos without.</param>
public sealed record PostItemBody(Guid MediaId, string? AltText, IReadOnlyList<PersonTag>? People, IReadOnlyList<ProductMark>? Products = null)
{
    public static PostItemBody Of(ItemContent item) => new(item.Media.Value, item.AltText, item.People, item.Products);

    [JsonIgnore]
    public ItemContent Content => new(MediaItemId.Of(MediaId))
    {
        AltText = AltText, People = [.. (People ?? []).Select(p => p with { Username = p.Username.Trim().TrimStart('@') })],
        Products = [.. (Products ?? []).Where(p => p is { ProductId: not null })],
    };
}

/// <summary>What else is said about a post, for programs. Everything may be left out.</summary>
/// <param name="CoverAtMilliseconds">The moment of a video whose frame is its cover.</param>
/// <param name="CommentPrompt">Instagram invites to comment; not together with a poll. Both only with Facebook’s login.</param>
/// <param name="AudioName">The name of a reel’s own sound; not together with <c>audio</c>.</param>
/// <param name="Audio">A track or sound of Instagram’s catalogue under a reel; only with Facebook’s login.</param>
/// <param name="ByHand">Nothing is sent to Instagram: at its time its author is told, posts it there by hand and says so.</param>
public sealed record PostOptionsBody(
    string? LocationId = null, string? LocationName = null, IReadOnlyList<string>? Collaborators = null, bool AiGenerated = false,
    bool PaidPartnership = false, IReadOnlyList<string>? SponsorIds = null, string? FirstComment = null, bool CommentsOff = false,
    Guid? CoverId = null, int? CoverAtMilliseconds = null, bool? ShareToFeed = null, string? AudioName = null, GraduationStrategy? Graduation = null, PollBody? Poll = null, bool CommentPrompt = false, bool ByHand = false,
    AudioBody? Audio = null)
{
    public static PostOptionsBody Of(PostChoices o) => new(
        o.LocationId, o.LocationName, o.Collaborators, o.AiGenerated, o.PaidPartnership, o.SponsorIds, o.FirstComment, o.CommentsOff,
        o.Cover?.Value, (int?)o.CoverAt?.TotalMilliseconds, o.ShareToFeed, o.AudioName, o.Graduation, o.Poll is { } poll ? new PollBody(poll.Options, poll.StaysOpen) : null, o.CommentPrompt, o.ByHand,
        o.Audio is { } audio ? new AudioBody(audio.AudioId, audio.Title, audio.Artist, audio.AudioVolume, audio.VideoVolume) : null);

    [JsonIgnore]
    public PostChoices Options => new()
    {
        LocationId = LocationId, LocationName = LocationName, Collaborators = Collaborators ?? [], AiGenerated = AiGenerated,
        PaidPartnership = PaidPartnership, SponsorIds = SponsorIds ?? [], FirstComment = FirstComment, CommentsOff = CommentsOff,
        Cover = CoverId is { } cover && cover != Guid.Empty ? MediaItemId.Of(cover) : null,
        CoverAt = CoverAtMilliseconds is { } at ? TimeSpan.FromMilliseconds(at) : null,
        ShareToFeed = ShareToFeed, AudioName = AudioName, Graduation = Graduation,
        Poll = Poll is { } poll ? new PostPoll { Options = poll.Options ?? [], StaysOpen = poll.StaysOpen } : null, CommentPrompt = CommentPrompt, ByHand = ByHand,
        Audio = Audio?.Content,
    };
}

/// <summary>A track or sound of Instagram’s catalogue, for programs.</summary>
/// <param name="AudioId">Its id, as <c>/accounts/{id}/audio</c> has it.</param>
/// <param name="Title">Its title, for people.</param>
/// <param name="Artist">Whose it is, for people.</param>
/// <param name="AudioVolume">How loud it is, from 0 to 100; left out: 100.</param>
/// <param name="VideoVolume">How loud the video’s own sound is beside it, from 0 to 100; left out: 100.</param>
public sealed record AudioBody(string? AudioId, string? Title = null, string? Artist = null, int? AudioVolume = null, int? VideoVolume = null)
{
    [JsonIgnore]
    public PostAudio? Content => string.IsNullOrWhiteSpace(AudioId) ? null : new PostAudio(AudioId, Title, Artist)
    {
        AudioVolume = AudioVolume ?? InstagramLimits.VolumeMost, VideoVolume = VideoVolume ?? InstagramLimits.VolumeMost,
    };
}

/// <summary>The poll below a caption, for programs.</summary>
/// <param name="Options">Two to four answers, in order.</param>
/// <param name="StaysOpen">It does not end after three days.</param>
public sealed record PollBody(IReadOnlyList<string>? Options, bool StaysOpen = false);

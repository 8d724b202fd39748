using Directino.Instagram.Publishing;
using Directino.Media;

namespace Directino.Planning;

/// <summary>What can be said about a post besides its items and caption. Which of it is possible: <see cref="PublishingOptions"/>.</summary>
public sealed record PostChoices
{
    public static readonly PostChoices None = new();

    /// <summary>Id of a Facebook Page that has a location.</summary>
    public string? LocationId { get; init; }

    /// <summary>Its name, for people; Instagram is sent the id.</summary>
    public string? LocationName { get; init; }

    /// <summary>Handles of co-authors, without @.</summary>
    public IReadOnlyList<string> Collaborators { get; init; } = [];

    /// <summary>Carries Instagram's label for synthetic media.</summary>
    public bool AiGenerated { get; init; }

    public bool PaidPartnership { get; init; }

    /// <summary>Account ids of the brands of a paid partnership.</summary>
    public IReadOnlyList<string> SponsorIds { get; init; } = [];

    /// <summary>The account's own comment right after it is out.</summary>
    public string? FirstComment { get; init; }

    public bool CommentsOff { get; init; }

    /// <summary>A picture of the library as the cover of a reel; wins over <see cref="CoverAt"/>.</summary>
    public MediaItemId? Cover { get; init; }

    /// <summary>The moment of a video whose frame is its cover.</summary>
    public TimeSpan? CoverAt { get; init; }

    /// <summary>Whether a reel may show in the feed, too; null leaves it to Instagram.</summary>
    public bool? ShareToFeed { get; init; }

    /// <summary>Name of a reel's own sound; can be given once, and not together with <see cref="Audio"/>.</summary>
    public string? AudioName { get; init; }

    /// <summary>A track or original sound of Instagram's catalogue under a reel.</summary>
    public PostAudio? Audio { get; init; }

    /// <summary>Makes a reel a trial reel, and says how that ends.</summary>
    public GraduationStrategy? Graduation { get; init; }

    /// <summary>A poll below the caption; not together with <see cref="CommentPrompt"/>.</summary>
    public PostPoll? Poll { get; init; }

    /// <summary>Instagram invites whoever sees it to comment.</summary>
    public bool CommentPrompt { get; init; }

    /// <summary>Nothing is called at Instagram: at the slot its author is told, posts it in Instagram's own app and says so.</summary>
    public bool ByHand { get; init; }

    public PostChoices Tidy() => this with
    {
        LocationId = Text(LocationId),
        LocationName = Text(LocationId) is null ? null : Text(LocationName),
        Collaborators = Handles(Collaborators),
        SponsorIds = [.. SponsorIds.Select(s => s.Trim()).Where(s => s.Length > 0).Distinct()],
        FirstComment = Text(CaptionLimits.Tidy(FirstComment)),
        AudioName = Text(AudioName),
        Audio = Text(Audio?.AudioId) is null ? null : Audio!.Tidy(),
        Poll = Poll?.Tidy(),
    };

    public bool Equals(PostChoices? other) =>
        other is not null && LocationId == other.LocationId && LocationName == other.LocationName && Collaborators.SequenceEqual(other.Collaborators)
        && AiGenerated == other.AiGenerated && PaidPartnership == other.PaidPartnership && SponsorIds.SequenceEqual(other.SponsorIds)
        && FirstComment == other.FirstComment && CommentsOff == other.CommentsOff && Cover == other.Cover && CoverAt == other.CoverAt
        && ShareToFeed == other.ShareToFeed && AudioName == other.AudioName && Audio == other.Audio && Graduation == other.Graduation
        && Poll == other.Poll && CommentPrompt == other.CommentPrompt && ByHand == other.ByHand;

    public override int GetHashCode() => HashCode.Combine(LocationId, FirstComment, CommentsOff, Cover, (AudioName, Audio), Graduation, Poll, ByHand);

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static IReadOnlyList<string> Handles(IEnumerable<string> handles) =>
        [.. handles.Select(h => h.Trim().TrimStart('@')).Where(h => h.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
}

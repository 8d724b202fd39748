using System.Text.Json;
using Directino.Instagram.Errors;
using Directino.Instagram.Wire;

namespace Directino.Instagram.Publishing;

/// <summary>A post that stays: a picture, a carousel or a reel, with what can be said about each of them.</summary>
public abstract record PostContainer : ContainerRequest
{
    private protected PostContainer() { }

    /// <summary>At most 2,200 characters, 30 hashtags, 20 mentions.</summary>
    public string? Caption { get; init; }

    /// <summary>A Facebook Page with a location (<see cref="PlacesClient"/>).</summary>
    public string? LocationId { get; init; }

    /// <summary>Handles of co-authors; at most 3.</summary>
    public IReadOnlyList<string> Collaborators { get; init; } = [];

    /// <summary>Adds Instagram's label for synthetic media.</summary>
    public bool IsAiGenerated { get; init; }

    /// <summary>Adds the label "Paid partnership" (Facebook Login only). True by itself when there are sponsors.</summary>
    public bool IsPaidPartnership { get; init; }

    /// <summary>Account ids of the brands; at most 2 (Facebook Login only).</summary>
    public IReadOnlyList<string> SponsorIds { get; init; } = [];

    /// <summary>A poll below the caption (Facebook Login only); not together with a comment prompt.</summary>
    public CaptionPoll? Poll { get; init; }

    /// <summary>An invitation to comment (Facebook Login only).</summary>
    public bool HasCommentPrompt { get; init; }

    private protected IEnumerable<ContainerField> PostFields()
    {
        if (Poll is not null && HasCommentPrompt) throw new OptionRefusedException(PublishingOption.CommentPrompt, OptionDenial.PollOrPrompt);
        yield return Field(PublishingOption.Caption, Caption);
        yield return Field(PublishingOption.Location, LocationId);
        yield return Field(PublishingOption.Collaborators, Text(Collaborators, InstagramJson.Default.IReadOnlyListString));
        yield return Field(PublishingOption.AiLabel, IsAiGenerated);
        yield return Field(PublishingOption.PaidPartnership, IsPaidPartnership || SponsorIds.Count > 0);
        yield return Field(PublishingOption.Sponsors, Text(SponsorIds, InstagramJson.Default.IReadOnlyListString));
        yield return Field(PublishingOption.Poll, Poll is null ? null : JsonSerializer.Serialize(new PollWire(Poll.A, Poll.B, Poll.C, Poll.D), InstagramJson.Default.PollWire));
        yield return new ContainerField("is_poll_duration_extended", Poll is { StaysOpen: true } ? "true" : null, PublishingOption.Poll);
        yield return Field(PublishingOption.CommentPrompt, HasCommentPrompt);
    }
}

using System.Text.Json.Serialization;
using Directino.Labels;
using Directino.Planning;
using Directino.Planning.Approvals;

namespace Directino.Web.Planning;

/// <summary>A post, for programs.</summary>
/// <param name="DeletedAt">When it was deleted at Instagram, after it had been out.</param>
/// <param name="Edition">Counts changes of what followers would see; an approval holds for one edition.</param>
/// <param name="GroupId">The posts of several accounts that were written as one have the same.</param>
public sealed record PostAnswer(
    Guid Id, PostState State, PostKind Kind, Guid? AccountId, IReadOnlyList<PostItemBody> Items, string Caption, PostOptionsBody Options, DateTimeOffset? Slot, DateTimeOffset? At,
    string? Reason, int? ReasonItem, string? InstagramId, string? Permalink, DateTimeOffset? PublishedAt, DateTimeOffset? DeletedAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version, IReadOnlyList<Guid> LabelIds,
    ApprovalState Approval, int Edition, Guid? GroupId, Guid? CampaignId)
{
    public static PostAnswer Of(Post post) => new(
        post.Id.Value, post.State, post.Kind, post.AccountId?.Value, [.. post.Content.Items.Select(PostItemBody.Of)], post.Caption,
        PostOptionsBody.Of(post.Options), post.Slot, post.At,
        post.Reason, post.ReasonItem, post.InstagramId, post.Permalink, post.PublishedAt, post.DeletedAt, post.CreatedAt, post.UpdatedAt, post.Version,
        [.. post.Labels.Select(l => l.LabelId.Value)], post.Approval, post.Edition, post.GroupId?.Value, post.CampaignId?.Value);
}

/// <summary>A post as lists and the calendar have it: the first words of its caption only.</summary>
/// <param name="IsOfSeries">It is a day of a series.</param>
/// <param name="IsEvergreen">It came from the account's pool of posts that may come again.</param>
/// <param name="IsByHand">Its author posts it by hand.</param>
public sealed record PostLine(
    Guid Id, PostState State, PostKind Kind, DateTimeOffset? At, string Beginning, Guid? AccountId, string? Username, string? TimeZone, Guid? PictureId, string? Permalink, string? Reason, IReadOnlyList<Guid> LabelIds,
    ApprovalState Approval, Guid? GroupId, bool IsOfSeries, bool IsEvergreen, bool IsByHand, Guid? CampaignId)
{
    public static PostLine Of(PlannedPost post) => new(
        post.Id.Value, post.State, post.Kind, post.At, post.Beginning, post.AccountId?.Value, post.Username, post.TimeZone, post.PictureId?.Value, post.Permalink, post.Reason,
        [.. post.Labels.Select(l => l.Value)], post.Approval, post.GroupId?.Value, post.IsOfSeries, post.IsEvergreen, post.IsByHand, post.Campaign?.Value);
}

/// <summary>One page of posts; <paramref name="Next"/> is the <c>before</c> of the next page, null at the end.</summary>
public sealed record PostLines(IReadOnlyList<PostLine> Items, Guid? Next);

/// <param name="At">When it might go out: a place in the calendar, not a promise.</param>
/// <param name="LabelIds">The labels it has from the beginning.</param>
/// <param name="CampaignId">The campaign it is part of.</param>
public sealed record NewPostRequest(
    Guid? AccountId, PostKind Kind, IReadOnlyList<PostItemBody>? Items, string? Caption, PostOptionsBody? Options, DateTimeOffset? At,
    IReadOnlyList<Guid>? LabelIds = null, Guid? CampaignId = null)
{
    [JsonIgnore]
    public PostContent Content => PostBody.Content(AccountId, Kind, Items, Caption, Options);

    [JsonIgnore]
    public PostSorting Sorting => PostBody.Sorting(LabelIds, CampaignId);
}

/// <param name="Version">The version that was read; the change is refused when it is another by now.</param>
public sealed record WriteRequest(
    Guid? AccountId, PostKind Kind, IReadOnlyList<PostItemBody>? Items, string? Caption, PostOptionsBody? Options, int? Version)
{
    [JsonIgnore]
    public PostContent Content => PostBody.Content(AccountId, Kind, Items, Caption, Options);
}

/// <param name="At">When it is to be published; left out: at once.</param>
/// <param name="FromTimetable">The time is a slot of the timetable: of two posts put into one this way the second is refused.</param>
public sealed record SlotRequest(DateTimeOffset? At, int? Version, bool FromTimetable = false);

/// <param name="Permalink">The address of the post at instagram.com, where it is known.</param>
public sealed record PostedRequest(string? Permalink, int? Version);

/// <param name="AccountId">The account the copy is for; left out: the same.</param>
public sealed record CopyRequest(Guid? AccountId);

/// <param name="LabelIds">All labels it is to have.</param>
public sealed record PostLabelsRequest(IReadOnlyList<Guid>? LabelIds, int? Version);

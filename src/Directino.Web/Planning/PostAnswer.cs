using Directino.Planning;

namespace Directino.Web.Planning;

/// <summary>A post, for programs.</summary>
public sealed record PostAnswer(
    Guid Id, PostState State, Guid? AccountId, Guid? PictureId, string Caption, string? AltText, DateTimeOffset? Slot, DateTimeOffset? At,
    string? Reason, string? InstagramId, string? Permalink, DateTimeOffset? PublishedAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version)
{
    public static PostAnswer Of(Post post) => new(
        post.Id.Value, post.State, post.AccountId?.Value, post.PictureId?.Value, post.Caption, post.AltText, post.Slot, post.At,
        post.Reason, post.InstagramId, post.Permalink, post.PublishedAt, post.CreatedAt, post.UpdatedAt, post.Version);
}

/// <summary>A post as lists and the calendar have it: the first words of its caption only.</summary>
public sealed record PostLine(
    Guid Id, PostState State, DateTimeOffset? At, string Beginning, Guid? AccountId, string? Username, string? TimeZone, Guid? PictureId, string? Permalink, string? Reason)
{
    public static PostLine Of(PlannedPost post) => new(
        post.Id.Value, post.State, post.At, post.Beginning, post.AccountId?.Value, post.Username, post.TimeZone, post.PictureId?.Value, post.Permalink, post.Reason);
}

/// <summary>One page of posts; <paramref name="Next"/> is the <c>before</c> of the next page, null at the end.</summary>
public sealed record PostLines(IReadOnlyList<PostLine> Items, Guid? Next);

/// <param name="At">When it might go out: a place in the calendar, not a promise.</param>
public sealed record NewPostRequest(Guid? AccountId, Guid? PictureId, string? Caption, string? AltText, DateTimeOffset? At);

/// <param name="Version">The version that was read; the change is refused when it is another by now.</param>
public sealed record WriteRequest(Guid? AccountId, Guid? PictureId, string? Caption, string? AltText, int? Version);

/// <param name="At">When it is to be published; left out: at once.</param>
public sealed record SlotRequest(DateTimeOffset? At, int? Version);

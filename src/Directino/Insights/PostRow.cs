using Directino.Accounts;

namespace Directino.Insights;

/// <summary>A post in the table.</summary>
public sealed record PostRow(
    InsightPostId Id, AccountId AccountId, string MediaId, string ProductType, string? MediaType, string? Caption, string? Permalink, string? PictureUrl,
    DateTimeOffset PublishedAt, long? Views, long? Reach, long? Interactions, long? Likes, long? Comments, long? Saved, long? Shares,
    DateTimeOffset? GoneAt);

/// <summary>Some rows, and where the next page begins; null at the end.</summary>
public sealed record PostPage(IReadOnlyList<PostRow> Posts, string? Next);

/// <summary>A post with all its numbers.</summary>
public sealed record PostDetail(InsightPost Post, IReadOnlyList<PostMetric> Metrics, IReadOnlyList<PostCurvePoint> Views);

public sealed record PostMetric(string Metric, Reading Reading);

/// <summary>The running total of views as it stood on a day.</summary>
public sealed record PostCurvePoint(DateOnly Day, long? Value);

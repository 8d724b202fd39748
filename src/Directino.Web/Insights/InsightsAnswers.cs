using Directino.Insights;

namespace Directino.Web.Insights;

internal sealed record NumberAnswer(long? Value, NumberGap? Missing, string? Source, DateTimeOffset? FetchedAt)
{
    public static NumberAnswer Of(Reading reading) => new(reading.Value, reading.Missing, reading.Source, reading.FetchedAt);
}

internal sealed record FigureAnswer(NumberAnswer Now, long? Before, DateOnly From, DateOnly To)
{
    public static FigureAnswer Of(OverviewFigure figure) => new(NumberAnswer.Of(figure.Now), figure.Before, figure.From, figure.To);
}

internal sealed record InsightsDayAnswer(DateOnly Day, NumberAnswer Followers, NumberAnswer Reach, NumberAnswer Views, NumberAnswer Interactions)
{
    public static InsightsDayAnswer Of(DayOfNumbers day) =>
        new(day.Day, NumberAnswer.Of(day.Followers), NumberAnswer.Of(day.Reach), NumberAnswer.Of(day.Views), NumberAnswer.Of(day.Interactions));
}

internal sealed record AccountInsightsAnswer(
    Guid Account, string Username, string? Refusal, string? Trouble, FigureAnswer Followers, FigureAnswer Reach, FigureAnswer Views,
    FigureAnswer Interactions, IReadOnlyList<InsightsDayAnswer> Days)
{
    public static AccountInsightsAnswer Of(AccountOverview o) => new(
        o.Account.Value, o.Username, o.Refusal, o.Trouble, FigureAnswer.Of(o.Followers), FigureAnswer.Of(o.Reach), FigureAnswer.Of(o.Views),
        FigureAnswer.Of(o.Interactions), [.. o.Days.Select(InsightsDayAnswer.Of)]);
}

internal sealed record PostInsightsLine(
    Guid Id, Guid Account, string MediaId, string Type, string? Caption, string? Permalink, DateTimeOffset PublishedAt, long? Views, long? Reach,
    long? Interactions, long? Likes, long? Comments, long? Saved, long? Shares, DateTimeOffset? GoneAt)
{
    public static PostInsightsLine Of(PostRow p) => new(
        p.Id.Value, p.AccountId.Value, p.MediaId, p.ProductType, p.Caption, p.Permalink, p.PublishedAt, p.Views, p.Reach, p.Interactions, p.Likes,
        p.Comments, p.Saved, p.Shares, p.GoneAt);
}

internal sealed record PostInsightsPage(IReadOnlyList<PostInsightsLine> Posts, string? Next);

internal sealed record PostInsightsAnswer(
    Guid Id, Guid Account, string MediaId, string Type, string? Caption, string? Permalink, DateTimeOffset PublishedAt,
    IReadOnlyDictionary<string, NumberAnswer> Numbers)
{
    public static PostInsightsAnswer Of(PostDetail d) => new(
        d.Post.Id.Value, d.Post.AccountId.Value, d.Post.MediaId, d.Post.ProductType, d.Post.Caption, d.Post.Permalink, d.Post.PublishedAt,
        d.Metrics.ToDictionary(m => m.Metric, m => NumberAnswer.Of(m.Reading)));
}

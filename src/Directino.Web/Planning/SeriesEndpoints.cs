using Directino.Accounts;
using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Planning.Series;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Planning;

/// <summary>Posts that are repeated by a rule.</summary>
public static class SeriesEndpoints
{
    public static IEndpointRouteBuilder MapSeries(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/series").WithTags("Series");
        group.MapGet("/", List).RequireAuthorization(nameof(Permission.SeePlan)).WithName("ListSeries").WithSummary("Posts that are repeated; those that have ended are last.");
        group.MapPost("/", Start).RequireAuthorization(nameof(Permission.SchedulePosts)).WithName("StartSeries").WithSummary("Repeats a post by a rule.").WithDescription("Its days become posts five weeks ahead.");
        group.MapGet("/{id}", Find).RequireAuthorization(nameof(Permission.SeePlan)).WithName("GetSeries").WithSummary("A series with its days to come and what became of them.");
        group.MapPut("/{id}", Change).RequireAuthorization(nameof(Permission.SchedulePosts)).WithName("ChangeSeries").WithSummary("Other words or another rule, for every post to come that nobody changed by hand.");
        group.MapPut("/{id}/rest", Rest).RequireAuthorization(nameof(Permission.SchedulePosts)).WithName("PauseSeries").WithSummary("Pauses it, ends it, or lets it go on.");
        group.MapPut("/{id}/days/{date}", SetDay).RequireAuthorization(nameof(Permission.SchedulePosts)).WithName("SetSeriesDay").WithSummary("Leaves out the post of one day, or brings it back.");
        api.MapPut("/posts/{id}/series/words", Follow).WithTags("Series").RequireAuthorization(nameof(Permission.SchedulePosts)).WithName("FollowPost").WithSummary("What this post of a series says, for all that follow it.");
        return api;
    }

    private static async Task<Ok<IReadOnlyList<SeriesAnswer>>> List(AccountId? account, CurrentVisitor visitors, SeriesReader reader, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<SeriesAnswer>>([.. (await reader.All((await visitors.Get(ct)).Workspace, account, ct)).Select(l => SeriesAnswer.Of(l.Series, l.TimeZone, l.Next))]);

    private static async Task<Results<Created<SeriesDetails>, NotFound, ValidationProblem>> Start(
        StartSeriesRequest request, CurrentVisitor visitors, SeriesBook book, SeriesAnswers answers, PlanReader plan, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        if (request.PostId == Guid.Empty || await plan.Find(visitor.Workspace, PostId.Of(request.PostId), ct) is not { } view)
            return TypedResults.NotFound();
        var wanted = SeriesRequest.Wanted(request.Rule, request.Time, request.Language, view.Post.Content with { Caption = request.Caption ?? view.Post.Caption });
        return await book.Start(visitor.Workspace, visitor.Person, wanted, view.Post.Id, ct) is var outcome && outcome is SeriesOutcome.Done done
            ? TypedResults.Created($"/api/v1/series/{done.Series.Id}", await answers.Find(visitor, done.Series.Id, ct))
            : answers.Problem(outcome);
    }

    private static async Task<Results<Ok<SeriesDetails>, NotFound>> Find(SeriesId id, CurrentVisitor visitors, SeriesAnswers answers, CancellationToken ct) =>
        await answers.Find(await visitors.Get(ct), id, ct) is { } details ? TypedResults.Ok(details) : TypedResults.NotFound();

    private static async Task<Results<Ok<SeriesDetails>, NotFound, ValidationProblem, ProblemHttpResult>> Change(
        SeriesId id, SeriesRequest request, CurrentVisitor visitors, SeriesBook book, SeriesReader reader, SeriesAnswers answers, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        if (await reader.Find(visitor.Workspace, id, ct) is not { Series.Content: var content })
            return TypedResults.NotFound();
        var wanted = SeriesRequest.Wanted(request.Rule, request.Time, request.Language, content with { Caption = request.Caption ?? content.Caption });
        return await answers.Of(await book.Change(visitor.Workspace, id, visitor.Person, wanted, request.Version, ct), visitor, ct);
    }

    private static async Task<Results<Ok<SeriesDetails>, NotFound, ValidationProblem, ProblemHttpResult>> Rest(
        SeriesId id, SeriesRestRequest request, CurrentVisitor visitors, SeriesBook book, SeriesAnswers answers, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        var outcome = request.HasEnded is { } ended ? await book.End(visitor.Workspace, id, ended, ct) : await book.Pause(visitor.Workspace, id, request.IsPaused ?? false, ct);
        return await answers.Of(outcome, visitor, ct);
    }

    private static async Task<Results<Ok<SeriesDetails>, NotFound, ValidationProblem, ProblemHttpResult>> SetDay(
        SeriesId id, DateOnly date, SeriesDayRequest request, CurrentVisitor visitors, SeriesBook book, SeriesAnswers answers, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return await answers.Of(await book.Skip(visitor.Workspace, id, date, request.IsSkipped, ct), visitor, ct);
    }

    private static async Task<Results<Ok<SeriesDetails>, NotFound, ValidationProblem, ProblemHttpResult>> Follow(
        PostId id, CurrentVisitor visitors, SeriesBook book, SeriesAnswers answers, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return await answers.Of(await book.Follow(visitor.Workspace, id, visitor.Person, ct), visitor, ct);
    }
}

/// <summary>The days of a series, for programs.</summary>
/// <param name="Every">Every one, every second … unit.</param>
/// <param name="Weekdays">Of a week; of no matter for other units.</param>
/// <param name="By">How the day of a month is told from the first one.</param>
/// <param name="InShortMonths">What happens where a month has no such day.</param>
/// <param name="Until">The last day; left out: no end.</param>
/// <param name="Times">The days of the calendar, those that are left out with them.</param>
public sealed record RepeatBody(
    RepeatUnit Unit, DateOnly First, int Every = 1, IReadOnlyList<DayOfWeek>? Weekdays = null, MonthDay By = MonthDay.Date, ShortMonth InShortMonths = ShortMonth.LastDay, DateOnly? Until = null, int? Times = null)
{
    public static RepeatBody Of(RepeatRule rule) => new(rule.Unit, rule.First, rule.Every, rule.Weekdays, rule.By, rule.InShortMonths, rule.Until, rule.Times);

    internal RepeatRule Rule => new() { Unit = Unit, First = First, Every = Every, Weekdays = Weekdays ?? [], By = By, InShortMonths = InShortMonths, Until = Until, Times = Times };
}

/// <param name="PostId">What it says is repeated; it is the first of the series when it stands at its day and time.</param>
/// <param name="Caption">Left out: that of the post. <c>{date}</c>, <c>{weekday}</c>, <c>{time}</c>, <c>{month}</c>, <c>{year}</c>, <c>{account}</c> and <c>{place}</c> stand for what each post tells.</param>
/// <param name="Language">The language of its dates; left out: English.</param>
/// <param name="Time">On the account’s clock.</param>
public sealed record StartSeriesRequest(Guid PostId, RepeatBody? Rule, TimeOnly Time, string? Caption, string? Language);

/// <param name="Version">The version that was read; the change is refused when it is another by now.</param>
public sealed record SeriesRequest(RepeatBody? Rule, TimeOnly Time, string? Caption, string? Language, int? Version)
{
    internal static NewSeries Wanted(RepeatBody? rule, TimeOnly time, string? language, PostContent content) => new(content, language ?? "en", rule?.Rule ?? new RepeatRule { First = default }, time);
}

/// <param name="HasEnded">For good; left out: <paramref name="IsPaused"/> is meant.</param>
public sealed record SeriesRestRequest(bool? IsPaused, bool? HasEnded);

public sealed record SeriesDayRequest(bool IsSkipped);

/// <summary>A series, for programs.</summary>
/// <param name="Rrule">Its rule as calendars write it.</param>
/// <param name="Next">Its next day; told in lists.</param>
/// <param name="Trouble">The rule because of which no posts can be made of it now.</param>
public sealed record SeriesAnswer(
    Guid Id, Guid AccountId, string TimeZone, string Caption, string Language, RepeatBody Rule, string Rrule, TimeOnly Time, bool IsPaused, DateTimeOffset? EndedAt, DateTimeOffset? Next, string? Trouble, int Version)
{
    public static SeriesAnswer Of(PostSeries s, string zone, DateTimeOffset? next) => new(
        s.Id.Value, s.AccountId.Value, zone, s.Content.Caption ?? "", s.Language, RepeatBody.Of(s.Rule), s.Rule.ToRfc5545(), s.Time, s.IsPaused, s.EndedAt, next, s.Trouble, s.Version);
}

/// <summary>A series with its days.</summary>
/// <param name="Passed">Days whose time was over before a post could be made of them.</param>
public sealed record SeriesDetails(SeriesAnswer Series, IReadOnlyList<SeriesDayAnswer> Days, IReadOnlyList<DateOnly> Passed)
{
    public static SeriesDetails Of(SeriesView view, PlanningText text) => new(
        SeriesAnswer.Of(view.Series, view.Account.TimeZone, null), [.. view.Days.Select(d => SeriesDayAnswer.Of(d, text))], view.Passed);
}

/// <param name="Reason">Why it is held, in words.</param>
public sealed record SeriesDayAnswer(DateOnly Date, DateTimeOffset At, SeriesFate Fate, Guid? PostId, PostState? State, ApprovalState Approval, string? Rule, string? Reason)
{
    public static SeriesDayAnswer Of(SeriesMoment day, PlanningText text) => new(
        day.Date, day.At, day.Fate, day.Post?.Value, day.State, day.Approval, day.Objection, day.Objection is { } rule ? text.Rule(rule) : null);
}

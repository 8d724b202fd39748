using System.Globalization;
using Directino.Accounts;
using Directino.Planning;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Planning;

/// <summary>The timetables of accounts, and what is free by them.</summary>
public static class TimetableEndpoints
{
    public static IEndpointRouteBuilder MapTimetables(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/accounts/{id}/slots").WithTags("Slots");
        group.MapGet("/", Get).RequireAuthorization(nameof(Permission.SeePlan)).WithName("GetSlots").WithSummary("The slots of an account’s week, on its own clock.");
        group.MapPut("/", Save).RequireAuthorization(nameof(Permission.SchedulePosts)).WithName("SetSlots").WithSummary("Gives an account these slots and no others, or pauses them.");
        group.MapGet("/next", Next).RequireAuthorization(nameof(Permission.SeePlan)).WithName("GetNextSlot").WithSummary("The next slot that no scheduled post has taken, or why there is none.");
        return api;
    }

    private static async Task<Results<Ok<TimetableAnswer>, NotFound>> Get(AccountId id, CurrentVisitor visitors, TimetableBook book, CancellationToken ct) =>
        await book.Find((await visitors.Get(ct)).Workspace, id, ct) is { } table ? TypedResults.Ok(TimetableAnswer.Of(table)) : TypedResults.NotFound();

    private static async Task<Results<Ok<TimetableAnswer>, NotFound, ValidationProblem, ProblemHttpResult>> Save(
        AccountId id, TimetableRequest request, CurrentVisitor visitors, TimetableBook book, PlanningText text, CancellationToken ct)
    {
        var slots = request.Slots?.Select(s => s.Place).ToList();
        if (slots?.FindIndex(s => s is null) is >= 0 and var wrong)
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { [$"slots[{wrong}]"] = ["A slot is a weekday and a time of day, such as 18:00."] });
        return await book.Save((await visitors.Get(ct)).Workspace, id, slots?.ConvertAll(s => s!.Value), request.IsPaused, request.Version, ct) switch
        {
            TimetableOutcome.Done done => TypedResults.Ok(TimetableAnswer.Of(done.Timetable)),
            TimetableOutcome.Refused { Rule: PostRules.NotThere } => TypedResults.NotFound(),
            TimetableOutcome.Refused { Rule: PostRules.ChangedMeanwhile } changed =>
                TypedResults.Problem(text.Rule(changed.Rule), statusCode: StatusCodes.Status409Conflict, extensions: [new("rule", changed.Rule)]),
            TimetableOutcome.Refused refused => TypedResults.ValidationProblem(
                new Dictionary<string, string[]> { ["slots"] = [text.Rule(refused.Rule)] }, extensions: [new("rules", new[] { refused.Rule })]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static async Task<Results<Ok<NextSlotAnswer>, NotFound>> Next(
        AccountId id, PostId? post, CurrentVisitor visitors, TimetableBook book, PlanningText text, CancellationToken ct) =>
        await book.Next((await visitors.Get(ct)).Workspace, id, post, ct) is { } offer
            ? TypedResults.Ok(new NextSlotAnswer(offer.At, offer.TimeZone, offer.Why, offer.Why is { } why ? text.Rule(why) : null))
            : TypedResults.NotFound();
}

/// <summary>A timetable, for programs.</summary>
/// <param name="TimeZone">The zone on whose clock the times are.</param>
public sealed record TimetableAnswer(string TimeZone, bool IsPaused, IReadOnlyList<WeekSlotBody> Slots, int Version)
{
    public static TimetableAnswer Of(TimetableView table) => new(table.TimeZone, table.IsPaused, [.. table.Slots.Select(WeekSlotBody.Of)], table.Version);
}

/// <param name="Time">Hours and minutes, as in <c>18:00</c>.</param>
public sealed record WeekSlotBody(DayOfWeek Weekday, string? Time)
{
    public static WeekSlotBody Of(WeekSlot slot) => new(slot.Weekday, slot.Time.ToString("HH:mm", CultureInfo.InvariantCulture));

    /// <summary>Null when it is none.</summary>
    internal WeekSlot? Place => Enum.IsDefined(Weekday) && TimeOnly.TryParseExact(Time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
        ? WeekSlot.At(Weekday, time) : null;
}

/// <param name="Slots">All slots it is to have; left out: those it has.</param>
/// <param name="IsPaused">Left out: as it is.</param>
/// <param name="Version">The version that was read; the change is refused when it is another by now.</param>
public sealed record TimetableRequest(IReadOnlyList<WeekSlotBody>? Slots, bool? IsPaused, int? Version);

/// <param name="At">Null when there is none.</param>
/// <param name="Rule">Why there is none.</param>
/// <param name="Reason">The same in words.</param>
public sealed record NextSlotAnswer(DateTimeOffset? At, string TimeZone, string? Rule, string? Reason);

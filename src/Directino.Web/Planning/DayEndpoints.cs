using Directino.Accounts;
using Directino.Labels;
using Directino.Planning;
using Directino.Planning.Days;
using Directino.Web.Access;
using Directino.Web.Reference;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Planning;

/// <summary>Notes on days, and calendars that are brought in.</summary>
public static class DayEndpoints
{
    public static IEndpointRouteBuilder MapDays(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/days").WithTags("Days");
        group.MapGet("/", Between).RequireAuthorization(nameof(Permission.SeePlan)).WithName("ListDays").WithSummary("What is noted about days, and what calendars say about them.");
        group.MapPost("/notes", Add).RequireAuthorization(nameof(Permission.EditPosts)).WithName("AddDayNote").WithSummary("Notes something on a day, or on several in a row.");
        group.MapPut("/notes/{id}", Change).RequireAuthorization(nameof(Permission.EditPosts)).WithName("ChangeDayNote").WithSummary("Other words, days or another colour.");
        group.MapDelete("/notes/{id}", Remove).RequireAuthorization(nameof(Permission.EditPosts)).WithName("RemoveDayNote").WithSummary("Takes a note away.");
        group.MapGet("/calendars", Calendars).RequireAuthorization(nameof(Permission.SeePlan)).WithName("ListDayCalendars").WithSummary("The calendars that were brought in.");
        group.MapPost("/calendars", Subscribe).RequireAuthorization(nameof(Permission.EditPosts)).WithName("SubscribeDayCalendar").WithSummary("Subscribes to a calendar (iCalendar) by its https address; it is read anew every day.");
        group.MapPost("/calendars/file", BringIn).RequireAuthorization(nameof(Permission.EditPosts)).WithName("BringInDayCalendar").WithSummary("Brings in a calendar file (iCalendar, up to 1 MB) as the body.")
            .TakesFile("text/calendar", "The file.");
        group.MapDelete("/calendars/{id}", Drop).RequireAuthorization(nameof(Permission.EditPosts)).WithName("RemoveDayCalendar").WithSummary("Takes a calendar away.");
        return api;
    }

    private static async Task<Results<Ok<IReadOnlyList<DayAnswer>>, ValidationProblem>> Between(DateOnly from, DateOnly until, CurrentVisitor visitors, DayReader reader, CancellationToken ct) =>
        until < from || until.DayNumber - from.DayNumber > 100
            ? TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["until"] = ["Until must not be before from, and by at most 100 days after it."] })
            : TypedResults.Ok<IReadOnlyList<DayAnswer>>([.. (await reader.Between((await visitors.Get(ct)).Workspace, from, until.AddDays(1), ct)).Select(DayAnswer.Of)]);

    private static async Task<Results<Created<DayNoteAnswer>, ValidationProblem>> Add(DayNoteRequest request, CurrentVisitor visitors, DayNotes notes, DayText text, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return await notes.Add(visitor.Workspace, visitor.Person, request.Wanted, ct) switch
        {
            DayOutcome.Noted noted => TypedResults.Created($"/api/v1/days/notes/{noted.Note.Id}", DayNoteAnswer.Of(noted.Note)),
            DayOutcome.Refused refused => Problem(refused, text),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static async Task<Results<Ok<DayNoteAnswer>, NotFound, ValidationProblem, ProblemHttpResult>> Change(
        DayNoteId id, DayNoteRequest request, CurrentVisitor visitors, DayNotes notes, DayText text, CancellationToken ct) =>
        await notes.Change((await visitors.Get(ct)).Workspace, id, request.Wanted, request.Version, ct) switch
        {
            DayOutcome.Noted noted => TypedResults.Ok(DayNoteAnswer.Of(noted.Note)),
            DayOutcome.Refused { Flaw.Rule: DayRules.NotThere } => TypedResults.NotFound(),
            DayOutcome.Refused { Flaw: { Rule: DayRules.ChangedMeanwhile } flaw } => TypedResults.Problem(
                text.Say(flaw), statusCode: StatusCodes.Status409Conflict, extensions: [new("rule", flaw.Rule)]),
            DayOutcome.Refused refused => Problem(refused, text),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static async Task<Results<NoContent, NotFound>> Remove(DayNoteId id, CurrentVisitor visitors, DayNotes notes, CancellationToken ct) =>
        await notes.Remove((await visitors.Get(ct)).Workspace, id, ct) is null ? TypedResults.NotFound() : TypedResults.NoContent();

    private static async Task<Ok<IReadOnlyList<DayCalendarAnswer>>> Calendars(CurrentVisitor visitors, DayCalendars calendars, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<DayCalendarAnswer>>([.. (await calendars.All((await visitors.Get(ct)).Workspace, ct)).Select(DayCalendarAnswer.Of)]);

    private static async Task<Results<Created<DayCalendarAnswer>, ValidationProblem>> Subscribe(
        DayCalendarRequest request, CurrentVisitor visitors, DayCalendars calendars, DayText text, CancellationToken ct) =>
        Answer(await calendars.Subscribe((await visitors.Get(ct)).Workspace, request.Name, request.Color ?? default, request.Address, ct), text);

    private static async Task<Results<Created<DayCalendarAnswer>, ValidationProblem>> BringIn(
        string name, LabelColor? color, HttpRequest request, CurrentVisitor visitors, DayCalendars calendars, DayText text, CancellationToken ct)
    {
        var file = new byte[CalendarFile.MostBytes + 1];
        var read = await request.Body.ReadAtLeastAsync(file, file.Length, throwOnEndOfStream: false, ct);
        return Answer(await calendars.Add((await visitors.Get(ct)).Workspace, name, color ?? default, file[..read], ct), text);
    }

    private static async Task<Results<NoContent, NotFound>> Drop(DayCalendarId id, CurrentVisitor visitors, DayCalendars calendars, CancellationToken ct) =>
        await calendars.Remove((await visitors.Get(ct)).Workspace, id, ct) is null ? TypedResults.NotFound() : TypedResults.NoContent();

    private static Results<Created<DayCalendarAnswer>, ValidationProblem> Answer(DayOutcome outcome, DayText text) => outcome switch
    {
        DayOutcome.BroughtIn done => TypedResults.Created($"/api/v1/days/calendars/{done.Calendar.Id}", DayCalendarAnswer.Of(done.Calendar)),
        DayOutcome.Refused refused => Problem(refused, text),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ValidationProblem Problem(DayOutcome.Refused refused, DayText text) => TypedResults.ValidationProblem(
        new Dictionary<string, string[]> { [Field(refused.Flaw.Rule)] = [text.Say(refused.Flaw)] },
        extensions: [new("rules", new[] { refused.Flaw.Rule }), new("line", refused.Flaw.Line), new("event", refused.Flaw.Event)]);

    private static string Field(string rule) => rule switch
    {
        DayRules.TextMissing or DayRules.TextTooLong => "text",
        DayRules.EndsBeforeItBegins or DayRules.TooManyDays => "last",
        DayRules.NameMissing => "name",
        _ when rule.StartsWith("calendar-address", StringComparison.Ordinal) => "address",
        _ => "",
    };
}

/// <summary>Something said about days, for programs.</summary>
/// <param name="Last">The last day, itself included.</param>
/// <param name="Calendar">The calendar that says it; null for a note.</param>
public sealed record DayAnswer(DateOnly First, DateOnly Last, string Text, LabelColor Color, string? Calendar, Guid? NoteId, int? Version)
{
    public static DayAnswer Of(DayMark mark) => new(mark.First, mark.Last, mark.Text, mark.Color, mark.Calendar, mark.Note?.Id.Value, mark.Note?.Version);
}

public sealed record DayNoteAnswer(Guid Id, DateOnly First, DateOnly Last, string Text, LabelColor Color, int Version)
{
    public static DayNoteAnswer Of(DayNote note) => new(note.Id.Value, note.First, note.Last, note.Text, note.Color, note.Version);
}

/// <param name="Last">Left out: the first day alone.</param>
/// <param name="Version">That was read; left out, whatever is there is changed.</param>
public sealed record DayNoteRequest(DateOnly First, DateOnly? Last, string? Text, LabelColor? Color, int? Version)
{
    internal DayNoteText Wanted => new(First, Last ?? First, Text, Color ?? default);
}

/// <param name="Host">The server it is read from every day; null for a file.</param>
/// <param name="Trouble">Why it could not be read when that was last tried.</param>
public sealed record DayCalendarAnswer(Guid Id, string Name, LabelColor Color, string? Host, int Days, DateTimeOffset ReadAt, DateOnly KnownUntil, string? Trouble)
{
    public static DayCalendarAnswer Of(DayCalendar calendar) =>
        new(calendar.Id.Value, calendar.Name, calendar.Color, calendar.Host, calendar.Days, calendar.ReadAt, calendar.KnownUntil, calendar.Trouble);
}

public sealed record DayCalendarRequest(string? Name, string? Address, LabelColor? Color);

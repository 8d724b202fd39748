using System.Diagnostics;
using Directino.Accounts;
using Directino.Planning;
using Directino.Planning.Evergreen;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Planning;

/// <summary>Posts that may be published again, and the slots they fill.</summary>
public static class EvergreenEndpoints
{
    public static IEndpointRouteBuilder MapEvergreen(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/accounts/{id}/evergreen").WithTags("Evergreen");
        group.MapGet("/", Get).RequireAuthorization(nameof(Permission.SeePlan)).WithName("GetEvergreen").WithSummary("The pool of an account, its limits, and what it puts into the free slots of the next two weeks.");
        group.MapPut("/", Set).RequireAuthorization(nameof(Permission.SchedulePosts)).WithName("SetEvergreen").WithSummary("Fills free slots from the pool, or does not; how often.");
        api.MapPut("/posts/{id}/evergreen", Add).WithTags("Evergreen").RequireAuthorization(nameof(Permission.SchedulePosts)).WithName("AddEvergreen").WithSummary("Puts what a post says into the pool of its account.");
        var one = api.MapGroup("/evergreen").WithTags("Evergreen");
        one.MapPut("/{id}/rest", Rest).RequireAuthorization(nameof(Permission.SchedulePosts)).WithName("RestEvergreen").WithSummary("Lets one of the pool rest, or takes it again.");
        one.MapDelete("/{id}", Remove).RequireAuthorization(nameof(Permission.SchedulePosts)).WithName("RemoveEvergreen").WithSummary("Takes one out of the pool.").WithDescription("Posts that it became stay.");
        return api;
    }

    private static async Task<Results<Ok<EvergreenAnswer>, NotFound>> Get(AccountId id, CurrentVisitor visitors, EvergreenBook book, EvergreenText text, CancellationToken ct) =>
        await book.Find((await visitors.Get(ct)).Workspace, id, ct) is { } view ? TypedResults.Ok(EvergreenAnswer.Of(view, text)) : TypedResults.NotFound();

    private static async Task<Results<Ok<EvergreenAnswer>, NotFound, ValidationProblem, ProblemHttpResult>> Set(
        AccountId id, EvergreenRequest request, CurrentVisitor visitors, EvergreenBook book, EvergreenText text, CancellationToken ct)
    {
        var workspace = (await visitors.Get(ct)).Workspace;
        return await book.Set(workspace, id, request.IsOn, request.Limits, request.Version, ct) switch
        {
            EvergreenOutcome.Done => TypedResults.Ok(EvergreenAnswer.Of((await book.Find(workspace, id, ct))!, text)),
            EvergreenOutcome.Refused { Rule: PostRules.NotThere } => TypedResults.NotFound(),
            EvergreenOutcome.Refused { Rule: PostRules.ChangedMeanwhile } changed =>
                TypedResults.Problem(text.Rule(changed.Rule), statusCode: StatusCodes.Status409Conflict, extensions: [new("rule", changed.Rule)]),
            EvergreenOutcome.Refused refused => TypedResults.ValidationProblem(
                new Dictionary<string, string[]> { ["limits"] = [text.Rule(refused.Rule)] }, extensions: [new("rules", new[] { refused.Rule })]),
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<Results<NoContent, NotFound, ValidationProblem, ProblemHttpResult>> Add(
        PostId id, CurrentVisitor visitors, EvergreenBook book, EvergreenText text, PlanAnswers answers, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return await book.Add(visitor.Workspace, id, visitor.Person, ct) switch
        {
            EvergreenOutcome.Done => TypedResults.NoContent(),
            EvergreenOutcome.Refused { Rule: PostRules.NotThere } => TypedResults.NotFound(),
            EvergreenOutcome.Refused refused => TypedResults.Problem(text.Rule(refused.Rule), statusCode: StatusCodes.Status409Conflict, extensions: [new("rule", refused.Rule)]),
            EvergreenOutcome.Objected objected => answers.Refused(new PlanOutcome.Refused(objected.Objections), objected.Content),
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<Results<NoContent, NotFound>> Rest(EvergreenId id, EvergreenRestRequest request, CurrentVisitor visitors, EvergreenBook book, CancellationToken ct) =>
        await book.Rest((await visitors.Get(ct)).Workspace, id, request.IsResting, ct) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound>> Remove(EvergreenId id, CurrentVisitor visitors, EvergreenBook book, CancellationToken ct) =>
        await book.Remove((await visitors.Get(ct)).Workspace, id, ct) is null ? TypedResults.NotFound() : TypedResults.NoContent();
}

/// <param name="IsOn">Left out: as it is.</param>
/// <param name="Limits">Left out: as they are.</param>
/// <param name="Version">The version that was read; the change is refused when it is another by now.</param>
public sealed record EvergreenRequest(bool? IsOn, EvergreenLimits? Limits, int? Version);

public sealed record EvergreenRestRequest(bool IsResting);

/// <summary>A pool, for programs.</summary>
/// <param name="Idle">The rule because of which there are no slots to fill.</param>
/// <param name="Trouble">The rule because of which the last slot could not be filled.</param>
public sealed record EvergreenAnswer(
    string TimeZone, bool IsOn, EvergreenLimits Limits, int Version, string? Idle, string? Trouble, IReadOnlyList<EvergreenPostAnswer> Posts, IReadOnlyList<EvergreenTurnAnswer> Turns)
{
    public static EvergreenAnswer Of(EvergreenView view, EvergreenText text) => new(
        view.Account.TimeZone, view.Pool.IsOn, view.Pool.Limits, view.Pool.Version, view.Idle, view.Pool.Trouble,
        [.. view.Posts.Select(p => new EvergreenPostAnswer(p.Id.Value, p.PostId.Value, p.Content.Caption ?? "", p.IsResting, p.LastAt, p.Uses))],
        [.. view.Turns.Select(t => new EvergreenTurnAnswer(t.Slot, t.Id?.Value, t.Why, text.Why(t, view.Account.TimeZone)))]);
}

/// <param name="PostId">The post it was made from.</param>
/// <param name="LastAt">When it was out last, or is to be.</param>
public sealed record EvergreenPostAnswer(Guid Id, Guid PostId, string Caption, bool IsResting, DateTimeOffset? LastAt, int Uses);

/// <summary>A free slot.</summary>
/// <param name="EvergreenId">What is put into it; null when it stays empty.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record EvergreenTurnAnswer(DateTimeOffset Slot, Guid? EvergreenId, EvergreenWhy Why, string Reason);

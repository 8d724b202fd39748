using System.Diagnostics;
using Directino.Accounts;
using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Planning.Queue;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Planning;

/// <summary>The posts in the slots of a timetable.</summary>
public static class QueueEndpoints
{
    public static IEndpointRouteBuilder MapQueues(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/accounts/{id}/queue").WithTags("Slots");
        group.MapGet("/", Get).RequireAuthorization(nameof(Permission.SeePlan)).WithName("GetQueue").WithSummary("What stands in slots to come, and what is held back.");
        group.MapPost("/shuffles", Shuffle).RequireAuthorization(nameof(Permission.SchedulePosts)).WithName("ShuffleQueue").WithSummary("Other places for all of them, of the same slots.").WithDescription("What is within an hour keeps its own.");
        group.MapPut("/order", PutBack).RequireAuthorization(nameof(Permission.SchedulePosts)).WithName("PutBackQueue").WithSummary("Takes the moves of a shuffle back, as far as the posts stand where it put them.");
        group.MapPut("/hold", Hold).RequireAuthorization(nameof(Permission.SchedulePosts)).WithName("HoldQueue").WithSummary("Makes drafts of what stands in slots, or puts them in again.").WithDescription("Into their slots, or the next free ones.");
        return api;
    }

    private static async Task<Results<Ok<QueueAnswer>, NotFound>> Get(AccountId id, CurrentVisitor visitors, QueueBook book, CancellationToken ct) =>
        await book.Find((await visitors.Get(ct)).Workspace, id, ct) is { } view ? TypedResults.Ok(QueueAnswer.Of(view)) : TypedResults.NotFound();

    private static async Task<Results<Ok<QueueMovesBody>, NotFound, ProblemHttpResult>> Shuffle(AccountId id, CurrentVisitor visitors, QueueBook book, QueueText text, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return await book.Find(visitor.Workspace, id, ct) is null ? TypedResults.NotFound() : Answer(await book.Shuffle(visitor.Workspace, id, visitor.Person, Random.Shared, ct), text);
    }

    private static async Task<Results<Ok<QueueMovesBody>, NotFound, ProblemHttpResult>> PutBack(AccountId id, QueueMovesBody body, CurrentVisitor visitors, QueueBook book, QueueText text, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return await book.Find(visitor.Workspace, id, ct) is null ? TypedResults.NotFound() : Answer(await book.PutBack(visitor.Workspace, id, visitor.Person, body.All, ct), text);
    }

    private static async Task<Results<Ok<QueueMovesBody>, NotFound, ProblemHttpResult>> Hold(AccountId id, QueueHoldRequest request, CurrentVisitor visitors, QueueBook book, QueueText text, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return Answer(request.IsHeld ? await book.Hold(visitor.Workspace, id, ct) : await book.Release(visitor.Workspace, id, visitor.Person, ct), text);
    }

    private static Results<Ok<QueueMovesBody>, NotFound, ProblemHttpResult> Answer(QueueOutcome outcome, QueueText text) => outcome switch
    {
        QueueOutcome.Done done => TypedResults.Ok(QueueMovesBody.Of(done.Moves)),
        QueueOutcome.Refused { Rule: PostRules.NotThere } => TypedResults.NotFound(),
        QueueOutcome.Refused refused => TypedResults.Problem(text.Rule(refused.Rule), statusCode: StatusCodes.Status409Conflict, extensions: [new("rule", refused.Rule)]),
        _ => throw new UnreachableException(),
    };
}

/// <param name="IsHeld">False: put in again.</param>
public sealed record QueueHoldRequest(bool IsHeld);

/// <summary>A queue, for programs.</summary>
/// <param name="Held">What is held back, by the slots it stood in.</param>
public sealed record QueueAnswer(string TimeZone, IReadOnlyList<QueuedPostAnswer> Posts, IReadOnlyList<QueuedPostAnswer> Held)
{
    public static QueueAnswer Of(QueueView view) => new(view.TimeZone, [.. view.Posts.Select(QueuedPostAnswer.Of)], [.. view.Held.Select(QueuedPostAnswer.Of)]);
}

public sealed record QueuedPostAnswer(Guid PostId, string Caption, DateTimeOffset Slot, ApprovalState Approval)
{
    public static QueuedPostAnswer Of(QueuedPost post) => new(post.Id.Value, post.Caption, post.Slot, post.Approval);
}

/// <summary>What was moved from one slot to another.</summary>
public sealed record QueueMovesBody(IReadOnlyList<QueueMoveBody>? Moves)
{
    public static QueueMovesBody Of(IReadOnlyList<QueueMove> moves) => new([.. moves.Select(m => new QueueMoveBody(m.Post.Value, m.From, m.To))]);

    internal IReadOnlyList<QueueMove> All => [.. (Moves ?? []).Select(m => new QueueMove(PostId.Of(m.PostId), m.From, m.To))];
}

public sealed record QueueMoveBody(Guid PostId, DateTimeOffset From, DateTimeOffset To);

using Directino.Accounts;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Ledger;

/// <summary>The ledger for programs: what was done in the workspace's name.</summary>
internal static class LedgerEndpoints
{
    private const int LargestPage = 100;

    public static IEndpointRouteBuilder MapLedger(this IEndpointRouteBuilder api)
    {
        var activity = api.MapGroup("/activity").WithTags("Activity").RequireAuthorization(nameof(Permission.SeeActivity));
        activity.MapGet("/", List).WithName("ListActivity").WithSummary("Acts on the workspace's behalf, newest first, a page at a time.");
        activity.MapGet("/{id}", Get).WithName("GetAct").WithSummary("One act: cause, permission, outcome.");
        activity.MapPost("/{id}/look-up", LookUp).WithName("LookUpAct").WithSummary("Has Instagram asked at once whether an act of unknown outcome did happen.");
        return api;
    }

    private static async Task<Ok<ActivityAnswer>> List(
        CurrentVisitor visitors, Database database, ActivityLog log, CancellationToken ct,
        AccountId? account = null, CauseKind? cause = null, Guid? causeId = null, ActState? state = null, Guid? subject = null, ActId? after = null, int take = 50)
    {
        await using var db = database.Open((await visitors.Get(ct)).Workspace);
        var page = await log.Page(db, new ActivityFilter(account, cause, causeId, state, subject), after, Math.Clamp(take, 1, LargestPage), ct);
        return TypedResults.Ok(new ActivityAnswer([.. page.Entries.Select(ActAnswer.Of)], page.Next?.Value));
    }

    private static async Task<Results<Ok<ActAnswer>, NotFound>> Get(ActId id, CurrentVisitor visitors, Database database, ActivityLog log, CancellationToken ct)
    {
        await using var db = database.Open((await visitors.Get(ct)).Workspace);
        return await log.Find(db, id, ct) is { } entry ? TypedResults.Ok(ActAnswer.Of(entry)) : TypedResults.NotFound();
    }

    private static async Task<Results<Accepted, NotFound, ProblemHttpResult>> LookUp(
        ActId id, CurrentVisitor visitors, Database database, ActivityLog log, CancellationToken ct)
    {
        await using var db = database.Open((await visitors.Get(ct)).Workspace);
        if (await log.FindOutNow(db, id, ct))
            return TypedResults.Accepted($"/api/v1/activity/{id}");
        return await log.Find(db, id, ct) is null
            ? TypedResults.NotFound()
            : TypedResults.Problem(title: "The outcome of this act is known; there is nothing to look up.", statusCode: StatusCodes.Status409Conflict);
    }
}

internal sealed record ActivityAnswer(IReadOnlyList<ActAnswer> Acts, Guid? Next);

internal sealed record ActAnswer(
    Guid Id, string Kind, ActState State, Guid Account, string AccountName, string? Follower, CauseKind Cause, Guid CauseId, string? CauseName,
    string? CauseDetail, bool Automatic, Guid Subject, Capability Capability, string Scope, DateTimeOffset CreatedAt, DateTimeOffset? EndedAt,
    int Attempts, string? InstagramId, string? Reason, string? ErrorDetail)
{
    public static ActAnswer Of(ActivityEntry e) => new(
        e.Id.Value, e.Kind, e.State, e.AccountId.Value, e.AccountName, e.FollowerName, e.CauseKind, e.CauseId, e.CauseName, e.CauseDetail,
        e.IsAutomatic, e.SubjectId, e.Capability, e.Scope, e.CreatedAt, e.EndedAt, e.Attempts, e.InstagramId, e.Reason, e.ErrorDetail);
}

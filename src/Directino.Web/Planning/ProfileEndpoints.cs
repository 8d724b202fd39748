using Directino.Accounts;
using Directino.Planning;
using Directino.Planning.Profile;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Planning;

/// <summary>The profile of an account as it will look.</summary>
public static class ProfileEndpoints
{
    public static IEndpointRouteBuilder MapProfiles(this IEndpointRouteBuilder api)
    {
        api.MapGet("/accounts/{id}/profile", Get).RequireAuthorization(nameof(Permission.SeePlan)).WithTags("Posts").WithName("GetProfile")
            .WithSummary("What is out and what is planned, as the profile will show it.").WithDescription("The last first, in three columns.");
        api.MapPost("/posts/{id}/swap", Swap).RequireAuthorization(nameof(Permission.SchedulePosts)).WithTags("Posts").WithName("SwapPosts").WithSummary("Two posts of one account exchange their times, both or neither.");
        return api;
    }

    private static async Task<Results<Ok<ProfileAnswer>, NotFound>> Get(
        AccountId id, DateTimeOffset? before, int? limit, CurrentVisitor visitors, PlanReader plan, ProfileReader profile, CancellationToken ct)
    {
        var workspace = (await visitors.Get(ct)).Workspace;
        if ((await plan.Accounts(workspace, ct)).All(a => a.Id != id))
            return TypedResults.NotFound();
        var page = await profile.Read(workspace, id, before?.ToUniversalTime(), limit ?? 30, ct);
        return TypedResults.Ok(new ProfileAnswer([.. page.Cells.Select(ProfileCellAnswer.Of)], page.Next));
    }

    private static async Task<Results<Ok<PostAnswer>, NotFound, ValidationProblem, ProblemHttpResult>> Swap(
        PostId id, SwapRequest request, CurrentVisitor visitors, TimeSwap swaps, PlanAnswers answers, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return request.With == Guid.Empty
            ? TypedResults.NotFound()
            : answers.Of(await swaps.Swap(visitor.Workspace, id, PostId.Of(request.With), visitor.Person, (request.Version, request.WithVersion), ct));
    }
}

/// <param name="Next">The <c>before</c> of the next page, null at the end.</param>
public sealed record ProfileAnswer(IReadOnlyList<ProfileCellAnswer> Cells, DateTimeOffset? Next);

/// <summary>One place of the profile.</summary>
/// <param name="PostId">Null when it was published elsewhere; then <paramref name="InsightId"/> is where its numbers are.</param>
public sealed record ProfileCellAnswer(Guid? PostId, Guid? InsightId, PostState State, PostKind Kind, DateTimeOffset At, bool HasSeveral, string Beginning, Guid? PictureId)
{
    public static ProfileCellAnswer Of(ProfileCell cell) =>
        new(cell.Post?.Value, cell.Listed?.Value, cell.State, cell.Kind, cell.At, cell.HasSeveral, cell.Beginning, cell.Picture?.Value);
}

/// <param name="With">The post whose time it takes, and which takes its time.</param>
public sealed record SwapRequest(Guid With, int? Version, int? WithVersion);

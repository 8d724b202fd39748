using Directino.Accounts;
using Directino.Planning;
using Directino.Planning.Versions;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Planning;

/// <summary>What a post said before.</summary>
public static class VersionEndpoints
{
    public static IEndpointRouteBuilder MapVersions(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/posts/{id}/versions").WithTags("Posts");
        group.MapGet("/", List).RequireAuthorization(nameof(Permission.SeePlan)).WithName("ListVersions").WithSummary("The last 50 saved versions of a post, newest first.");
        group.MapGet("/{number}", Get).RequireAuthorization(nameof(Permission.SeePlan)).WithName("GetVersion").WithSummary("What a post said in one version.");
        group.MapPost("/{number}/restoration", Restore).RequireAuthorization(nameof(Permission.EditPosts)).WithName("RestoreVersion").WithSummary("Writes what a version said, as any edit is written; the time of the post stays.");
        return api;
    }

    private static async Task<Results<Ok<IReadOnlyList<VersionLineAnswer>>, NotFound>> List(
        PostId id, CurrentVisitor visitors, PlanReader plan, PostHistory history, CancellationToken ct)
    {
        var workspace = (await visitors.Get(ct)).Workspace;
        return await plan.Find(workspace, id, ct) is null
            ? TypedResults.NotFound()
            : TypedResults.Ok<IReadOnlyList<VersionLineAnswer>>([.. (await history.All(workspace, id, ct)).Select(VersionLineAnswer.Of)]);
    }

    private static async Task<Results<Ok<VersionAnswer>, NotFound>> Get(PostId id, int number, CurrentVisitor visitors, PostHistory history, CancellationToken ct) =>
        await history.Find((await visitors.Get(ct)).Workspace, id, number, ct) is { } view ? TypedResults.Ok(VersionAnswer.Of(view.Version)) : TypedResults.NotFound();

    private static async Task<Results<Ok<PostAnswer>, NotFound, ValidationProblem, ProblemHttpResult>> Restore(
        PostId id, int number, RestoreRequest? request, CurrentVisitor visitors, PostHistory history, PlanAnswers answers, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return answers.Of(await history.Restore(visitor.Workspace, id, number, visitor.Person, request?.Version, ct));
    }
}

/// <summary>A version in a list, for programs.</summary>
/// <param name="Changed">What is another than in the version before.</param>
/// <param name="RestoredFrom">The version that was brought back by this one.</param>
public sealed record VersionLineAnswer(int Number, DateTimeOffset At, Guid PersonId, string? Name, IReadOnlyList<string> Changed, int? RestoredFrom)
{
    public static VersionLineAnswer Of(VersionLine line) => new(line.Number, line.At, line.Person.Value, line.Name, Names(line.Changes), line.RestoredFrom);

    internal static IReadOnlyList<string> Names(PostChanges changes) =>
        [.. Enum.GetValues<PostChanges>().Where(c => c != PostChanges.None && changes.HasFlag(c)).Select(c => c.ToString())];
}

/// <summary>A version, for programs.</summary>
public sealed record VersionAnswer(
    int Number, DateTimeOffset At, Guid PersonId, IReadOnlyList<string> Changed, int? RestoredFrom,
    Guid? AccountId, PostKind Kind, IReadOnlyList<PostItemBody> Items, string Caption, PostOptionsBody Options, DateTimeOffset? Slot)
{
    public static VersionAnswer Of(PostVersion v) => new(
        v.Number, v.At, v.PersonId.Value, VersionLineAnswer.Names(v.Changes), v.RestoredFrom,
        v.Content.Account?.Value, v.Content.Kind, [.. v.Content.Items.Select(PostItemBody.Of)], v.Content.Caption ?? "", PostOptionsBody.Of(v.Content.Options), v.Slot);
}

/// <param name="Version">The version of the post that was read; it is refused when that is another by now.</param>
public sealed record RestoreRequest(int? Version);

using Directino.Accounts;
using Directino.Planning;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Planning;

/// <summary>What one is writing and has not saved.</summary>
public static class WorkingCopyEndpoints
{
    public static IEndpointRouteBuilder MapWorkingCopies(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/working-copies").WithTags("Working copies").RequireAuthorization(nameof(Permission.EditPosts));
        group.MapGet("/", List).WithName("ListWorkingCopies").WithSummary("What you are writing and have not saved, the last kept first.");
        group.MapDelete("/{id}", Discard).WithName("DiscardWorkingCopy").WithSummary("Throws one away; its post stays as it is.");
        return api;
    }

    private static async Task<Ok<IReadOnlyList<WorkingCopyAnswer>>> List(CurrentVisitor visitors, WorkingCopies copies, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return TypedResults.Ok<IReadOnlyList<WorkingCopyAnswer>>([.. (await copies.All(visitor.Workspace, visitor.Person, ct)).Select(WorkingCopyAnswer.Of)]);
    }

    private static async Task<Results<NoContent, NotFound>> Discard(WorkingCopyId id, CurrentVisitor visitors, WorkingCopies copies, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return await copies.Drop(visitor.Workspace, visitor.Person, id, ct) ? TypedResults.NoContent() : TypedResults.NotFound();
    }
}

/// <summary>A working copy, for programs.</summary>
/// <param name="PostId">Null for a new post.</param>
/// <param name="Date">As it stands in the composer, on the clock of the account.</param>
/// <param name="BaseVersion">The post's version when it was begun.</param>
/// <param name="LabelIds">The labels a new post is to have.</param>
/// <param name="CampaignId">The campaign a new post is to be part of.</param>
public sealed record WorkingCopyAnswer(
    Guid Id, Guid? PostId, Guid? AccountId, PostKind Kind, IReadOnlyList<PostItemBody> Items, string Caption, PostOptionsBody Options,
    DateOnly? Date, TimeOnly? Time, int? BaseVersion, DateTimeOffset KeptAt, IReadOnlyList<Guid> LabelIds, Guid? CampaignId)
{
    public static WorkingCopyAnswer Of(WorkingCopy copy) => new(
        copy.Id.Value, copy.PostId?.Value, copy.Content.Account?.Value, copy.Content.Kind, [.. copy.Content.Items.Select(PostItemBody.Of)],
        copy.Content.Caption ?? "", PostOptionsBody.Of(copy.Content.Options), copy.Date, copy.Time, copy.BaseVersion, copy.KeptAt,
        [.. copy.Sorting.Labels.Select(l => l.Value)], copy.Sorting.Campaign?.Value);
}

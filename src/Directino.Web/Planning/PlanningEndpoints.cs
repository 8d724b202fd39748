using Directino.Accounts;
using Directino.Labels;
using Directino.Media;
using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Planning.Campaigns;
using Directino.Publishing;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<Directino.Web.Planning.PostAnswer>,
    Microsoft.AspNetCore.Http.HttpResults.NotFound,
    Microsoft.AspNetCore.Http.HttpResults.ValidationProblem,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;

namespace Directino.Web.Planning;

/// <summary>Posts: written, given a slot, read.</summary>
public static class PlanningEndpoints
{
    public static IEndpointRouteBuilder MapPlanning(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/posts").WithTags("Posts");
        group.MapGet("/", List).RequireAuthorization(nameof(Permission.SeePlan)).WithName("ListPosts").WithSummary("Posts, newest first.");
        group.MapPost("/", Create).RequireAuthorization(nameof(Permission.EditPosts)).WithName("CreatePost").WithSummary("Writes a draft.");
        group.MapGet("/{id}", Get).RequireAuthorization(nameof(Permission.SeePlan)).WithName("GetPost").WithSummary("One post.");
        group.MapPut("/{id}", Write).RequireAuthorization(nameof(Permission.EditPosts)).WithName("WritePost").WithSummary("Changes a post that is not out and not on its way.");
        group.MapDelete("/{id}", Delete).RequireAuthorization(nameof(Permission.EditPosts)).WithName("DeletePost").WithSummary("Deletes a post that is not at Instagram.");
        group.MapPut("/{id}/slot", Schedule).RequireAuthorization(nameof(Permission.SchedulePosts)).WithName("SchedulePost").WithSummary("Gives it a slot, or publishes it at once.");
        group.MapDelete("/{id}/slot", Withdraw).RequireAuthorization(nameof(Permission.SchedulePosts)).WithName("WithdrawPost").WithSummary("Back to draft.");
        group.MapPost("/{id}/posted", Posted).RequireAuthorization(nameof(Permission.EditPosts)).WithName("ConfirmPosted").WithSummary("Says that a post that is posted by hand was posted.");
        group.MapPost("/{id}/copy", Copy).RequireAuthorization(nameof(Permission.EditPosts)).WithName("CopyPost").WithSummary("Everything of a post but its time, as a draft; for another account, too.");
        group.MapPut("/{id}/labels", SetLabels).RequireAuthorization(nameof(Permission.EditPosts)).WithName("LabelPost").WithSummary("Gives a post these labels and no others.");
        group.MapGet("/{id}/publication", Story).RequireAuthorization(nameof(Permission.SeePlan)).WithName("GetPublication").WithSummary("What was done to bring it out.");
        api.MapGet("/calendar", Calendar).RequireAuthorization(nameof(Permission.SeePlan)).WithTags("Posts").WithName("GetCalendar").WithSummary("Everything between two instants.");
        return api;
    }

    private static async Task<Ok<PostLines>> List(
        PostState? state, AccountId? account, LabelId? label, PersonId? author, ApprovalState? approval, CampaignId? campaign, PostId? before, int? limit, CurrentVisitor visitors, PlanReader plan, CancellationToken ct)
    {
        var count = Math.Clamp(limit ?? 50, 1, 100);
        var posts = await plan.List((await visitors.Get(ct)).Workspace, new PlanFilter(account, label, state, author, approval, campaign), before, count, ct);
        return TypedResults.Ok(new PostLines([.. posts.Select(PostLine.Of)], posts.Count == count ? posts[^1].Id.Value : null));
    }

    private static async Task<Results<Ok<IReadOnlyList<PostLine>>, ValidationProblem>> Calendar(
        DateTimeOffset from, DateTimeOffset until, AccountId? account, LabelId? label, PostState? state, PersonId? author, ApprovalState? approval, CampaignId? campaign, CurrentVisitor visitors, PlanReader plan,
        CancellationToken ct)
    {
        if (until <= from || until - from > TimeSpan.FromDays(100))
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["until"] = ["Until must be after from, by at most 100 days."] });
        var posts = await plan.Between((await visitors.Get(ct)).Workspace, from, until, new PlanFilter(account, label, state, author, approval, campaign), ct);
        return TypedResults.Ok<IReadOnlyList<PostLine>>([.. posts.Select(PostLine.Of)]);
    }

    private static async Task<Results<Created<PostAnswer>, NotFound, ValidationProblem, ProblemHttpResult>> Create(
        NewPostRequest request, CurrentVisitor visitors, Planner planner, PlanAnswers answers, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        var content = request.Content;
        return await planner.Draft(visitor.Workspace, visitor.Person, content, request.At?.ToUniversalTime(), request.Sorting, ct) switch
        {
            PlanOutcome.Done done => TypedResults.Created($"/api/v1/posts/{done.Post.Id}", PostAnswer.Of(done.Post)),
            PlanOutcome.Conflict conflict => answers.Conflict(conflict),
            PlanOutcome.Refused refused => answers.Refused(refused, content),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static async Task<Results<Ok<PostAnswer>, NotFound>> Get(PostId id, CurrentVisitor visitors, PlanReader plan, CancellationToken ct) =>
        await plan.Find((await visitors.Get(ct)).Workspace, id, ct) is { } view ? TypedResults.Ok(PostAnswer.Of(view.Post)) : TypedResults.NotFound();

    private static async Task<Answer> Write(
        PostId id, WriteRequest request, CurrentVisitor visitors, Planner planner, PlanAnswers answers, CancellationToken ct)
    {
        var content = request.Content;
        var visitor = await visitors.Get(ct);
        return answers.Of(await planner.Write(visitor.Workspace, id, content, visitor.Person, request.Version, ct), content);
    }

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> Delete(
        PostId id, int? version, CurrentVisitor visitors, Planner planner, PlanAnswers answers, CancellationToken ct) =>
        await planner.Delete((await visitors.Get(ct)).Workspace, id, version, ct) switch
        {
            PlanOutcome.Conflict { Rule: PostRules.NotThere } => TypedResults.NotFound(),
            PlanOutcome.Conflict conflict => answers.Conflict(conflict),
            _ => TypedResults.NoContent(),
        };

    private static async Task<Answer> Schedule(
        PostId id, SlotRequest request, CurrentVisitor visitors, Planner planner, PlanAnswers answers, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return answers.Of(request switch
        {
            { At: { } at, FromTimetable: true } => await planner.ScheduleInSlot(visitor.Workspace, id, at.ToUniversalTime(), visitor.Person, request.Version, ct),
            { At: { } at } => await planner.Schedule(visitor.Workspace, id, at.ToUniversalTime(), visitor.Person, request.Version, ct),
            _ => await planner.PublishNow(visitor.Workspace, id, visitor.Person, request.Version, ct),
        });
    }

    private static async Task<Answer> Withdraw(
        PostId id, int? version, CurrentVisitor visitors, Planner planner, PlanAnswers answers, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return answers.Of(await planner.Withdraw(visitor.Workspace, id, visitor.Person, version, ct));
    }

    private static async Task<Answer> Posted(
        PostId id, PostedRequest request, CurrentVisitor visitors, Planner planner, PlanAnswers answers, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return answers.Of(await planner.PostedByHand(visitor.Workspace, id, request.Permalink, visitor.Person, request.Version, ct));
    }

    private static async Task<Results<Created<PostAnswer>, NotFound, ProblemHttpResult>> Copy(
        PostId id, CopyRequest request, CurrentVisitor visitors, Planner planner, PlanAnswers answers, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        AccountId? account = request.AccountId is { } a && a != Guid.Empty ? AccountId.Of(a) : null;
        return await planner.Copy(visitor.Workspace, id, visitor.Person, account, ct) switch
        {
            PlanOutcome.Done done => TypedResults.Created($"/api/v1/posts/{done.Post.Id}", PostAnswer.Of(done.Post)),
            PlanOutcome.Conflict { Rule: PostRules.NotThere } => TypedResults.NotFound(),
            PlanOutcome.Conflict conflict => answers.Conflict(conflict),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static async Task<Answer> SetLabels(
        PostId id, PostLabelsRequest request, CurrentVisitor visitors, Planner planner, PlanAnswers answers, CancellationToken ct)
    {
        var labels = (request.LabelIds ?? []).Where(l => l != Guid.Empty).Select(LabelId.Of).ToList();
        return answers.Of(await planner.SetLabels((await visitors.Get(ct)).Workspace, id, labels, request.Version, ct));
    }

    private static async Task<Results<Ok<IReadOnlyList<StoryStep>>, NotFound>> Story(
        PostId id, CurrentVisitor visitors, PlanReader plan, PublishingStory story, CancellationToken ct)
    {
        var workspace = (await visitors.Get(ct)).Workspace;
        return await plan.Find(workspace, id, ct) is null ? TypedResults.NotFound() : TypedResults.Ok(await story.Tell(workspace, id, ct));
    }
}

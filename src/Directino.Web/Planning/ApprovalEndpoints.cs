using Directino.Accounts;
using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<Directino.Web.Planning.PostAnswer>,
    Microsoft.AspNetCore.Http.HttpResults.NotFound,
    Microsoft.AspNetCore.Http.HttpResults.ValidationProblem,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;

namespace Directino.Web.Planning;

/// <summary>Approval of posts, and the rule by which it is asked for.</summary>
public static class ApprovalEndpoints
{
    public static IEndpointRouteBuilder MapApprovals(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/posts/{id}/approval").WithTags("Approval");
        group.MapGet("/", Get).RequireAuthorization(nameof(Permission.SeePlan)).WithName("GetApproval").WithSummary("How a post’s approval stands, and what was said.");
        group.MapPost("/", Approve).RequireAuthorization(nameof(Permission.ApprovePosts)).WithName("ApprovePost").WithSummary("Approves a post as it was seen.").WithDescription("Only who is named by the rule may.");
        group.MapPost("/request", Ask).RequireAuthorization(nameof(Permission.EditPosts)).WithName("AskForApproval").WithSummary("Asks for approval.").WithDescription("A post that is scheduled asks by itself.");
        group.MapPost("/changes", AskForChanges).RequireAuthorization(nameof(Permission.ApprovePosts)).WithName("AskForChanges").WithSummary("Says what is to be changed; also takes an approval back.");

        var rule = api.MapGroup("/approval-rule").WithTags("Approval");
        rule.MapGet("/", GetRule).RequireAuthorization(nameof(Permission.SeePlan)).WithName("GetApprovalRule").WithSummary("Whose word posts wait for.");
        rule.MapPut("/", SetRule).RequireAuthorization(nameof(Permission.ManageWorkspace)).WithName("SetApprovalRule").WithSummary("Changes whose word posts wait for.").WithDescription("It holds at once for every post that is not out.");
        return api;
    }

    private static async Task<Results<Ok<ApprovalAnswer>, NotFound>> Get(PostId id, CurrentVisitor visitors, ApprovalReader reader, CancellationToken ct) =>
        await reader.Find((await visitors.Get(ct)).Workspace, id, ct) is { } view ? TypedResults.Ok(ApprovalAnswer.Of(view)) : TypedResults.NotFound();

    private static async Task<Answer> Approve(PostId id, DecisionRequest request, CurrentVisitor visitors, ApprovalBook book, PlanAnswers answers, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return answers.Of(await book.Approve(visitor.Workspace, id, Reviewer.Member(visitor.Person), request.Edition, ct));
    }

    private static async Task<Answer> Ask(PostId id, DecisionRequest request, CurrentVisitor visitors, ApprovalBook book, PlanAnswers answers, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return answers.Of(await book.Ask(visitor.Workspace, id, visitor.Person, request.Edition, ct));
    }

    private static async Task<Answer> AskForChanges(PostId id, ChangesRequest request, CurrentVisitor visitors, ApprovalBook book, PlanAnswers answers, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return answers.Of(await book.AskForChanges(visitor.Workspace, id, Reviewer.Member(visitor.Person), request.Edition, request.Sentence, ct));
    }

    private static async Task<Ok<ApprovalRuleAnswer>> GetRule(CurrentVisitor visitors, ApprovalReader reader, CancellationToken ct) =>
        TypedResults.Ok(ApprovalRuleAnswer.Of(await reader.Rule((await visitors.Get(ct)).Workspace, ct)));

    private static async Task<Results<Ok<ApprovalRuleAnswer>, ValidationProblem, ProblemHttpResult>> SetRule(
        ApprovalRuleRequest request, CurrentVisitor visitors, ApprovalBook book, ApprovalReader reader, PlanningText text, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        var approvers = (request.ApproverIds ?? []).Where(a => a != Guid.Empty).Select(PersonId.Of).ToList();
        return await book.SetRule(visitor.Workspace, visitor.Person, request.Kind, approvers, request.Version, ct) switch
        {
            ApprovalRuleOutcome.Done => TypedResults.Ok(ApprovalRuleAnswer.Of(await reader.Rule(visitor.Workspace, ct))),
            ApprovalRuleOutcome.Refused { Rule: PostRules.ChangedMeanwhile } => TypedResults.Problem(
                text.Rule(ApprovalRules.RuleChanged), statusCode: StatusCodes.Status409Conflict, extensions: [new("rule", PostRules.ChangedMeanwhile)]),
            ApprovalRuleOutcome.Refused refused => TypedResults.ValidationProblem(
                new Dictionary<string, string[]> { ["approverIds"] = [text.Rule(refused.Rule)] }, extensions: [new("rules", new[] { refused.Rule })]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

/// <summary>How a post's approval stands, for programs.</summary>
/// <param name="Edition">Counts changes of what followers would see; an approval holds for one edition.</param>
/// <param name="AwaitedIds">The members whose word is still waited for.</param>
public sealed record ApprovalAnswer(ApprovalKind Rule, ApprovalState State, int Edition, IReadOnlyList<Guid> AwaitedIds, IReadOnlyList<ApprovalWordAnswer> Words)
{
    public static ApprovalAnswer Of(ApprovalView view) => new(
        view.Demand.Kind, view.State, view.Edition, [.. view.Awaited.Select(a => a.Id.Value)],
        [.. view.Words.Select(w => new ApprovalWordAnswer(w.Kind, w.By, w.IsClient, w.Sentence, w.At, w.IsOfThisEdition))]);
}

/// <param name="IsOfThisEdition">Whether the post is still what it was then.</param>
public sealed record ApprovalWordAnswer(ApprovalStepKind Kind, string? By, bool IsClient, string? Sentence, DateTimeOffset At, bool IsOfThisEdition);

/// <param name="Edition">The edition that was seen; refused when it is another by now.</param>
public sealed record DecisionRequest(int? Edition);

/// <param name="Edition">The edition that was seen; refused when it is another by now.</param>
/// <param name="Sentence">What is to be changed, in at most 1,000 characters.</param>
public sealed record ChangesRequest(int? Edition, string? Sentence);

/// <param name="ApproverIds">The members it names.</param>
public sealed record ApprovalRuleAnswer(ApprovalKind Kind, IReadOnlyList<Guid> ApproverIds, int Version)
{
    public static ApprovalRuleAnswer Of(ApprovalRuleView rule) => new(rule.Kind, [.. rule.Members.Where(m => m.IsNamed).Select(m => m.Person.Value)], rule.Version);
}

/// <param name="ApproverIds">All members it is to name; at least one where members are waited for.</param>
/// <param name="Version">The version that was read; the change is refused when it is another by now.</param>
public sealed record ApprovalRuleRequest(ApprovalKind Kind, IReadOnlyList<Guid>? ApproverIds, int? Version);

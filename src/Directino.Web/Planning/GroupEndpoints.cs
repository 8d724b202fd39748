using Directino.Accounts;
using Directino.Planning;
using Directino.Planning.Groups;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<Directino.Web.Planning.GroupAnswer>,
    Microsoft.AspNetCore.Http.HttpResults.NotFound,
    Microsoft.AspNetCore.Http.HttpResults.ValidationProblem,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult,
    Microsoft.AspNetCore.Http.HttpResults.ForbidHttpResult>;

namespace Directino.Web.Planning;

/// <summary>Posts of several accounts that are written as one.</summary>
public static class GroupEndpoints
{
    public static IEndpointRouteBuilder MapGroups(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/post-groups").WithTags("Posts");
        group.MapPost("/", Create).RequireAuthorization(nameof(Permission.EditPosts)).WithName("CreatePostGroup")
            .WithSummary("Makes one post for each account, which may say something of its own; with schedule they get their times, with publishNow they go out, with askForApproval they wait for a word.").WithDescription("All of them, or none: what each account is refused for is told.");
        group.MapGet("/{id}", Get).RequireAuthorization(nameof(Permission.SeePlan)).WithName("GetPostGroup").WithSummary("The posts that were written as one.");
        group.MapPut("/{id}/posts/{postId}", Write).RequireAuthorization(nameof(Permission.EditPosts)).WithName("WritePostGroup")
            .WithSummary("Writes one of them; what the others said the same they say the same again.").WithDescription("All or none. One alone is written as any other post.");
        return api;
    }

    private static async Task<Answer> Create(NewGroupRequest request, CurrentVisitor visitors, PostGroups groups, GroupAnswers answers, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        if (request.Aim is not { } aim)
            return answers.Broken("schedule", GroupRules.OneAim);
        if (NeedsSchedule(aim) && !visitor.May(Permission.SchedulePosts))
            return TypedResults.Forbid();
        return answers.Of(await groups.Save(visitor.Workspace, visitor.Person, request.Members, aim, ct));
    }

    private static async Task<Results<Ok<GroupAnswer>, NotFound>> Get(PostGroupId id, CurrentVisitor visitors, PostGroups groups, CancellationToken ct) =>
        await groups.Find((await visitors.Get(ct)).Workspace, id, ct) is [_, ..] views ? TypedResults.Ok(GroupAnswer.Of([.. views.Select(v => v.Post)])) : TypedResults.NotFound();

    private static async Task<Answer> Write(
        PostGroupId id, PostId postId, GroupWriteRequest request, CurrentVisitor visitors, PostGroups groups, GroupAnswers answers, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        if (request.Aim is not { } aim)
            return answers.Broken("schedule", GroupRules.OneAim);
        if (NeedsSchedule(aim) && !visitor.May(Permission.SchedulePosts))
            return TypedResults.Forbid();
        var member = new GroupMember(PostBody.Content(null, request.Kind, request.Items, request.Caption, request.Options), request.At?.ToUniversalTime(), Known: request.Version);
        return answers.Of(await groups.Write(visitor.Workspace, id, postId, member, visitor.Person, aim, ct));
    }

    private static bool NeedsSchedule(GroupAim aim) => aim is GroupAim.Schedule or GroupAim.PublishNow;

    /// <summary>Null when it is more than one.</summary>
    internal static GroupAim? Aim(bool schedule, bool publishNow, bool askForApproval) => (schedule, publishNow, askForApproval) switch
    {
        (false, false, false) => GroupAim.Keep,
        (true, false, false) => GroupAim.Schedule,
        (false, true, false) => GroupAim.PublishNow,
        (false, false, true) => GroupAim.AskForApproval,
        _ => null,
    };
}

/// <param name="Accounts">One post is made for each.</param>
/// <param name="Schedule">They go out at their times; without any of the three they are drafts.</param>
/// <param name="PublishNow">They go out at once.</param>
/// <param name="AskForApproval">They are drafts, and approval of them is asked for.</param>
/// <param name="LabelIds">The labels that all of them have from the beginning.</param>
/// <param name="CampaignId">The campaign that all of them are part of.</param>
public sealed record NewGroupRequest(
    IReadOnlyList<GroupAccountBody>? Accounts, PostKind Kind, IReadOnlyList<PostItemBody>? Items, string? Caption, PostOptionsBody? Options, DateTimeOffset? At, bool Schedule = false,
    bool PublishNow = false, bool AskForApproval = false, IReadOnlyList<Guid>? LabelIds = null, Guid? CampaignId = null)
{
    internal GroupAim? Aim => GroupEndpoints.Aim(Schedule, PublishNow, AskForApproval);

    internal IReadOnlyList<GroupMember> Members => [.. (Accounts ?? []).Select(a => new GroupMember(
        PostBody.Content(a.AccountId, Kind, Items, a.Caption ?? Caption, a.Own(Options)), (a.At ?? At)?.ToUniversalTime()) { Sorting = PostBody.Sorting(LabelIds, CampaignId) })];
}

/// <summary>An account, and what it says of its own; what is left out it says as the others.</summary>
public sealed record GroupAccountBody(Guid AccountId, string? Caption, string? FirstComment, PostOptionsBody? Options, DateTimeOffset? At)
{
    internal PostOptionsBody? Own(PostOptionsBody? shared) =>
        FirstComment is { } comment ? (Options ?? shared ?? new PostOptionsBody()) with { FirstComment = comment } : Options ?? shared;
}

/// <param name="Version">The version of the post that was read; the change is refused when it is another by now.</param>
/// <param name="Schedule">All get their times; without any of the three those that are scheduled stay so and drafts stay drafts.</param>
/// <param name="PublishNow">All go out at once.</param>
/// <param name="AskForApproval">Approval is asked for of all that nobody was asked about.</param>
public sealed record GroupWriteRequest(
    PostKind Kind, IReadOnlyList<PostItemBody>? Items, string? Caption, PostOptionsBody? Options, DateTimeOffset? At, int? Version, bool Schedule = false,
    bool PublishNow = false, bool AskForApproval = false)
{
    internal GroupAim? Aim => GroupEndpoints.Aim(Schedule, PublishNow, AskForApproval);
}

/// <summary>Posts that were written as one.</summary>
public sealed record GroupAnswer(Guid Id, IReadOnlyList<PostAnswer> Posts)
{
    public static GroupAnswer Of(IReadOnlyList<Post> posts) => new(posts[0].GroupId!.Value.Value, [.. posts.Select(PostAnswer.Of)]);
}

/// <summary>What programs are told of posts that are written as one.</summary>
public sealed class GroupAnswers(PlanAnswers answers, PlanningText text)
{
    internal Answer Of(GroupOutcome outcome) => outcome switch
    {
        GroupOutcome.Done done => TypedResults.Ok(GroupAnswer.Of(done.Posts)),
        GroupOutcome.Conflict { Rule: PostRules.NotThere } => TypedResults.NotFound(),
        GroupOutcome.Conflict { Rule: GroupRules.Empty or GroupRules.TooMany or GroupRules.AccountTwice } broken =>
            Broken("accounts", broken.Rule),
        GroupOutcome.Conflict conflict => answers.Conflict(new PlanOutcome.Conflict(conflict.Rule)),
        GroupOutcome.Refused refused => Refused(refused),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    internal ValidationProblem Broken(string field, string rule) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = [text.Rule(rule)] }, extensions: [new("rules", new[] { rule })]);

    /// <summary>Each field with its account before it.</summary>
    private ValidationProblem Refused(GroupOutcome.Refused refused) => TypedResults.ValidationProblem(
        refused.Members.SelectMany(m => m.Objections.Select(o => (Field: $"accounts[{m.Member.Content.Account}].{PlanAnswers.Field(o)}", Text: text.Objection(o, m.Member.Content))))
            .GroupBy(o => o.Field, o => o.Text).ToDictionary(g => g.Key, g => g.ToArray()),
        extensions: [new("refusals", refused.Members.Select(m => new GroupRefusal(m.Member.Content.Account?.Value, [.. m.Objections.Select(o => o.Rule)])).ToArray())]);
}

/// <summary>What one account's post was refused for; none was saved.</summary>
public sealed record GroupRefusal(Guid? AccountId, IReadOnlyList<string> Rules);

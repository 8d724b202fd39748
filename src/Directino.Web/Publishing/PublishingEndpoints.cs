using Directino.Accounts;
using Directino.Ledger;
using Directino.Planning;
using Directino.Publishing;
using Directino.Web.Access;
using Directino.Web.Planning;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Publishing;

/// <summary>How much an account may still publish, how a poll stands, and taking a post down again.</summary>
public static class PublishingEndpoints
{
    public static IEndpointRouteBuilder MapPublishing(this IEndpointRouteBuilder api)
    {
        api.MapGet("/accounts/{id}/publishing-limit", Limit).RequireAuthorization(nameof(Permission.SeePlan)).WithTags("Posts")
            .WithName("GetPublishingLimit").WithSummary("What Instagram says is left of the account's daily posts.");
        api.MapDelete("/posts/{id}/media", Delete).RequireAuthorization(nameof(Permission.SchedulePosts)).WithTags("Posts")
            .WithName("DeletePublishedPost").WithSummary("Deletes a published post at Instagram, for ever.")
            .WithDescription("Accepted: it is in the ledger and done within seconds; then the post has a deletedAt. Only with Facebook’s login and the account’s leave to delete.");
        api.MapGet("/posts/{id}/poll", Poll).RequireAuthorization(nameof(Permission.SeePlan)).WithTags("Posts")
            .WithName("GetPoll").WithSummary("How the poll of a published post stands, asked of Instagram now.");
        api.MapShops();
        api.MapAudio();
        return api;
    }

    private static async Task<Results<Ok<PollStandingAnswer>, NotFound, ProblemHttpResult>> Poll(
        PostId id, CurrentVisitor visitors, PollReading polls, PlanningText text, CancellationToken ct) =>
        await polls.Read((await visitors.Get(ct)).Workspace, id, ct) switch
        {
            PollOutcome.Known known => TypedResults.Ok(new PollStandingAnswer(
                [.. known.Poll.Answers.Select(a => new PollOptionAnswer(a.Text, a.Share))], known.Poll.EndsAt, known.At)),
            PollOutcome.Refused { Rule: var rule } => TypedResults.Problem(
                text.Rule(rule), statusCode: StatusCodes.Status409Conflict, extensions: [new("rule", rule)]),
            PollOutcome.NotThere => TypedResults.NotFound(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static async Task<Results<Accepted, NotFound, ProblemHttpResult>> Delete(
        PostId id, CurrentVisitor visitors, Deletion deletion, PlanningText text, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return await deletion.Ask(visitor.Workspace, id, Cause.Member(visitor.Person, visitor.Key?.Name), ct) switch
        {
            DeletionOutcome.Intended => TypedResults.Accepted($"/api/v1/posts/{id}"),
            DeletionOutcome.Refused { Rule: var rule } => TypedResults.Problem(
                text.Rule(rule), statusCode: StatusCodes.Status409Conflict, extensions: [new("rule", rule)]),
            _ => TypedResults.NotFound(),
        };
    }

    private static async Task<Results<Ok<LimitAnswer>, NotFound, ProblemHttpResult>> Limit(
        AccountId id, CurrentVisitor visitors, PublishingLimits limits, PlanningText text, CancellationToken ct) =>
        await limits.Read((await visitors.Get(ct)).Workspace, id, ct) switch
        {
            LimitOutcome.Known { Reading: var reading } => TypedResults.Ok(new LimitAnswer(
                reading.Limit.QuotaUsage, reading.Limit.QuotaTotal, reading.Limit.Left, (int?)reading.Limit.QuotaDuration?.TotalSeconds, reading.At)),
            LimitOutcome.Refused { Rule: var rule } => TypedResults.Problem(
                text.Rule(rule), statusCode: StatusCodes.Status409Conflict, extensions: [new("rule", rule)]),
            LimitOutcome.NotThere => TypedResults.NotFound(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}

/// <param name="Used">Posts published within the window; null when Instagram does not say.</param>
/// <param name="At">When Instagram said so.</param>
public sealed record LimitAnswer(int? Used, int? Total, int? Left, int? WindowSeconds, DateTimeOffset At);

/// <param name="EndsAt">When nobody can vote any more; null while it stays open.</param>
/// <param name="At">When Instagram said so.</param>
public sealed record PollStandingAnswer(IReadOnlyList<PollOptionAnswer> Options, DateTimeOffset? EndsAt, DateTimeOffset At);

/// <param name="Share">Its part of the votes, 0 to 1; null when Instagram does not say.</param>
public sealed record PollOptionAnswer(string Text, decimal? Share);

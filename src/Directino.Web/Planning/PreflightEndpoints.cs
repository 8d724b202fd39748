using Directino.Accounts;
using Directino.Planning;
using Directino.Planning.Neighbours;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Planning;

/// <summary>What stands in the way of a post, and what is good to know, before anything is tried.</summary>
public static class PreflightEndpoints
{
    public static IEndpointRouteBuilder MapPreflight(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/posts").WithTags("Posts").RequireAuthorization(nameof(Permission.SeePlan));
        group.MapGet("/{id}/preflight", Saved).WithName("GetPreflight").WithSummary("What stands in the way of a post at its time, and what is good to know: posts near it, what it repeats, and whether Instagram can fetch its files from outside.").WithDescription("Warnings never stop it.");
        group.MapPost("/preflight", Written).WithName("CheckPost").WithSummary("The same of a post that is not saved.").WithDescription("Nothing is kept.");
        return api;
    }

    private static async Task<Results<Ok<PreflightAnswer>, NotFound>> Saved(PostId id, CurrentVisitor visitors, PlanReader plan, PostPreflight preflight, CancellationToken ct)
    {
        var workspace = (await visitors.Get(ct)).Workspace;
        return await plan.Find(workspace, id, ct) is { Post: var post }
            ? TypedResults.Ok(await preflight.Of(workspace, id, post.Content, post.Slot, ct))
            : TypedResults.NotFound();
    }

    private static async Task<Ok<PreflightAnswer>> Written(NewPostRequest request, CurrentVisitor visitors, PostPreflight preflight, CancellationToken ct) =>
        TypedResults.Ok(await preflight.Of((await visitors.Get(ct)).Workspace, null, request.Content, request.At?.ToUniversalTime(), ct));
}

/// <summary>What is to be said of a post before it goes out.</summary>
/// <param name="Files">Whether Instagram can fetch each file by its link, as seen at most a minute ago; without what needs no link, or is not to be looked at.</param>
/// <param name="Outlook">How things will stand with the account at the post's time, or now where it has none; null without an account, and for a post that is posted by hand.</param>
/// <param name="Advice">Of a post that is posted by hand: what Instagram's app will change about its files. It stops nothing.</param>
public sealed record PreflightAnswer(IReadOnlyList<ObjectionAnswer> Objections, IReadOnlyList<WarningAnswer> Warnings, IReadOnlyList<ReachAnswer> Files, IReadOnlyList<ObjectionAnswer> Advice, OutlookAnswer? Outlook);

/// <param name="Reachable">Whether the file came back whole by its public link.</param>
/// <param name="Rule">What keeps Instagram from it; null when nothing does.</param>
/// <param name="At">When it was looked at.</param>
public sealed record ReachAnswer(Guid MediaId, bool Reachable, string? Rule, string? Text, DateTimeOffset At);

/// <param name="Field">As the post names it; of an item, with its place.</param>
/// <param name="Fix">What the composer does about it by one press, as its button says; null where only the author can mend it.</param>
public sealed record ObjectionAnswer(string Field, string Rule, string Text, string? Fix);

/// <summary>Good to know; it stops nothing.</summary>
/// <param name="PostId">The other post that it is about.</param>
/// <param name="MinutesApart">How far the other post stands from it; null where time is not what it is about.</param>
public sealed record WarningAnswer(string Rule, string Text, Guid PostId, PostState PostState, DateTimeOffset At, int? MinutesApart);

/// <param name="Token">Null where the account has no token that ends, or waits for somebody to log in.</param>
/// <param name="Quota">Null where Instagram has not said how many posts it allows.</param>
public sealed record OutlookAnswer(TokenOutlookAnswer? Token, QuotaOutlookAnswer? Quota);

/// <summary>Whether the access to the account lasts until the post.</summary>
public sealed record TokenOutlookAnswer(DateTimeOffset EndsAt, TokenStanding Standing, string Text);

/// <summary>What of Instagram's limit is taken by the post's time, itself not counted.</summary>
/// <param name="NextTime">Where the post has no room then: the next time that has; else null.</param>
public sealed record QuotaOutlookAnswer(int Used, int Total, DateTimeOffset? NextTime);

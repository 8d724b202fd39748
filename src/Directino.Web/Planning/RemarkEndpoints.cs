using Directino.Accounts;
using Directino.Media;
using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Planning.Remarks;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Left = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Created<Directino.Web.Planning.RemarkIdAnswer>,
    Microsoft.AspNetCore.Http.HttpResults.NotFound,
    Microsoft.AspNetCore.Http.HttpResults.ValidationProblem>;

namespace Directino.Web.Planning;

/// <summary>Remarks on posts, for programs.</summary>
public static class RemarkEndpoints
{
    public static IEndpointRouteBuilder MapRemarks(this IEndpointRouteBuilder api)
    {
        var posts = api.MapGroup("/posts/{id}/remarks").WithTags("Remarks");
        posts.MapGet("/", List).RequireAuthorization(nameof(Permission.SeePlan)).WithName("ListRemarks").WithSummary("What was remarked about a post, in order, with the answers.");
        posts.MapPost("/", Leave).RequireAuthorization(nameof(Permission.EditPosts)).WithName("LeaveRemark").WithSummary("Remarks something about a point of a picture, about words of the caption, or about the whole post.");
        var remarks = api.MapGroup("/remarks/{id}").WithTags("Remarks").RequireAuthorization(nameof(Permission.EditPosts));
        remarks.MapPost("/answers", Answer).WithName("AnswerRemark").WithSummary("Answers a remark.");
        remarks.MapPut("/done", Done).WithName("MarkRemarkDone").WithSummary("Marks a remark as done.");
        remarks.MapDelete("/done", Reopen).WithName("ReopenRemark").WithSummary("Opens a remark again.");
        return api;
    }

    private static async Task<Results<Ok<IReadOnlyList<RemarkAnswer>>, NotFound>> List(PostId id, CurrentVisitor visitors, RemarkBook book, CancellationToken ct) =>
        await book.Of((await visitors.Get(ct)).Workspace, id, ct) is { } threads ? TypedResults.Ok<IReadOnlyList<RemarkAnswer>>([.. threads.Select(RemarkAnswer.Of)]) : TypedResults.NotFound();

    private static async Task<Left> Leave(PostId id, RemarkRequest request, CurrentVisitor visitors, RemarkBook book, PlanningText text, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        var place = new RemarkPlace(request.MediaId is { } media && media != Guid.Empty ? MediaItemId.Of(media) : null, request.X, request.Y, request.Quote);
        return Of(await book.Leave(visitor.Workspace, id, Reviewer.Member(visitor.Person), place, request.Text, ct), text);
    }

    private static async Task<Left> Answer(RemarkId id, RemarkAnswerRequest request, CurrentVisitor visitors, RemarkBook book, PlanningText text, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return Of(await book.Answer(visitor.Workspace, id, Reviewer.Member(visitor.Person), request.Text, ct), text);
    }

    private static Task<Results<NoContent, NotFound>> Done(RemarkId id, CurrentVisitor visitors, RemarkBook book, CancellationToken ct) => Mark(id, true, visitors, book, ct);

    private static Task<Results<NoContent, NotFound>> Reopen(RemarkId id, CurrentVisitor visitors, RemarkBook book, CancellationToken ct) => Mark(id, false, visitors, book, ct);

    private static async Task<Results<NoContent, NotFound>> Mark(RemarkId id, bool done, CurrentVisitor visitors, RemarkBook book, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return await book.Mark(visitor.Workspace, id, visitor.Person, done, ct) ? TypedResults.NoContent() : TypedResults.NotFound();
    }

    private static Left Of(RemarkOutcome outcome, PlanningText text) => outcome switch
    {
        RemarkOutcome.Done done => TypedResults.Created($"/api/v1/posts/{done.Remark.PostId}/remarks", new RemarkIdAnswer(done.Remark.Id.Value)),
        RemarkOutcome.Refused { Rule: PostRules.NotThere or RemarkRules.NotThere } => TypedResults.NotFound(),
        RemarkOutcome.Refused refused => TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["text"] = [text.Rule(refused.Rule)] }, extensions: [new("rules", new[] { refused.Rule })]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <param name="MediaId">The picture or video of the post that it is about.</param>
/// <param name="X">From 0 at the left to 1 at the right of the picture; with <paramref name="Y"/> or not at all.</param>
/// <param name="Y">From 0 at the top to 1 at the bottom.</param>
/// <param name="Quote">Words of the caption that it is about.</param>
/// <param name="Text">What is remarked, in at most 1,000 characters.</param>
public sealed record RemarkRequest(Guid? MediaId, double? X, double? Y, string? Quote, string? Text);

public sealed record RemarkAnswerRequest(string? Text);

public sealed record RemarkIdAnswer(Guid Id);

/// <summary>A remark, for programs.</summary>
/// <param name="IsGone">What it was about is no longer in the post.</param>
/// <param name="LinkId">The link by which a client left it.</param>
public sealed record RemarkAnswer(
    Guid Id, Guid? MediaId, double? X, double? Y, string? Quote, bool IsGone, string Text, string? By, bool IsClient, Guid? LinkId, DateTimeOffset At, DateTimeOffset? DoneAt,
    IReadOnlyList<RemarkWordAnswer> Answers)
{
    public static RemarkAnswer Of(RemarkThread t) => new(
        t.Id.Value, t.Media?.Value, t.X, t.Y, t.Quote, t.IsGone, t.Said.Text, t.Said.By, t.Said.IsClient, t.Link?.Value, t.Said.At, t.DoneAt,
        [.. t.Answers.Select(a => new RemarkWordAnswer(a.Id.Value, a.Text, a.By, a.IsClient, a.At))]);
}

public sealed record RemarkWordAnswer(Guid Id, string Text, string? By, bool IsClient, DateTimeOffset At);

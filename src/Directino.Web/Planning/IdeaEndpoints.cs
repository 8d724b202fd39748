using System.Diagnostics;
using Directino.Accounts;
using Directino.Labels;
using Directino.Media;
using Directino.Planning;
using Directino.Planning.Ideas;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Planning;

/// <summary>What may become a post one day.</summary>
public static class IdeaEndpoints
{
    public static IEndpointRouteBuilder MapIdeas(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/ideas").WithTags("Ideas");
        group.MapGet("/", List).RequireAuthorization(nameof(Permission.SeePlan)).WithName("ListIdeas").WithSummary("Ideas, newest first, by beginnings of words.").WithDescription("Those that are archived when that is asked for.");
        group.MapPost("/", Add).RequireAuthorization(nameof(Permission.EditPosts)).WithName("AddIdea").WithSummary("Keeps an idea.");
        group.MapGet("/{id}", Find).RequireAuthorization(nameof(Permission.SeePlan)).WithName("GetIdea").WithSummary("One idea.");
        group.MapPut("/{id}", Change).RequireAuthorization(nameof(Permission.EditPosts)).WithName("ChangeIdea").WithSummary("Other words, links, pictures or labels.");
        group.MapPut("/{id}/archive", Archive).RequireAuthorization(nameof(Permission.EditPosts)).WithName("ArchiveIdea").WithSummary("Out of sight, or back.");
        group.MapDelete("/{id}", Remove).RequireAuthorization(nameof(Permission.EditPosts)).WithName("RemoveIdea").WithSummary("Deletes it.").WithDescription("The draft it became stays.");
        group.MapPost("/{id}/post", Become).RequireAuthorization(nameof(Permission.EditPosts)).WithName("MakePostOfIdea").WithSummary("Makes a draft of it, which it keeps a link to.");
        return api;
    }

    private static async Task<Ok<IdeaAnswers>> List(string? q, bool? archived, AccountId? account, IdeaId? before, CurrentVisitor visitors, IdeaBook book, CancellationToken ct)
    {
        const int PageSize = 50;
        var page = await book.List((await visitors.Get(ct)).Workspace, new IdeaFilter(q, archived ?? false, account), before, PageSize, ct);
        return TypedResults.Ok(new IdeaAnswers([.. page.Select(IdeaAnswer.Of)], page.Count == PageSize ? page[^1].Idea.Id.Value : null));
    }

    private static async Task<Results<Ok<IdeaAnswer>, NotFound>> Find(IdeaId id, CurrentVisitor visitors, IdeaBook book, CancellationToken ct) =>
        await book.Find((await visitors.Get(ct)).Workspace, id, ct) is { } line ? TypedResults.Ok(IdeaAnswer.Of(line)) : TypedResults.NotFound();

    private static async Task<Results<Created<IdeaAnswer>, ValidationProblem>> Add(IdeaRequest request, CurrentVisitor visitors, IdeaBook book, IdeaText text, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return await book.Add(visitor.Workspace, visitor.Person, request.Wanted, ct) switch
        {
            IdeaOutcome.Done done => TypedResults.Created($"/api/v1/ideas/{done.Idea.Id}", IdeaAnswer.Of((await book.Find(visitor.Workspace, done.Idea.Id, ct))!)),
            IdeaOutcome.Refused refused => Problem(refused.Rule, text),
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<Results<Ok<IdeaAnswer>, NotFound, ValidationProblem, ProblemHttpResult>> Change(
        IdeaId id, IdeaRequest request, CurrentVisitor visitors, IdeaBook book, IdeaText text, CancellationToken ct)
    {
        var workspace = (await visitors.Get(ct)).Workspace;
        return await book.Change(workspace, id, request.Wanted, request.Version, ct) switch
        {
            IdeaOutcome.Done => TypedResults.Ok(IdeaAnswer.Of((await book.Find(workspace, id, ct))!)),
            IdeaOutcome.Refused { Rule: PostRules.NotThere } => TypedResults.NotFound(),
            IdeaOutcome.Refused { Rule: PostRules.ChangedMeanwhile } refused => Conflict(refused.Rule, text),
            IdeaOutcome.Refused refused => Problem(refused.Rule, text),
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> Archive(
        IdeaId id, IdeaArchiveRequest request, CurrentVisitor visitors, IdeaBook book, IdeaText text, CancellationToken ct) =>
        await book.Archive((await visitors.Get(ct)).Workspace, id, request.IsArchived, ct) switch
        {
            IdeaOutcome.Done => TypedResults.NoContent(),
            IdeaOutcome.Refused { Rule: PostRules.NotThere } => TypedResults.NotFound(),
            IdeaOutcome.Refused refused => Conflict(refused.Rule, text),
            _ => throw new UnreachableException(),
        };

    private static async Task<Results<NoContent, NotFound>> Remove(IdeaId id, CurrentVisitor visitors, IdeaBook book, CancellationToken ct) =>
        await book.Remove((await visitors.Get(ct)).Workspace, id, ct) is null ? TypedResults.NotFound() : TypedResults.NoContent();

    private static async Task<Results<Created<PostAnswer>, NotFound, ProblemHttpResult>> Become(IdeaId id, CurrentVisitor visitors, IdeaBook book, IdeaText text, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return await book.Become(visitor.Workspace, id, visitor.Person, null, ct) switch
        {
            PlanOutcome.Done done => TypedResults.Created($"/api/v1/posts/{done.Post.Id}", PostAnswer.Of(done.Post)),
            PlanOutcome.Conflict { Rule: PostRules.NotThere } => TypedResults.NotFound(),
            PlanOutcome.Conflict conflict => Conflict(conflict.Rule, text),
            _ => throw new UnreachableException(),
        };
    }

    private static ProblemHttpResult Conflict(string rule, IdeaText text) =>
        TypedResults.Problem(text.Rule(rule), statusCode: StatusCodes.Status409Conflict, extensions: [new("rule", rule)]);

    private static ValidationProblem Problem(string rule, IdeaText text) => TypedResults.ValidationProblem(
        new Dictionary<string, string[]> { [IdeaText.Field(rule)] = [text.Rule(rule)] }, extensions: [new("rules", new[] { rule })]);
}

/// <param name="Links">Addresses that begin with https:// or http://.</param>
/// <param name="AccountId">The account it is meant for, if that is known.</param>
/// <param name="Version">The version that was read; the change is refused when it is another by now.</param>
public sealed record IdeaRequest(string? Title, string? Text, IReadOnlyList<string>? Links, IReadOnlyList<Guid>? MediaIds, IReadOnlyList<Guid>? LabelIds, Guid? AccountId, int? Version)
{
    internal NewIdea Wanted => new(
        Title ?? "", Text ?? "", Links ?? [], [.. (MediaIds ?? []).Where(m => m != Guid.Empty).Select(MediaItemId.Of)], [.. (LabelIds ?? []).Where(l => l != Guid.Empty).Select(LabelId.Of)],
        AccountId is { } account && account != Guid.Empty ? Directino.Accounts.AccountId.Of(account) : null);
}

public sealed record IdeaArchiveRequest(bool IsArchived);

/// <summary>An idea, for programs.</summary>
/// <param name="PostId">The draft that it became.</param>
public sealed record IdeaAnswer(
    Guid Id, string Title, string Text, IReadOnlyList<string> Links, IReadOnlyList<Guid> MediaIds, IReadOnlyList<Guid> LabelIds, Guid? AccountId, Guid? PostId, string? Author,
    DateTimeOffset CreatedAt, DateTimeOffset? ArchivedAt, int Version)
{
    public static IdeaAnswer Of(IdeaLine line) => new(
        line.Idea.Id.Value, line.Idea.Title, line.Idea.Text, line.Idea.Links, [.. line.Pictures.Select(m => m.Id.Value)], [.. line.Idea.Labels.Select(l => l.Value)], line.Idea.AccountId?.Value,
        line.Idea.PostId?.Value, line.Author, line.Idea.CreatedAt, line.Idea.ArchivedAt, line.Idea.Version);
}

/// <summary>One page of ideas; <paramref name="Next"/> is the <c>before</c> of the next page, null at the end.</summary>
public sealed record IdeaAnswers(IReadOnlyList<IdeaAnswer> Items, Guid? Next);

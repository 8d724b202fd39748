using System.Diagnostics;
using Directino.Accounts;
using Directino.Planning;
using Directino.Planning.Snippets;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Planning;

/// <summary>Hashtags and texts that are saved for captions.</summary>
public static class SnippetEndpoints
{
    public static IEndpointRouteBuilder MapSnippets(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/snippets").WithTags("Snippets");
        group.MapGet("/", List).RequireAuthorization(nameof(Permission.SeePlan)).WithName("ListSnippets").WithSummary("All saved hashtags and texts, by name.");
        group.MapPost("/", Add).RequireAuthorization(nameof(Permission.EditPosts)).WithName("AddSnippet").WithSummary("Saves hashtags, or a text with variables; there may be 200.");
        group.MapPut("/{id}", Change).RequireAuthorization(nameof(Permission.EditPosts)).WithName("ChangeSnippet").WithSummary("Another name or other words.");
        group.MapDelete("/{id}", Remove).RequireAuthorization(nameof(Permission.EditPosts)).WithName("RemoveSnippet").WithSummary("Captions it was put into keep their words.");
        group.MapGet("/{id}/text", Fill).RequireAuthorization(nameof(Permission.SeePlan)).WithName("FillSnippet").WithSummary("Its words for one post, or what the post does not tell yet.");
        return api;
    }

    private static async Task<Ok<IReadOnlyList<SnippetAnswer>>> List(CurrentVisitor visitors, SnippetBook book, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<SnippetAnswer>>([.. (await book.All((await visitors.Get(ct)).Workspace, ct)).Select(SnippetAnswer.Of)]);

    private static async Task<Results<Created<SnippetAnswer>, ValidationProblem>> Add(
        SnippetRequest request, CurrentVisitor visitors, SnippetBook book, SnippetText text, CancellationToken ct) =>
        await book.Add((await visitors.Get(ct)).Workspace, request.Wanted, ct) switch
        {
            SnippetOutcome.Done done => TypedResults.Created($"/api/v1/snippets/{done.Snippet.Id}", SnippetAnswer.Of(done.Snippet)),
            SnippetOutcome.Refused refused => Problem(refused, text),
            _ => throw new UnreachableException(),
        };

    private static async Task<Results<Ok<SnippetAnswer>, NotFound, ValidationProblem, ProblemHttpResult>> Change(
        SnippetId id, SnippetRequest request, CurrentVisitor visitors, SnippetBook book, SnippetText text, CancellationToken ct) =>
        await book.Change((await visitors.Get(ct)).Workspace, id, request.Wanted, request.Version, ct) switch
        {
            SnippetOutcome.Done done => TypedResults.Ok(SnippetAnswer.Of(done.Snippet)),
            SnippetOutcome.Refused { Rule: SnippetRules.Missing } => TypedResults.NotFound(),
            SnippetOutcome.Refused { Rule: SnippetRules.ChangedMeanwhile } refused =>
                TypedResults.Problem(text.Say(refused), statusCode: StatusCodes.Status409Conflict, extensions: [new("rule", refused.Rule)]),
            SnippetOutcome.Refused refused => Problem(refused, text),
            _ => throw new UnreachableException(),
        };

    private static async Task<Results<NoContent, NotFound>> Remove(SnippetId id, CurrentVisitor visitors, SnippetBook book, CancellationToken ct) =>
        await book.Remove((await visitors.Get(ct)).Workspace, id, ct) is null ? TypedResults.NotFound() : TypedResults.NoContent();

    private static async Task<Results<Ok<FilledSnippetAnswer>, NotFound>> Fill(
        SnippetId id, PostId? post, CurrentVisitor visitors, SnippetBook book, PlanReader plan, CancellationToken ct)
    {
        var workspace = (await visitors.Get(ct)).Workspace;
        var view = post is { } named ? await plan.Find(workspace, named, ct) : null;
        if (await book.Find(workspace, id, ct) is not { } snippet || (post is not null && view is null))
            return TypedResults.NotFound();
        var language = SnippetText.LanguageOf(snippet);
        var filled = SnippetTemplate.Fill(snippet.Text, view is null ? new SnippetFacts(null, (null, null), null, null, language) : SnippetFacts.Of(view.Post, view.Account, language));
        return TypedResults.Ok(new FilledSnippetAnswer(filled.Text, [.. filled.Lacking.Select(SnippetTemplate.Write)]));
    }

    private static ValidationProblem Problem(SnippetOutcome.Refused refused, SnippetText text) => TypedResults.ValidationProblem(
        new Dictionary<string, string[]> { [SnippetText.Field(refused.Rule)] = [text.Say(refused)] }, extensions: [new("rules", new[] { refused.Rule })]);
}

/// <summary>Saved words, for programs.</summary>
/// <param name="Language">The language of its dates and weekdays.</param>
public sealed record SnippetAnswer(Guid Id, SnippetKind Kind, string Name, string Text, string Language, int Hashtags, int Version)
{
    public static SnippetAnswer Of(Snippet snippet) =>
        new(snippet.Id.Value, snippet.Kind, snippet.Name, snippet.Text, snippet.Language, CaptionLimits.Count(snippet.Text).Hashtags, snippet.Version);
}

/// <param name="Text">Hashtags with or without #; or a text, in which <c>{date}</c>, <c>{weekday}</c>, <c>{time}</c>, <c>{month}</c>, <c>{year}</c>, <c>{account}</c>, <c>{place}</c> and <c>{first-line}</c> stand for what the post tells.</param>
/// <param name="Language">The language of its dates; left out: English.</param>
/// <param name="Version">The version that was read; the change is refused when it is another by now.</param>
public sealed record SnippetRequest(SnippetKind Kind, string? Name, string? Text, string? Language, int? Version)
{
    internal NewSnippet Wanted => new(Kind, Name ?? "", Text ?? "", Language ?? "en");
}

/// <param name="Text">Null as long as something is lacking.</param>
/// <param name="Lacking">The variables whose values the post does not tell yet.</param>
public sealed record FilledSnippetAnswer(string? Text, IReadOnlyList<string> Lacking);

using Directino.Accounts;
using Directino.Labels;
using Directino.Planning;
using Directino.Web.Access;
using Directino.Web.Planning;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Labels;

/// <summary>The labels posts are sorted by.</summary>
public static class LabelEndpoints
{
    public static IEndpointRouteBuilder MapLabels(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/labels").WithTags("Labels");
        group.MapGet("/", List).RequireAuthorization(nameof(Permission.SeePlan)).WithName("ListLabels").WithSummary("All labels, by name.");
        group.MapPost("/", Add).RequireAuthorization(nameof(Permission.EditPosts)).WithName("AddLabel").WithSummary("Adds a label; there may be 50.");
        group.MapPut("/{id}", Change).RequireAuthorization(nameof(Permission.EditPosts)).WithName("ChangeLabel").WithSummary("Another name or colour.");
        group.MapDelete("/{id}", Remove).RequireAuthorization(nameof(Permission.EditPosts)).WithName("RemoveLabel").WithSummary("Takes a label away, from every post as well.");
        return api;
    }

    private static async Task<Ok<IReadOnlyList<LabelAnswer>>> List(CurrentVisitor visitors, LabelBook book, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<LabelAnswer>>([.. (await book.All((await visitors.Get(ct)).Workspace, ct)).Select(LabelAnswer.Of)]);

    private static async Task<Results<Created<LabelAnswer>, ValidationProblem>> Add(
        LabelRequest request, CurrentVisitor visitors, LabelBook book, PlanningText text, CancellationToken ct) =>
        await book.Add((await visitors.Get(ct)).Workspace, request.Name, request.Color ?? default, ct) switch
        {
            LabelOutcome.Done done => TypedResults.Created($"/api/v1/labels/{done.Label.Id}", LabelAnswer.Of(done.Label)),
            LabelOutcome.Refused refused => Problem(refused, text),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static async Task<Results<Ok<LabelAnswer>, NotFound, ValidationProblem>> Change(
        LabelId id, LabelRequest request, CurrentVisitor visitors, LabelBook book, PlanningText text, CancellationToken ct) =>
        await book.Change((await visitors.Get(ct)).Workspace, id, request.Name, request.Color, ct) switch
        {
            LabelOutcome.Done done => TypedResults.Ok(LabelAnswer.Of(done.Label)),
            LabelOutcome.Refused { Rule: LabelRules.Missing } => TypedResults.NotFound(),
            LabelOutcome.Refused refused => Problem(refused, text),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static async Task<Results<NoContent, NotFound>> Remove(LabelId id, CurrentVisitor visitors, LabelBook book, CancellationToken ct) =>
        await book.Remove((await visitors.Get(ct)).Workspace, id, ct) is null ? TypedResults.NotFound() : TypedResults.NoContent();

    private static ValidationProblem Problem(LabelOutcome.Refused refused, PlanningText text) => TypedResults.ValidationProblem(
        new Dictionary<string, string[]> { ["name"] = [text.Rule(refused.Rule)] }, extensions: [new("rules", new[] { refused.Rule })]);
}

/// <summary>A label, for programs.</summary>
public sealed record LabelAnswer(Guid Id, string Name, LabelColor Color)
{
    public static LabelAnswer Of(Label label) => new(label.Id.Value, label.Name, label.Color);
}

/// <param name="Color">Left out: the first colour for a new label, the same for one that is changed.</param>
public sealed record LabelRequest(string? Name, LabelColor? Color);

using Directino.Accounts;
using Directino.Automation;
using Directino.Persistence;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Automation;

/// <summary>Workflows for programs.</summary>
internal static class AutomationEndpoints
{
    public static IEndpointRouteBuilder MapAutomation(this IEndpointRouteBuilder api)
    {
        var see = nameof(Permission.SeeAutomation);
        var edit = nameof(Permission.EditAutomation);
        var workflows = api.MapGroup("/workflows").WithTags("Automation");
        workflows.MapGet("/", List).RequireAuthorization(see).WithName("ListWorkflows").WithSummary("All workflows with what became of them.");
        workflows.MapGet("/{id}", Get).RequireAuthorization(see).WithName("GetWorkflow").WithSummary("One workflow with what became of it.");
        workflows.MapPost("/", Add).RequireAuthorization(edit).WithName("AddWorkflow").WithSummary("Adds a workflow; it is off until it is switched on.");
        workflows.MapPut("/{id}", Change).RequireAuthorization(edit).WithName("ChangeWorkflow").WithSummary("Changes a workflow; it stays on or off.");
        workflows.MapPut("/{id}/switch", Switch).RequireAuthorization(edit).WithName("SwitchWorkflow").WithSummary("Switches a workflow on or off.");
        workflows.MapDelete("/{id}", Remove).RequireAuthorization(edit).WithName("RemoveWorkflow").WithSummary("Removes a workflow; what it sent stays in the inbox and the ledger.");
        workflows.MapGet("/{id}/rehearsal", Rehearse).RequireAuthorization(see).WithName("RehearseWorkflow").WithSummary("Plays a workflow over the comments of the last 30 days; sends nothing.");
        return api;
    }

    private static async Task<Ok<IReadOnlyList<WorkflowAnswer>>> List(
        CurrentVisitor visitors, Database database, CancellationToken ct, AccountId? account = null)
    {
        await using var db = database.Open((await visitors.Get(ct)).Workspace);
        return TypedResults.Ok<IReadOnlyList<WorkflowAnswer>>([.. (await WorkflowQuery.All(db, account, ct)).Select(WorkflowAnswer.Of)]);
    }

    private static async Task<Results<Ok<WorkflowAnswer>, NotFound>> Get(
        WorkflowId id, CurrentVisitor visitors, Database database, CancellationToken ct)
    {
        await using var db = database.Open((await visitors.Get(ct)).Workspace);
        return await WorkflowQuery.One(db, id, ct) is { } summary ? TypedResults.Ok(WorkflowAnswer.Of(summary)) : TypedResults.NotFound();
    }

    private static async Task<Results<Created<WorkflowAnswer>, NotFound, ValidationProblem>> Add(
        WorkflowRequest request, CurrentVisitor visitors, Database database, WorkflowBook book, CancellationToken ct)
    {
        var draft = request.Draft();
        if (WorkflowRequest.Problem(draft) is { } problem)
            return problem;
        var visitor = await visitors.Get(ct);
        await using var db = database.Open(visitor.Workspace);
        if (await book.Add(db, draft, visitor.Person, ct) is not { } made)
            return TypedResults.NotFound();
        return TypedResults.Created($"/api/v1/workflows/{made.Id}", WorkflowAnswer.Of((await WorkflowQuery.One(db, made.Id, ct))!));
    }

    private static async Task<Results<Ok<WorkflowAnswer>, NotFound, ValidationProblem>> Change(
        WorkflowId id, WorkflowRequest request, CurrentVisitor visitors, Database database, CancellationToken ct)
    {
        var draft = request.Draft();
        if (WorkflowRequest.Problem(draft) is { } problem)
            return problem;
        await using var db = database.Open((await visitors.Get(ct)).Workspace);
        return await WorkflowBook.Change(db, id, draft, ct) is null ? TypedResults.NotFound() : TypedResults.Ok(WorkflowAnswer.Of((await WorkflowQuery.One(db, id, ct))!));
    }

    private static async Task<Results<NoContent, NotFound>> Switch(
        WorkflowId id, WorkflowSwitchRequest request, CurrentVisitor visitors, Database database, WorkflowBook book, CancellationToken ct)
    {
        await using var db = database.Open((await visitors.Get(ct)).Workspace);
        return await book.Switch(db, id, request.On, ct) ? TypedResults.NoContent() : TypedResults.NotFound();
    }

    private static async Task<Results<NoContent, NotFound>> Remove(WorkflowId id, CurrentVisitor visitors, Database database, CancellationToken ct)
    {
        await using var db = database.Open((await visitors.Get(ct)).Workspace);
        return await WorkflowBook.Remove(db, id, ct) ? TypedResults.NoContent() : TypedResults.NotFound();
    }

    private static async Task<Results<Ok<RehearsalAnswer>, NotFound>> Rehearse(
        WorkflowId id, CurrentVisitor visitors, Database database, Rehearsal rehearsal, CancellationToken ct)
    {
        await using var db = database.Open((await visitors.Get(ct)).Workspace);
        if (await WorkflowQuery.One(db, id, ct) is not { } summary)
            return TypedResults.NotFound();
        return TypedResults.Ok(RehearsalAnswer.Of(await rehearsal.Play(db, WorkflowDraft.Of(summary.Workflow), id, ct)));
    }
}

using Directino.Accounts;
using Directino.Media;
using Directino.Media.Library;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Media;

/// <summary>The folders of the library, and what lies in which.</summary>
public static class FolderEndpoints
{
    public static IEndpointRouteBuilder MapFolders(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/media").WithTags("Media");
        group.MapGet("/folders", List).RequireAuthorization(nameof(Permission.SeePlan)).WithName("ListFolders").WithSummary("All folders of the library, by name.");
        group.MapPost("/folders", Add).RequireAuthorization(nameof(Permission.EditPosts)).WithName("AddFolder").WithSummary("Adds a folder, at the top or in one that lies there.");
        group.MapPut("/folders/{id}", Rename).RequireAuthorization(nameof(Permission.EditPosts)).WithName("RenameFolder").WithSummary("Another name.");
        group.MapDelete("/folders/{id}", Remove).RequireAuthorization(nameof(Permission.EditPosts)).WithName("RemoveFolder")
            .WithSummary("Takes a folder away with those in it; what lay there lies where the folder lay.");
        group.MapPost("/moves", Move).RequireAuthorization(nameof(Permission.EditPosts)).WithName("MoveMedia").WithSummary("Puts up to 500 items into a folder, or into none.");
        return api;
    }

    private static async Task<Ok<IReadOnlyList<FolderAnswer>>> List(CurrentVisitor visitors, FolderBook book, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<FolderAnswer>>([.. (await book.All((await visitors.Get(ct)).Workspace, ct)).Select(FolderAnswer.Of)]);

    private static async Task<Results<Created<FolderAnswer>, ValidationProblem>> Add(
        FolderRequest request, CurrentVisitor visitors, FolderBook book, MediaText text, CancellationToken ct) =>
        await book.Add((await visitors.Get(ct)).Workspace, request.Name, request.Parent is { } parent && parent != default ? MediaFolderId.Of(parent) : null, ct) switch
        {
            FolderOutcome.Done done => TypedResults.Created($"/api/v1/media/folders/{done.Folder.Id}", FolderAnswer.Of(done.Folder)),
            FolderOutcome.Refused refused => Problem(refused, text),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static async Task<Results<Ok<FolderAnswer>, NotFound, ValidationProblem>> Rename(
        MediaFolderId id, FolderNameRequest request, CurrentVisitor visitors, FolderBook book, MediaText text, CancellationToken ct) =>
        await book.Rename((await visitors.Get(ct)).Workspace, id, request.Name, ct) switch
        {
            FolderOutcome.Done done => TypedResults.Ok(FolderAnswer.Of(done.Folder)),
            FolderOutcome.Refused { Rule: FolderRules.Missing } => TypedResults.NotFound(),
            FolderOutcome.Refused refused => Problem(refused, text),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static async Task<Results<NoContent, NotFound>> Remove(MediaFolderId id, CurrentVisitor visitors, FolderBook book, CancellationToken ct) =>
        await book.Remove((await visitors.Get(ct)).Workspace, id, ct) is null ? TypedResults.NotFound() : TypedResults.NoContent();

    private static async Task<Results<NoContent, ValidationProblem>> Move(
        MovesRequest request, CurrentVisitor visitors, FolderBook book, MediaText text, CancellationToken ct)
    {
        if (request.Items is not { Count: > 0 and <= FolderBook.MostMoves } items)
            return Problem("items", FolderRules.MovesLimit, text);
        MediaFolderId? folder = request.Folder is { } wanted && wanted != default ? MediaFolderId.Of(wanted) : null;
        return await book.Move((await visitors.Get(ct)).Workspace, [.. items.Where(i => i != default).Select(MediaItemId.Of)], folder, ct) is null
            ? Problem("folder", FolderRules.Missing, text)
            : TypedResults.NoContent();
    }

    private static ValidationProblem Problem(FolderOutcome.Refused refused, MediaText text) =>
        Problem(refused.Rule is FolderRules.TooDeep or FolderRules.Missing ? "parent" : "name", refused.Rule, text);

    private static ValidationProblem Problem(string field, string rule, MediaText text) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = [text.Rule(rule)] }, extensions: [new("rules", new[] { rule })]);
}

/// <summary>A folder of the library, for programs.</summary>
/// <param name="Parent">The folder it lies in; null at the top.</param>
public sealed record FolderAnswer(Guid Id, Guid? Parent, string Name)
{
    public static FolderAnswer Of(MediaFolder folder) => new(folder.Id.Value, folder.ParentId?.Value, folder.Name);
}

/// <param name="Parent">A folder at the top; null for one there itself.</param>
public sealed record FolderRequest(string? Name, Guid? Parent);

public sealed record FolderNameRequest(string? Name);

/// <param name="Folder">Null for none.</param>
public sealed record MovesRequest(IReadOnlyList<Guid>? Items, Guid? Folder);

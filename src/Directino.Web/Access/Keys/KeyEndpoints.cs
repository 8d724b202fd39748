using Directino.Accounts;
using Directino.Accounts.Keys;
using Directino.Web.Idempotency;
using Directino.Web.Words;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Access;

/// <summary>API keys, by a person's visit only: keys make no keys.</summary>
public static class KeyEndpoints
{
    public static IEndpointRouteBuilder MapKeys(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/keys").WithTags("API keys").RequireAuthorization(nameof(Permission.Enter)).ForPeopleOnly();
        group.MapGet("/", List).WithName("ListKeys").WithSummary("Your API keys; who may manage the workspace sees everybody’s.");
        group.MapPost("/", Make).WithName("MakeKey").WithSummary("A new API key.").WithDescription("It is told now and never again.").WithMetadata(new TellsSecret());
        group.MapDelete("/{id}", Revoke).WithName("RevokeKey").WithSummary("It opens nothing any more.");
        return api;
    }

    /// <summary>Whose keys somebody sees and revokes: null for everybody's.</summary>
    public static PersonId? Reach(Visitor visitor) => visitor.May(Permission.ManageWorkspace) ? null : visitor.Person;

    private static async Task<Ok<List<KeyAnswer>>> List(CurrentVisitor visitors, KeyBook book, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        var keys = await book.All(visitor.Workspace, Reach(visitor), ct);
        return TypedResults.Ok(keys.Select(k => new KeyAnswer(k.Id.Value, k.Name, k.Beginning, k.Role, k.Person.Value, k.Maker, k.CreatedAt, k.UsedAt, k.EndsAt)).ToList());
    }

    private static async Task<Results<Created<NewKeyAnswer>, ValidationProblem>> Make(
        KeyRequest request, CurrentVisitor visitors, KeyBook book, IStringLocalizer<KeyWords> words, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return await book.Make(visitor.Workspace, visitor.Person, visitor.Role, request.Name, request.Role, request.Days == 0 ? null : request.Days ?? 90, ct) switch
        {
            KeyOutcome.Made made => TypedResults.Created("/api/v1/keys", new NewKeyAnswer(made.Id.Value, made.Secret, made.EndsAt)),
            KeyOutcome.Refused { Flaw: var flaw } => TypedResults.ValidationProblem(new Dictionary<string, string[]>
            {
                [flaw switch { KeyFlaw.Role => "role", KeyFlaw.Days => "days", KeyFlaw.Name or KeyFlaw.TooMany => "name" }] = [words[$"Flaw{flaw}"]],
            }),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static async Task<Results<NoContent, NotFound>> Revoke(ApiKeyId id, CurrentVisitor visitors, KeyBook book, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return await book.Revoke(visitor.Workspace, Reach(visitor), id, ct) ? TypedResults.NoContent() : TypedResults.NotFound();
    }
}

/// <param name="Name">Of the program it is for, at most 60 characters.</param>
/// <param name="Role">The most it may; nothing its member may not.</param>
/// <param name="Days">After how many it ends: 30, 90 or 365; 0 for never. Left out: 90.</param>
public sealed record KeyRequest(string? Name, Role Role, int? Days);

/// <summary>An API key, without what is secret of it.</summary>
/// <param name="Beginning">Its first characters.</param>
/// <param name="Person">As whom it acts.</param>
/// <param name="UsedAt">When a program last used it, to the hour.</param>
/// <param name="EndsAt">Null: never.</param>
public sealed record KeyAnswer(Guid Id, string Name, string Beginning, Role Role, Guid Person, string Maker, DateTimeOffset CreatedAt, DateTimeOffset? UsedAt, DateTimeOffset? EndsAt);

/// <param name="Key">Told once.</param>
/// <param name="EndsAt">Null: never.</param>
public sealed record NewKeyAnswer(Guid Id, string Key, DateTimeOffset? EndsAt);

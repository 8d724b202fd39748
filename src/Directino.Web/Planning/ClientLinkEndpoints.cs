using Directino.Accounts;
using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Web.Access;
using Directino.Web.Idempotency;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Planning;

/// <summary>Links by which clients approve posts.</summary>
public static class ClientLinkEndpoints
{
    public static IEndpointRouteBuilder MapClientLinks(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/client-links").WithTags("Approval").RequireAuthorization(nameof(Permission.SchedulePosts));
        group.MapGet("/", List).WithName("ListClientLinks").WithSummary("The links that were made for clients, newest first.");
        group.MapPost("/", Make).WithName("MakeClientLink").WithSummary("Makes a link by which a client sees these posts and nothing else.").WithDescription("Its address is told this once.").WithMetadata(new TellsSecret());
        group.MapDelete("/{id}", Withdraw).WithName("WithdrawClientLink").WithSummary("Ends a link at once.");
        return api;
    }

    private static async Task<Ok<IReadOnlyList<ClientLinkAnswer>>> List(CurrentVisitor visitors, ClientLinks links, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<ClientLinkAnswer>>([.. (await links.All((await visitors.Get(ct)).Workspace, ct)).Select(l => ClientLinkAnswer.Of(l.Link, l.IsOpen, null))]);

    private static async Task<Results<Created<ClientLinkAnswer>, NotFound, ValidationProblem>> Make(
        ClientLinkRequest request, HttpRequest http, CurrentVisitor visitors, ClientLinks links, SiteAddress site, PlanningText text, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        var posts = (request.PostIds ?? []).Where(p => p != Guid.Empty).Select(PostId.Of).ToList();
        return await links.Make(visitor.Workspace, visitor.Person, request.Name, posts, request.Days ?? ClientLink.UsualDays, ct) switch
        {
            ClientLinkOutcome.Made made => TypedResults.Created(
                $"/api/v1/client-links/{made.Link.Id}", ClientLinkAnswer.Of(made.Link, true, site.Full(http, ClientLinkDesk.Path(made.Secret)))),
            ClientLinkOutcome.Refused refused => TypedResults.ValidationProblem(
                new Dictionary<string, string[]> { [Field(refused)] = [text.Rule(refused.Rule)] }, extensions: [new("rules", new[] { refused.Rule }), new("postId", refused.Post?.Value)]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static async Task<Results<NoContent, NotFound>> Withdraw(ClientLinkId id, CurrentVisitor visitors, ClientLinks links, CancellationToken ct) =>
        await links.Withdraw((await visitors.Get(ct)).Workspace, id, ct) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static string Field(ClientLinkOutcome.Refused refused) => refused.Rule switch
    {
        ClientLinkRules.ForMissing or ClientLinkRules.NameTooLong => "name",
        ClientLinkRules.DaysOutside => "days",
        _ => "postIds",
    };
}

/// <summary>A client's link, for programs.</summary>
/// <param name="Address">What to send to the client; told once, when it is made.</param>
public sealed record ClientLinkAnswer(
    Guid Id, string Name, IReadOnlyList<Guid> PostIds, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? WithdrawnAt, bool IsOpen, Uri? Address)
{
    public static ClientLinkAnswer Of(ClientLink link, bool isOpen, Uri? address) => new(
        link.Id.Value, link.Name, [.. link.Posts.Select(p => p.PostId.Value)], link.CreatedAt, link.ExpiresAt, link.WithdrawnAt, isOpen, address);
}

/// <param name="Name">Whom it is for.</param>
/// <param name="PostIds">All posts it shows, at most 100.</param>
/// <param name="Days">How many days it lives, 1 to 60; left out: 14.</param>
public sealed record ClientLinkRequest(string? Name, IReadOnlyList<Guid>? PostIds, int? Days);

using Directino.Accounts;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Accounts;

/// <summary>Who belongs to the workspace, and who is invited.</summary>
public static class MemberEndpoints
{
    public static IEndpointRouteBuilder MapMembers(this IEndpointRouteBuilder api)
    {
        var members = api.MapGroup("/members").WithTags("Members").RequireAuthorization(nameof(Permission.ManageMembers));
        members.MapGet("/", List).WithName("ListMembers").WithSummary("Everybody who belongs to the workspace.");
        members.MapPut("/{person}/role", ChangeRole).ForPeopleOnly().WithName("ChangeRole").WithSummary("Gives a member another role.").WithDescription("Nobody hands out more than they have.").ProducesProblem(StatusCodes.Status409Conflict);
        members.MapDelete("/{person}", Remove).ForPeopleOnly().WithName("RemoveMember").WithSummary("Takes a member out.");

        var invitations = api.MapGroup("/invitations").WithTags("Members").RequireAuthorization(nameof(Permission.ManageMembers));
        invitations.MapGet("/", Waiting).WithName("ListInvitations").WithSummary("Invitations that wait to be accepted.");
        invitations.MapPost("/", Invite).ForPeopleOnly().WithName("Invite").WithSummary("Mails a link with which somebody joins.").ProducesProblem(StatusCodes.Status409Conflict);
        invitations.MapDelete("/{id}", Withdraw).ForPeopleOnly().WithName("WithdrawInvitation").WithSummary("Ends an invitation.");
        return api;
    }

    private static async Task<Ok<List<MemberAnswer>>> List(CurrentVisitor visitors, Members members, CancellationToken ct)
    {
        var rows = await members.List((await visitors.Get(ct)).Workspace, ct);
        return TypedResults.Ok(rows.Select(m => new MemberAnswer(m.Person.Value, m.Name, m.Email, m.Role, m.JoinedAt)).ToList());
    }

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> ChangeRole(PersonId person, RoleRequest request, MemberDesk desk) =>
        Answer(await desk.ChangeRole(person, request.Role));

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> Remove(PersonId person, MemberDesk desk) =>
        Answer(await desk.Remove(person));

    private static async Task<Ok<List<InvitationAnswer>>> Waiting(CurrentVisitor visitors, Invitations invitations, CancellationToken ct)
    {
        var rows = await invitations.Waiting((await visitors.Get(ct)).Workspace, ct);
        return TypedResults.Ok(rows.Select(i => new InvitationAnswer(i.Id.Value, i.Email, i.Role, i.CreatedAt, i.ExpiresAt)).ToList());
    }

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> Invite(InviteRequest request, MemberDesk desk) =>
        Answer(await desk.Invite(request.Email ?? "", request.Role));

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> Withdraw(InvitationId id, CurrentVisitor visitors, Invitations invitations, CancellationToken ct) =>
        Answer(await invitations.Withdraw((await visitors.Get(ct)).Workspace, id, ct));

    private static Results<NoContent, NotFound, ProblemHttpResult> Answer(MemberOutcome outcome) => outcome switch
    {
        MemberOutcome.Done => TypedResults.NoContent(),
        MemberOutcome.NotFound => TypedResults.NotFound(),
        MemberOutcome.NotAllowed => TypedResults.Problem("Nobody hands out or takes away more than their own role.", statusCode: StatusCodes.Status403Forbidden),
        MemberOutcome.LastOwner => TypedResults.Problem("A workspace keeps at least one owner.", statusCode: StatusCodes.Status409Conflict),
        MemberOutcome.AlreadyMember => TypedResults.Problem("Somebody with this address is a member already.", statusCode: StatusCodes.Status409Conflict),
        MemberOutcome.EmailInvalid => TypedResults.Problem("This is not an e-mail address.", statusCode: StatusCodes.Status400BadRequest),
    };
}

public sealed record MemberAnswer(Guid Id, string Name, string Email, Role Role, DateTimeOffset JoinedAt);

public sealed record InvitationAnswer(Guid Id, string Email, Role Role, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

public sealed record RoleRequest(Role Role);

public sealed record InviteRequest(string? Email, Role Role);

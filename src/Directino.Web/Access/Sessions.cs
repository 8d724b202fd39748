using System.Security.Claims;
using Directino.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Directino.Web.Access;

/// <summary>Begins, moves and ends the visit of this browser.</summary>
public sealed class Sessions(IHttpContextAccessor http, UserManager<Person> people, Members members, SessionCheck check)
{
    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("A visit begins and ends with a request only.");

    /// <summary>Signs a person in, in a workspace of theirs; without one named, in the first.</summary>
    public async Task Begin(Person person, WorkspaceId? workspace, bool stay, CancellationToken ct)
    {
        var place = workspace ?? (await members.WorkspacesOf(person.PersonId, ct) is [var first, ..] ? first.Id : null);
        await Context.SignInAsync(IdentityConstants.ApplicationScheme, Principal(person, place), new AuthenticationProperties { IsPersistent = stay });
    }

    public Task End() => Context.SignOutAsync(IdentityConstants.ApplicationScheme);

    /// <summary>Goes on in another workspace. False when the person does not belong there.</summary>
    public async Task<bool> MoveTo(PersonId person, WorkspaceId workspace, CancellationToken ct)
    {
        if ((await members.WorkspacesOf(person, ct)).All(p => p.Id != workspace) || await people.FindByIdAsync(person.ToString()) is not { } found)
            return false;
        var ticket = await Context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        await Begin(found, workspace, ticket.Properties?.IsPersistent ?? true, ct);
        return true;
    }

    /// <summary>Ends every visit of a person but this one.</summary>
    public async Task EndOthers(Person person, WorkspaceId workspace, CancellationToken ct)
    {
        await people.UpdateSecurityStampAsync(person);
        check.Forget(person.PersonId);
        await Begin(person, workspace, stay: true, ct);
    }

    internal static ClaimsPrincipal Principal(Person person, WorkspaceId? workspace)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.Name, person.DisplayName));
        identity.AddClaim(new Claim(VisitorClaims.Person, person.PersonId.ToString()));
        identity.AddClaim(new Claim(VisitorClaims.Stamp, person.SecurityStamp ?? ""));
        if (workspace is { } place)
            identity.AddClaim(new Claim(VisitorClaims.Workspace, place.ToString()));
        return new ClaimsPrincipal(identity);
    }
}

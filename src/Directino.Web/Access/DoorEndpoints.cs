using Directino.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Directino.Web.Access;

/// <summary>Leaving, and going to another workspace: plain forms that work without a circuit.</summary>
public static class DoorEndpoints
{
    public static IEndpointRouteBuilder MapDoor(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/account").ExcludeFromDescription();
        group.MapPost("/sign-out", SignOut).AllowAnonymous().WithMetadata(new RequireAntiforgeryTokenAttribute(true));
        // Also for who was just taken out of their only workspace: being signed in is enough.
        group.MapPost("/workspace", Move).RequireAuthorization(policy => policy.RequireAuthenticatedUser());
        group.MapPost("/workspaces", Open).RequireAuthorization(policy => policy.RequireAuthenticatedUser());
        return routes;
    }

    private static async Task<RedirectHttpResult> SignOut(Sessions sessions)
    {
        await sessions.End();
        return TypedResults.LocalRedirect("/");
    }

    private static async Task<RedirectHttpResult> Move([FromForm] WorkspaceId workspace, HttpContext context, Sessions sessions, CancellationToken ct) =>
        TypedResults.LocalRedirect(await sessions.MoveTo(PersonOf(context), workspace, ct) ? "/" : "/no-access");

    private static async Task<RedirectHttpResult> Open(
        [FromForm] string name, [FromForm] string? zone, HttpContext context, Registration registration, Sessions sessions, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > 100)
            return TypedResults.LocalRedirect("/settings");
        var workspace = await registration.OpenWorkspace(PersonOf(context), name, zone, ct);
        await sessions.MoveTo(PersonOf(context), workspace, ct);
        return TypedResults.LocalRedirect("/");
    }

    private static PersonId PersonOf(HttpContext context) => PersonId.Parse(context.User.FindFirst(VisitorClaims.Person)!.Value, provider: null);
}

using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Directino.Web.Home;

/// <summary>One click from the welcome page into a workspace that lives.</summary>
public static class LookAroundEndpoints
{
    public static IEndpointRouteBuilder MapLookAround(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/look-around", Look).AllowAnonymous().RequireRateLimiting(AccessModule.DoorLimit).ExcludeFromDescription();
        return routes;
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> Look(
        [FromForm] string? zone, HttpContext context, LookAround demo, SiteAddress site, Sessions sessions, CancellationToken ct)
    {
        if (!demo.IsOffered)
            return TypedResults.NotFound();
        if (await demo.Begin(site.Full(context.Request, "/connect/instagram/callback"), zone, ct) is not { } guest)
            return TypedResults.LocalRedirect("/?sandbox=silent");
        await sessions.Begin(guest.Person, guest.Workspace, stay: false, ct);
        return TypedResults.LocalRedirect("/");
    }
}

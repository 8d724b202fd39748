using Directino.Accounts;
using Directino.Persistence;
using Directino.Web.Access;
using Directino.Web.Layout;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Directino.Web.Settings;

/// <summary>A person's own settings and the workspace's, saved by plain forms since they renew the cookie.</summary>
public static class SettingsEndpoints
{
    public static IEndpointRouteBuilder MapSettings(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/settings").RequireAuthorization(nameof(Permission.Enter)).ExcludeFromDescription();
        own.MapPost("/profile", SaveProfile);
        own.MapPost("/password", ChangePassword).RequireRateLimiting(AccessModule.DoorLimit);
        own.MapPost("/sessions", EndSessions).WithMetadata(new RequireAntiforgeryTokenAttribute(true));
        routes.MapPost("/settings/workspace", SaveWorkspace).RequireAuthorization(nameof(Permission.ManageWorkspace)).ExcludeFromDescription();
        return routes;
    }

    private static async Task<RedirectHttpResult> SaveProfile(
        [FromForm] string? name, [FromForm] string? language, HttpContext context, CurrentVisitor visitors, UserManager<Person> people, Sessions sessions, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        var person = (await people.FindByIdAsync(visitor.Person.ToString()))!;
        if (string.IsNullOrWhiteSpace(name) || name.Length > 100)
            return TypedResults.LocalRedirect("/settings?flaw=Name");
        person.DisplayName = name.Trim();
        if (Languages.Find(language) is { } chosen)
        {
            person.Language = chosen.Name;
            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen)), FrameCookies.Kept(context.Request));
        }

        await people.UpdateAsync(person);
        await sessions.MoveTo(visitor.Person, visitor.Workspace, ct);
        return TypedResults.LocalRedirect("/settings?saved=Profile");
    }

    private static async Task<RedirectHttpResult> ChangePassword(
        [FromForm] string? current, [FromForm] string? password, CurrentVisitor visitors, UserManager<Person> people, SessionCheck check, Sessions sessions, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        var person = (await people.FindByIdAsync(visitor.Person.ToString()))!;
        if ((password?.Length ?? 0) < 10)
            return TypedResults.LocalRedirect("/settings?flaw=PasswordShort");
        if (!(await people.ChangePasswordAsync(person, current ?? "", password!)).Succeeded)
            return TypedResults.LocalRedirect("/settings?flaw=PasswordWrong");
        check.Forget(visitor.Person);
        await sessions.Begin(person, visitor.Workspace, stay: true, ct);
        return TypedResults.LocalRedirect("/settings?saved=Password");
    }

    private static async Task<RedirectHttpResult> EndSessions(CurrentVisitor visitors, UserManager<Person> people, Sessions sessions, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        await sessions.EndOthers((await people.FindByIdAsync(visitor.Person.ToString()))!, visitor.Workspace, ct);
        return TypedResults.LocalRedirect("/settings?saved=Sessions");
    }

    private static async Task<RedirectHttpResult> SaveWorkspace(
        [FromForm] string? name, [FromForm] string? zone, [FromForm] int? grace, CurrentVisitor visitors, Database database, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        if (string.IsNullOrWhiteSpace(name) || name.Length > 100 || !TimeZones.IsKnown(zone) || grace is not (>= 5 and <= 7 * 24 * 60))
            return TypedResults.LocalRedirect("/settings/workspace?flaw=true");
        await using var db = database.Open(visitor.Workspace);
        var workspace = await db.Set<Workspace>().SingleAsync(ct);
        (workspace.Name, workspace.TimeZone, workspace.Grace) = (name.Trim(), zone!, TimeSpan.FromMinutes(grace.Value));
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect("/settings/workspace?saved=true");
    }
}

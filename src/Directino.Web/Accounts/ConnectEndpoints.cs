using Directino.Accounts;
using Directino.Accounts.Connecting;
using Directino.Instagram;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Directino.Web.Accounts;

/// <summary>To Instagram's login and back. The state in the address must fit the secret in this browser's cookie.</summary>
public static class ConnectEndpoints
{
    private const string Cookie = "directino-connect";

    public static IEndpointRouteBuilder MapConnect(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/connect").RequireAuthorization(nameof(Permission.ManageAccounts)).ExcludeFromDescription();
        group.MapPost("/", Begin);
        group.MapPost("/choice", Choose);
        group.MapGet("/instagram/callback", Finish);
        group.MapGet("/facebook/callback", Finish);
        return routes;
    }

    private static async Task<RedirectHttpResult> Begin(
        [FromForm] InstagramLogin login, [FromForm] Capability[]? capability, [FromForm] bool? again,
        HttpContext context, ConnectFlow flow, CurrentVisitor visitors, SiteAddress site, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        var callback = site.Full(context.Request, login == InstagramLogin.Facebook ? "/connect/facebook/callback" : "/connect/instagram/callback");
        var start = await flow.Begin(visitor.Workspace, visitor.Person, login, capability ?? [], callback, again ?? false, ct);
        context.Response.Cookies.Append(Cookie, start.BrowserSecret, new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/connect", MaxAge = ConnectAttempt.Lifetime, IsEssential = true,
        });
        return TypedResults.Redirect(start.AuthorizeUrl.AbsoluteUri);
    }

    private static async Task<RedirectHttpResult> Finish(
        string? state, string? code, string? error, HttpContext context, ConnectFlow flow, CurrentVisitor visitors, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        var outcome = await flow.Finish(new ConnectReturn(state, code, error, context.Request.Cookies[Cookie], visitor.Person), ct);
        context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/connect" });
        return After(outcome);
    }

    private static async Task<RedirectHttpResult> Choose(
        [FromForm] ConnectAttemptId attempt, [FromForm] string page, ConnectFlow flow, CurrentVisitor visitors, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return After(await flow.Choose(visitor.Workspace, attempt, visitor.Person, page, ct));
    }

    private static RedirectHttpResult After(ConnectOutcome outcome) => TypedResults.LocalRedirect(outcome switch
    {
        ConnectOutcome.Connected connected => $"/accounts?connected={connected.Account}{(connected.Again ? "&again=true" : "")}",
        ConnectOutcome.Choose choose => $"/accounts/choose/{choose.Attempt}",
        ConnectOutcome.Cancelled => "/accounts?cancelled=true",
        ConnectOutcome.Failed failed => $"/accounts?problem={failed.Problem}",
        _ => throw new System.Diagnostics.UnreachableException(),
    });
}

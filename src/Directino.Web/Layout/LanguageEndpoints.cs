using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace Directino.Web.Layout;

/// <summary>Language and theme, chosen by a form so that they work without a circuit and without script.</summary>
public static class LanguageEndpoints
{
    /// <summary>Maps <c>POST /account/language</c> and <c>POST /account/theme</c>, open to everybody.</summary>
    public static IEndpointConventionBuilder MapLanguage(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/account").AllowAnonymous().ExcludeFromDescription();
        group.MapPost("/language", ChooseLanguage);
        group.MapPost("/theme", ChooseTheme);
        return group;
    }

    private static RedirectHttpResult ChooseLanguage(
        [FromForm] string? culture, [FromForm] string? returnUrl, HttpContext context)
    {
        if (Languages.Find(culture) is { } language)
        {
            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
                FrameCookies.Kept(context.Request));
        }

        return Back(returnUrl);
    }

    private static RedirectHttpResult ChooseTheme(
        [FromForm] string? theme, [FromForm] string? returnUrl, HttpContext context)
    {
        if (theme is "light" or "dark")
        {
            context.Response.Cookies.Append(FrameCookies.ThemeName, theme, FrameCookies.Kept(context.Request));
        }
        else
        {
            context.Response.Cookies.Delete(FrameCookies.ThemeName);
        }

        return Back(returnUrl);
    }

    // Only ever back into this site.
    private static RedirectHttpResult Back(string? returnUrl) =>
        returnUrl is ['/', ..] && RedirectHttpResult.IsLocalUrl(returnUrl)
            ? TypedResults.LocalRedirect(returnUrl)
            : TypedResults.LocalRedirect("/");
}

namespace Directino.Web.Home;

/// <summary>Whoever opens "/" without being signed in sees the welcome page there instead of a form.</summary>
internal static class WelcomeFirst
{
    public static WebApplication UseWelcome(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (context.Request.Path == "/" && HttpMethods.IsGet(context.Request.Method) && context.User.Identity?.IsAuthenticated != true)
                context.Request.Path = "/welcome";
            return next(context);
        });
        return app;
    }
}

using System.Threading.RateLimiting;
using Directino.Accounts;
using Directino.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Directino.Web.Access;

/// <summary>Who may enter, and how they show it. Every permission is a policy of the same name; what declares none is closed.</summary>
public static class AccessModule
{
    /// <summary>Name of the limit on everything that tries secrets or makes people.</summary>
    public const string DoorLimit = "door";

    /// <summary>A person's cookie or a program's key.</summary>
    private const string VisitScheme = "visit";

    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<AccessOptions>(configuration, "Access");
        services.AddMemoryCache();
        services.AddHttpContextAccessor();
        services.AddSingleton<Visitors>();
        services.AddSingleton<SessionCheck>();
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        services.AddScoped<CurrentVisitor>();
        services.AddScoped<Sessions>();
        services.AddScoped<Door>();
        services.AddScoped<SignUp>();
        services.AddSingleton<SiteAddress>();
        services.AddSingleton<KeyTries>();
        services.Configure<DataProtectionTokenProviderOptions>(tokens => tokens.TokenLifespan = TimeSpan.FromHours(2));
        services.AddAuthentication(VisitScheme)
            .AddPolicyScheme(VisitScheme, null, visit => visit.ForwardDefaultSelector = KeyScheme.For)
            .AddScheme<AuthenticationSchemeOptions, KeyScheme>(KeyScheme.Name, null)
            .AddCookie(IdentityConstants.ApplicationScheme, SetUpCookie);
        services.AddAuthorization(options =>
        {
            foreach (var permission in Enum.GetValues<Permission>())
                options.AddPolicy(permission.ToString(), policy => policy.RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(permission)));
            options.DefaultPolicy = options.GetPolicy(nameof(Permission.Enter))!;
            options.FallbackPolicy = options.DefaultPolicy;
        });
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitSession>();
        services.AddRateLimiter(_ => { });
        services.AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>().Configure<IOptions<AccessOptions>>((limits, access) =>
        {
            limits.AddPolicy(DoorLimit, context => ByAddress(context, access.Value.TriesPerMinute));
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => ByKey(context, access.Value.RequestsPerKey));
            limits.OnRejected = (rejected, _) => Slow(rejected);
        });
        return services;
    }

    private static void SetUpCookie(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "directino";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.LoginPath = "/account/sign-in";
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.AccessDeniedPath = "/no-access";
        cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
        cookie.SlidingExpiration = true;
        cookie.Events.OnRedirectToLogin = context => Answer(context.HttpContext, StatusCodes.Status401Unauthorized, context.RedirectUri);
        cookie.Events.OnRedirectToAccessDenied = context => Answer(context.HttpContext, StatusCodes.Status403Forbidden, context.RedirectUri);
        cookie.Events.OnValidatePrincipal = context => context.HttpContext.RequestServices.GetRequiredService<SessionCheck>().Validate(context);
    }

    /// <summary>A program gets a status, a person a page.</summary>
    private static Task Answer(HttpContext context, int status, string redirect)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            context.Response.StatusCode = status;
        else
            context.Response.Redirect(redirect);
        return Task.CompletedTask;
    }

    /// <summary>Looking at a form is free; sending it counts.</summary>
    private static RateLimitPartition<string> ByAddress(HttpContext context, int perMinute) =>
        HttpMethods.IsPost(context.Request.Method)
            ? PerMinute.For(context.Connection.RemoteIpAddress?.ToString() ?? "", perMinute)
            : RateLimitPartition.GetNoLimiter("");

    /// <summary>People are slowed down at the door only, a program everywhere.</summary>
    private static RateLimitPartition<string> ByKey(HttpContext context, int perMinute) =>
        context.User.FindFirst(VisitorClaims.Key) is { Value: var key }
            ? PerMinute.For(key, perMinute)
            : RateLimitPartition.GetNoLimiter("");

    private static async ValueTask Slow(Microsoft.AspNetCore.RateLimiting.OnRejectedContext rejected)
    {
        var (context, seconds) = (rejected.HttpContext, rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 60);
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            await KeyAnswers.Slow(context, seconds);
            return;
        }

        context.Response.Headers.RetryAfter = "60";
        context.Response.Redirect("/account/wait");
    }
}

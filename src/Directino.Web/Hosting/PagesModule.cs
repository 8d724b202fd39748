using Directino.Sandbox;
using Directino.Web.Access;
using Directino.Web.Accounts;
using Directino.Web.Automation;
using Directino.Web.Home;
using Directino.Web.Idempotency;
using Directino.Web.Inbox;
using Directino.Web.Insights;
using Directino.Web.Intake;
using Directino.Web.Labels;
using Directino.Web.Layout;
using Directino.Web.Ledger;
using Directino.Web.Settings;
using Directino.Web.Media;
using Directino.Web.Notifications;
using Directino.Web.Planning;
using Directino.Web.Privacy;
using Directino.Web.Publishing;
using Directino.Web.Reference;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Directino.Web.Hosting;

/// <summary>Pages, endpoints and what stands before them.</summary>
internal static class PagesModule
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddLayout();
        services.AddSingleton<LedgerText>();
        services.AddSingleton<BestTimesText>();
        services.AddHome();
        services.AddAccountsPages();
        services.AddSingleton<InboxText>();
        services.AddSingleton<IWaitingCount, InboxWaiting>();
        services.AddPlanningPages();
        services.AddNotificationPages();
        services.AddReference();
        services.AddProblemDetails();
        services.AddAntiforgery(o => o.Cookie.Name = "directino-form");
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]).AddCheck<MediaHealth>("media", tags: ["ready"]);
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.Converters.Add(new System.Text.Json.Serialization.JsonStringEnumConverter()));
        return services;
    }

    public static WebApplication UsePages(this WebApplication app)
    {
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseSecurityHeaders();
        // A person gets a page, a program its status.
        app.UseWhen(
            context => context.Request.GetTypedHeaders().Accept.Any(a => a.MediaType == "text/html"),
            people => people.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        // and every refusal as problem details, also where an endpoint says no more than its status.
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && !context.Request.GetTypedHeaders().Accept.Any(a => a.MediaType == "text/html"),
            programs => programs.UseStatusCodePages());
        app.UseRequestLocalization();
        app.UseAuthentication();
        app.UseWelcome();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(RefuseForgedForms);
        app.UseWhen(IdempotencyKey.Comes, keyed => keyed.UseMiddleware<IdempotencyKey>());
        return app;
    }

    /// <summary>A page says itself that its form did not come from it; an endpoint has to be kept from reading it.</summary>
    private static Task RefuseForgedForms(HttpContext http, RequestDelegate next)
    {
        var isPage = http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        if (isPage || http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
            return next(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    public static WebApplication MapEverything(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains("ready") }).AllowAnonymous();
        app.MapPrometheusScrapingEndpoint("/metrics").AllowAnonymous();
        app.MapStaticAssets().AllowAnonymous();
        app.MapWebhooks();
        app.MapMeta();
        app.MapMediaLinks();
        app.MapClientMedia();
        app.MapCalendars();
        app.MapLanguage();
        var api = app.MapGroup("/api/v1");
        api.MapInsights();
        api.MapBestTimes();
        api.MapLedger();
        api.MapMedia();
        api.MapUploads();
        api.MapFolders();
        api.MapPlanning();
        api.MapPreflight();
        api.MapGroups();
        api.MapProfiles();
        api.MapVersions();
        api.MapPlanFiles();
        api.MapFeeds();
        api.MapLabels();
        api.MapCampaigns();
        api.MapDays();
        api.MapSnippets();
        api.MapTimetables();
        api.MapQueues();
        api.MapIdeas();
        api.MapSeries();
        api.MapEvergreen();
        api.MapWorkingCopies();
        api.MapApprovals();
        api.MapRemarks();
        api.MapClientLinks();
        api.MapPublishing();
        app.MapDoor();
        app.MapConnect();
        app.MapLookAround();
        app.MapSettings();
        api.MapAccounts();
        api.MapMembers();
        api.MapKeys();
        api.MapNotifications();
        api.MapInbox();
        api.MapAutomation();
        app.MapReference();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        if (SandboxAsInstagram.IsOn(app.Configuration))
            app.MapSandbox();
        return app;
    }
}

using Directino.Sandbox.Accounts;
using Directino.Sandbox.Audio;
using Directino.Sandbox.Cast;
using Directino.Sandbox.Comments;
using Directino.Sandbox.Control;
using Directino.Sandbox.Faults;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Insights;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Login;
using Directino.Sandbox.Media;
using Directino.Sandbox.Messages;
using Directino.Sandbox.Phone;
using Directino.Sandbox.Publishing;
using Directino.Sandbox.Shop;
using Directino.Sandbox.Webhooks;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Directino.Sandbox;

/// <summary>Puts the sandbox into an app. Nothing is reachable before <see cref="MapSandbox"/> is called. The app brings the <see cref="TimeProvider"/>.</summary>
public static class SandboxModule
{
    public static IServiceCollection AddSandbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SandboxOptions>().Bind(configuration.GetSection(SandboxOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SandboxOptions>, SandboxOptionsValidation>());
        services.Configure<RouteOptions>(routes => routes.SetParameterPolicy<VersionConstraint>(VersionConstraint.Name));
        // Both write addresses with tokens in them into the log otherwise.
        services.AddHttpClient(MediaFetch.Client, client => client.Timeout = TimeSpan.FromSeconds(20)).RemoveAllLoggers();

        services.AddHttpClient(WebhookCallback.Client, client => client.Timeout = TimeSpan.FromSeconds(10)).RemoveAllLoggers();

        services.AddCast();
        services.AddSingleton<PictureStore>();
        services.AddSingleton<World>();
        services.AddCast();
        services.AddSingleton<FaultBoard>();
        services.AddSingleton<FaultyCall>();
        services.AddSingleton<UsageMeter>();
        services.AddSingleton<TokenCheck>();
        services.AddSingleton<ConsentEndpoints>();
        services.AddSingleton<InstagramLogin>();
        services.AddSingleton<FacebookLogin>();
        services.AddSingleton<MediaFetch>();
        services.AddSingleton<ContainerMaking>();
        services.AddSingleton<ContainerStatus>();
        services.AddSingleton<FilmIntake>();
        services.AddSingleton<UploadHost>();
        services.AddSingleton<GraphEndpoint>();
        services.AddSingleton<SandboxAddress>();
        services.AddSingleton<SandboxControl>();
        services.AddSingleton<WebhookCallback>();
        services.AddSingleton<AppRemoval>();
        services.AddSingleton<WebhookCourier>();
        services.AddSingleton<WebhookPump>();
        services.AddHostedService(provider => provider.GetRequiredService<WebhookPump>());
        services.AddSingleton<IGraphResource, AccountResource>();
        services.AddSingleton<IGraphResource, FacebookUserResource>();
        services.AddSingleton<IGraphResource, PublishingResource>();
        services.AddSingleton<IGraphResource, PlaceSearch>();
        services.AddSingleton<IGraphResource, AudioResource>();
        services.AddSingleton<IGraphResource, MediaResource>();
        services.AddSingleton<IGraphResource, PollResource>();
        services.AddSingleton<IGraphResource, ShopResource>();
        services.AddSingleton<IGraphResource, CommentResource>();
        services.AddSingleton<IGraphResource, SendResource>();
        services.AddSingleton<IGraphResource, ConversationResource>();
        services.AddSingleton<IGraphResource, PersonResource>();
        services.AddSingleton<IGraphResource, AccountInsights>();
        services.AddSingleton<IGraphResource, MediaInsights>();
        services.AddSingleton<IGraphResource, SubscriptionResource>();
        services.AddCast();
        return services;
    }

    /// <summary>Maps the platform and its control routes. They ask nobody to sign in and are for development and tests.</summary>
    public static IEndpointRouteBuilder MapSandbox(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("").AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        var address = app.ServiceProvider.GetRequiredService<SandboxAddress>();
        group.AddEndpointFilter((context, next) =>
        {
            address.Seen(context.HttpContext);
            return next(context);
        });
        group.MapPlatform();
        group.MapControl();
        group.MapPhone();
        return app;
    }
}

using Directino.Sandbox.Accounts;
using Directino.Sandbox.Comments;
using Directino.Sandbox.Faults;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Login;
using Directino.Sandbox.Media;
using Directino.Sandbox.Publishing;
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
        services.AddHttpClient(MediaFetch.Client, client => client.Timeout = TimeSpan.FromSeconds(20));

        services.AddSingleton<PictureStore>();
        services.AddSingleton<World>();
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
        services.AddSingleton<GraphEndpoint>();
        services.AddSingleton<IGraphResource, AccountResource>();
        services.AddSingleton<IGraphResource, FacebookUserResource>();
        services.AddSingleton<IGraphResource, PublishingResource>();
        services.AddSingleton<IGraphResource, MediaResource>();
        services.AddSingleton<IGraphResource, CommentResource>();
        return services;
    }

    /// <summary>Maps the platform and its control routes. They ask nobody to sign in and are for development and tests.</summary>
    public static IEndpointRouteBuilder MapSandbox(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("").AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        group.MapPlatform();
        return app;
    }
}

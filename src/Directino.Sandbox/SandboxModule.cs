using Directino.Sandbox.Journal;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Directino.Sandbox;

/// <summary>Puts the sandbox into an app. Nothing is reachable before <see cref="MapSandbox"/> is called.</summary>
public static class SandboxModule
{
    public static IServiceCollection AddSandbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SandboxOptions>().Bind(configuration.GetSection(SandboxOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SandboxOptions>, SandboxOptionsValidation>());
        services.TryAddSingleton<PictureStore>();
        services.TryAddSingleton<World>();
        return services;
    }

    public static IEndpointRouteBuilder MapSandbox(this IEndpointRouteBuilder app)
    {
        return app;
    }
}

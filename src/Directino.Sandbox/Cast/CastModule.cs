using Directino.Sandbox.Journal;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Directino.Sandbox.Cast;

/// <summary>The named cast: two invented pages, their followers, and ninety days between them.</summary>
internal static class CastModule
{
    public static IServiceCollection AddCast(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISeed, CastSeed>());
        return services;
    }
}

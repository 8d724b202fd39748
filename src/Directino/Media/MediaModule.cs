using Directino.Hosting;
using Directino.Ledger;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Directino.Media;

/// <summary>Pictures: taken in, made as Instagram wants them, kept, and lent to Instagram by link.</summary>
public static class MediaModule
{
    public static IServiceCollection AddMedia(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<MediaOptions>(configuration, "Media", Check);
        services.AddSingleton<IMediaStore, FolderMediaStore>();
        services.AddSingleton<Darkroom>();
        services.AddSingleton<MediaLibrary>();
        services.AddSingleton<MediaLinks>();
        services.AddSingleton<IDueHandler, ForgetPicture>();
        services.AddSingleton(sp => new PublicAddress(sp.GetRequiredService<IOptions<HostingOptions>>(), sp.GetService<IServer>()));
        return services;
    }

    private static IEnumerable<string> Check(MediaOptions media)
    {
        if (media.LinkLife < TimeSpan.FromMinutes(5))
            yield return $"LinkLife is {media.LinkLife}; Instagram needs at least five minutes to fetch a picture.";
    }
}

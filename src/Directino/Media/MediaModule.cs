using Directino.Hosting;
using Directino.Ledger;
using Directino.Media.Library;
using Directino.Media.Uploads;
using Directino.Persistence;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Directino.Media;

/// <summary>Pictures and videos: taken in, made as Instagram wants them, kept, and lent to Instagram by link.</summary>
public static class MediaModule
{
    public static IServiceCollection AddMedia(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<MediaOptions>(configuration, "Media", Check);
        services.AddSingleton<IMediaStore, FolderMediaStore>();
        services.AddSingleton<HeicDoor>();
        services.AddSingleton(sp => new Darkroom(sp.GetRequiredService<HeicDoor>(), sp.GetRequiredService<IOptions<MediaOptions>>()));
        services.AddVideos();
        services.AddSingleton(sp => new MediaLibrary(
            sp.GetRequiredService<Database>(), sp.GetRequiredService<IMediaStore>(), sp.GetRequiredService<Darkroom>(), sp.GetRequiredService<VideoIntake>(),
            sp.GetRequiredService<WorkFolder>(), sp.GetServices<IMediaUse>(), sp.GetRequiredService<DueBook>(), sp.GetRequiredService<IOptions<MediaOptions>>(),
            sp.GetRequiredService<TimeProvider>()));
        services.AddUploads();
        services.AddSingleton<MediaCleaning>();
        services.AddSingleton(FetchGuard.Default);
        services.AddSingleton(sp => new MediaFetcher(
            sp.GetRequiredService<MediaLibrary>(), sp.GetRequiredService<WorkFolder>(), sp.GetRequiredService<FetchGuard>(), sp.GetRequiredService<IOptions<MediaOptions>>(),
            sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton<LibraryReader>();
        services.AddSingleton<FolderBook>();
        services.AddSingleton<MediaLinks>();
        services.AddSingleton<IDueHandler, ForgetPicture>();
        services.AddSingleton(sp => new PublicAddress(sp.GetRequiredService<IOptions<HostingOptions>>(), sp.GetService<IServer>()));
        return services;
    }

    private static void AddUploads(this IServiceCollection services)
    {
        services.AddSingleton(sp => new UploadBook(
            sp.GetRequiredService<Database>(), sp.GetRequiredService<MediaLibrary>(), sp.GetRequiredService<WorkFolder>(), sp.GetRequiredService<DueBook>(),
            sp.GetRequiredService<IOptions<MediaOptions>>(), sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IDueHandler, ForgetUpload>();
    }

    private static void AddVideos(this IServiceCollection services)
    {
        services.AddSingleton<WorkFolder>();
        services.AddSingleton<Ffmpeg>();
        services.AddSingleton<VideoReader>();
        services.AddSingleton<VideoCutter>();
        services.AddSingleton(sp => new VideoIntake(
            sp.GetRequiredService<Database>(), sp.GetRequiredService<IMediaStore>(), sp.GetRequiredService<VideoReader>(), sp.GetRequiredService<VideoCutter>(),
            sp.GetRequiredService<DueBook>(), sp.GetRequiredService<IOptions<MediaOptions>>(), sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton<VideoWorkshop>();
        services.AddSingleton<IDueHandler>(sp => sp.GetRequiredService<VideoWorkshop>());
    }

    private static IEnumerable<string> Check(MediaOptions media)
    {
        if (media.Ffmpeg is { Length: > 0 } folder && !Directory.Exists(folder))
            yield return $"Ffmpeg is “{folder}”, which is not a folder.";
        if (media.LongestWork < TimeSpan.FromMinutes(1))
            yield return $"LongestWork is {media.LongestWork}; a minute is the least a video needs.";
        if (media.LongestFetch < TimeSpan.FromSeconds(1) || media.LongestFetch > TimeSpan.FromHours(2))
            yield return $"LongestFetch is {media.LongestFetch}; between a second and two hours are of use.";
        if (media.LinkLife < TimeSpan.FromMinutes(5))
            yield return $"LinkLife is {media.LinkLife}; Instagram needs at least five minutes to fetch a file.";
    }
}

using Directino.Hosting;
using Directino.Labels;
using Directino.Ledger;
using Directino.Instagram;
using Directino.Media.Library;
using Directino.Media.Reach;
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
        services.AddSingleton<IMediaStore>(sp => sp.GetRequiredService<IOptions<MediaOptions>>() is { Value.S3Bucket.Length: > 0 } media
            ? new S3MediaStore(media, sp.GetRequiredService<WorkFolder>())
            : new FolderMediaStore(sp.GetRequiredService<IOptions<MediaOptions>>(), sp.GetRequiredService<IOptions<HostingOptions>>(), sp.GetRequiredService<TimeProvider>()));
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
        services.AddSingleton<MediaLabels>();
        services.AddSingleton<ILabelled>(sp => sp.GetRequiredService<MediaLabels>());
        services.AddSingleton<MediaLinks>();
        services.AddSingleton<IDueHandler, ForgetPicture>();
        services.AddReach();
        services.AddSingleton(sp => new PublicAddress(sp.GetRequiredService<IOptions<HostingOptions>>(), sp.GetService<IServer>()));
        return services;
    }

    private static void AddReach(this IServiceCollection services)
    {
        services.AddHttpClient(OutsideLook.Http, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(sp => OutsideLook.Handler(sp.GetRequiredService<InstagramClientOptions>())).RemoveAllLoggers();
        services.AddSingleton<OutsideLook>();
        services.AddSingleton(sp => new MediaReach(
            sp.GetRequiredService<OutsideLook>(), sp.GetRequiredService<MediaLinks>(), sp.GetRequiredService<PublicAddress>(), sp.GetRequiredService<InstagramClientOptions>(),
            sp.GetRequiredService<IOptions<MediaOptions>>(), sp.GetRequiredService<TimeProvider>()));
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
        if (media.S3Bucket is { Length: > 0 } && media.Folder is { Length: > 0 })
            yield return "Folder and S3Bucket are both set; files lie in one of them.";
        if (media.S3Bucket is not { Length: > 0 } && (media.S3Endpoint ?? media.S3AccessKey ?? media.S3SecretKey) is { Length: > 0 })
            yield return "S3Bucket is missing, though other settings of S3 are there.";
        if (media.S3Endpoint is { Length: > 0 } && !(Uri.TryCreate(media.S3Endpoint, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https"))
            yield return $"S3Endpoint is “{media.S3Endpoint}”, which is not an address of http or https.";
        if (string.IsNullOrEmpty(media.S3AccessKey) != string.IsNullOrEmpty(media.S3SecretKey))
            yield return "S3AccessKey and S3SecretKey belong together; one of them is missing.";
        if (media.LongestWork < TimeSpan.FromMinutes(1))
            yield return $"LongestWork is {media.LongestWork}; a minute is the least a video needs.";
        if (media.LongestFetch < TimeSpan.FromSeconds(1) || media.LongestFetch > TimeSpan.FromHours(2))
            yield return $"LongestFetch is {media.LongestFetch}; between a second and two hours are of use.";
        if (media.LinkLife < TimeSpan.FromMinutes(5))
            yield return $"LinkLife is {media.LinkLife}; Instagram needs at least five minutes to fetch a file.";
    }
}

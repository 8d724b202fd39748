using Directino.Media;
using Directino.Tests.Planning;
using Directino.Tests.Studio;

namespace Directino.Tests.Media;

/// <summary>What a test does with videos.</summary>
internal static class VideosInStudio
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Uploads a video and waits until it is ready or refused.</summary>
    public static async Task<MediaItem> UploadVideo(this TestWorkspace shop, byte[] file, string name = "clip.mp4")
    {
        var item = await shop.Upload(file, name);
        await shop.Studio.FinishVideos();
        return (await shop.Studio.Get<MediaLibrary>().Find(shop.Id, item.Id, Ct))!;
    }

    public static async Task FinishVideos(this Tests.Studio.Studio studio)
    {
        await studio.Settle();
        await studio.Get<VideoWorkshop>().Rest.WaitAsync(Ct);
    }

    public static async Task<MediaRefusal> Refused(this TestWorkspace shop, byte[] file, string name = "clip.mp4")
    {
        var outcome = await shop.Studio.Get<MediaLibrary>().Add(shop.Id, shop.Owner, name, new MemoryStream(file), Ct);
        return outcome.ShouldBeOfType<UploadOutcome.Refused>().Why;
    }

    /// <summary>What Instagram gets.</summary>
    public static async Task<byte[]> Bytes(this TestWorkspace shop, MediaItem item)
    {
        await using var file = (await shop.Studio.Get<MediaLibrary>().Open(shop.Id, item.Id, small: false, Ct))!;
        using var bytes = new MemoryStream();
        await file.Content.CopyToAsync(bytes, Ct);
        return bytes.ToArray();
    }
}

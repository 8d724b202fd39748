using Directino.Hosting;
using Directino.Instagram;
using Directino.Media;
using Directino.Media.Reach;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Directino.Tests.Media.Reach;

/// <summary>A studio whose public address is a real one, asked over a real socket.</summary>
internal static class ReachInStudio
{
    /// <param name="real">As if Instagram were Meta's; nothing may be asked of it.</param>
    public static async Task<Tests.Studio.Studio> Open(string address, bool real = false)
    {
        var studio = await Tests.Studio.Studio.Open(services =>
            services.AddHttpClient(OutsideLook.Http).ConfigurePrimaryHttpMessageHandler(sp => OutsideLook.Handler(sp.GetRequiredService<InstagramClientOptions>())));
        studio.Get<IOptions<HostingOptions>>().Value.PublicUrl = address;
        if (real)
            studio.Get<InstagramClientOptions>().InstagramGraph = new("https://graph.instagram.com/");
        return studio;
    }

    /// <summary>The bytes that a file's link leads to.</summary>
    public static async Task<byte[]> Lent(this Tests.Studio.Studio studio, MediaItem item)
    {
        await using var file = (await studio.Get<MediaLinks>().Open(studio.Get<MediaLinks>().For(item).Segments[^1], CancellationToken.None))!;
        using var bytes = new MemoryStream();
        await file.Content.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}

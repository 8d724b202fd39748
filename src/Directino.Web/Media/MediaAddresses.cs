using Directino.Media;

namespace Directino.Web.Media;

/// <summary>Where pages find a picture. The version makes the address another one when the picture changes, so it may be cached for good.</summary>
public static class MediaAddresses
{
    public static string Small(MediaItem item) => Small(item.Id, item.ThumbnailVersion);

    public static string Small(MediaItemId id, string version) => $"/api/v1/media/{id}/file?size=small&v={version}";

    public static string Whole(MediaItem item) => $"/api/v1/media/{item.Id}/file?v={item.Version}";
}

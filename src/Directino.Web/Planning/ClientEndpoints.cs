using Directino.Media;
using Directino.Planning.Approvals;

namespace Directino.Web.Planning;

/// <summary>The pictures and videos of the posts that a client's link shows. The page itself is <see cref="ClientPage"/>.</summary>
public static class ClientEndpoints
{
    public static IEndpointRouteBuilder MapClientMedia(this IEndpointRouteBuilder app)
    {
        app.MapGet("/approve/media/{id}", Show).AllowAnonymous().ExcludeFromDescription();
        return app;
    }

    /// <summary>Where a client finds a picture or video. The version makes it another one when the picture changes.</summary>
    internal static string Address(MediaItem item, bool small, string link) =>
        $"/approve/media/{item.Id}?{(small ? "size=small&" : "")}v={(small ? item.ThumbnailVersion : item.Version)}&link={Uri.EscapeDataString(link)}";

    /// <summary>Asked at every request, so that a link that was withdrawn shows nothing any more.</summary>
    private static async Task<IResult> Show(MediaItemId id, string? size, string? link, ClientLinks links, MediaLibrary library, HttpContext context, CancellationToken ct)
    {
        if (await links.OfMedia(link, id, ct) is not { } workspace || await library.Open(workspace, id, size == "small", ct) is not { } file)
            return Results.NotFound();
        context.Response.Headers.CacheControl = "private, max-age=300";
        return Results.File(file.Content, file.ContentType, enableRangeProcessing: true);
    }
}

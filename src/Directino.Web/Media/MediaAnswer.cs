using Directino.Media;

namespace Directino.Web.Media;

/// <summary>A picture of the library, for programs.</summary>
public sealed record MediaAnswer(
    Guid Id, string FileName, string? AltText, int Width, int Height, long Bytes, ShapeVerdict Shape, bool IsCropped, DateTimeOffset CreatedAt, string File)
{
    public static MediaAnswer Of(MediaItem item) => new(
        item.Id.Value, item.FileName, item.AltText, item.Width, item.Height, item.Bytes, item.Shape, item.UncroppedKey is not null, item.CreatedAt,
        MediaAddresses.Whole(item));
}

/// <summary>One page of the library; <paramref name="Next"/> is the <c>before</c> of the next page, null at the end.</summary>
public sealed record MediaPage(IReadOnlyList<MediaAnswer> Items, Guid? Next);

public sealed record AltTextRequest(string? AltText);

public sealed record CropRequest(Crop Crop);

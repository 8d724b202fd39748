namespace Directino.Media;

/// <summary>A file of the library, open for reading from any place, and what it holds.</summary>
public sealed record MediaFile(Stream Content, string ContentType) : IAsyncDisposable
{
    public const string Jpeg = "image/jpeg";
    public const string Mp4 = "video/mp4";

    public ValueTask DisposeAsync() => Content.DisposeAsync();
}

using System.ComponentModel.DataAnnotations;

namespace Directino.Media;

/// <summary>Section <c>Media</c>.</summary>
public sealed class MediaOptions
{
    /// <summary>Folder for pictures. Default: <c>media</c> in the data folder.</summary>
    public string? Folder { get; set; }

    /// <summary>The largest file somebody may upload, in bytes. Default: 30 MiB, what a camera makes.</summary>
    [Range(1024, 1024L * 1024 * 1024)]
    public long LargestUpload { get; set; } = 30 * 1024 * 1024;

    /// <summary>The most pixels a picture may have before it is unpacked: a small file can unpack to more than the memory there is. Default: 100 million.</summary>
    [Range(1_000_000, 1_000_000_000)]
    public long MostPixels { get; set; } = 100_000_000;

    /// <summary>How long Instagram may fetch a picture by the link it was given. Default: two hours.</summary>
    public TimeSpan LinkLife { get; set; } = TimeSpan.FromHours(2);

    /// <summary>How many pictures are worked on at the same time; each takes some memory. Default: 2.</summary>
    [Range(1, 64)]
    public int Workers { get; set; } = 2;
}

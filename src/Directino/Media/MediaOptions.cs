using System.ComponentModel.DataAnnotations;

namespace Directino.Media;

/// <summary>Section <c>Media</c>.</summary>
public sealed class MediaOptions
{
    /// <summary>Folder for pictures and videos. Default: <c>media</c> in the data folder.</summary>
    public string? Folder { get; set; }

    /// <summary>The bucket for pictures and videos instead of a folder, of S3 or of a server that speaks like it. Default: none.</summary>
    public string? S3Bucket { get; set; }

    /// <summary>Where that server is, for example <c>https://minio.example:9000</c>. Default: Amazon's.</summary>
    public string? S3Endpoint { get; set; }

    /// <summary>The region of the bucket. Default: <c>us-east-1</c>, which other servers than Amazon's expect.</summary>
    public string S3Region { get; set; } = "us-east-1";

    /// <summary>The key that may read, write, list and delete there. Default: what the machine's own role gives.</summary>
    public string? S3AccessKey { get; set; }

    /// <summary>The secret of that key.</summary>
    public string? S3SecretKey { get; set; }

    /// <summary>The largest picture somebody may upload, in bytes. Default: 30 MiB, what a camera makes.</summary>
    [Range(1024, 1024L * 1024 * 1024)]
    public long LargestUpload { get; set; } = 30 * 1024 * 1024;

    /// <summary>The largest video somebody may upload, in bytes; what Instagram gets is made small enough. Default: 1 GiB.</summary>
    [Range(1024 * 1024, 64L * 1024 * 1024 * 1024)]
    public long LargestVideo { get; set; } = 1024L * 1024 * 1024;

    /// <summary>How many bytes one person's unfinished uploads may have together. Default: 20 GiB.</summary>
    [Range(1024 * 1024, long.MaxValue)]
    public long MostUnfinished { get; set; } = 20L * 1024 * 1024 * 1024;

    /// <summary>Folder with <c>ffmpeg</c> and <c>ffprobe</c>. Default: wherever the system finds them.</summary>
    public string? Ffmpeg { get; set; }

    /// <summary>How many videos a process works on at the same time; each takes all the processor it gets. Default: 1.</summary>
    [Range(1, 64)]
    public int VideoWorkers { get; set; } = 1;

    /// <summary>How long the work on one video may take. Default: two hours.</summary>
    public TimeSpan LongestWork { get; set; } = TimeSpan.FromHours(2);

    /// <summary>The most pixels a picture may have before it is unpacked: a small file can unpack to more than the memory there is. Default: 100 million.</summary>
    [Range(1_000_000, 1_000_000_000)]
    public long MostPixels { get; set; } = 100_000_000;

    /// <summary>How long Instagram may fetch a file by the link it was given. Default: two hours.</summary>
    public TimeSpan LinkLife { get; set; } = TimeSpan.FromHours(2);

    /// <summary>
    /// Whether rehearsals and the composer fetch files by their public link, to see that Instagram can. Default: true. Off where this installation does not reach
    /// its own public address though the internet does: a name that means something else inside, a router that lets nobody in from within.
    /// </summary>
    public bool ReachCheck { get; set; } = true;

    /// <summary>How long fetching a file from an address may take. Default: five minutes.</summary>
    public TimeSpan LongestFetch { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many pictures are worked on at the same time; each takes some memory. Default: as many as there are processor cores.</summary>
    [Range(1, 64)]
    public int? Workers { get; set; }
}

namespace Directino.Instagram.Publishing;

/// <summary>
/// What a film must be (publishing.md section 4.2): MP4 or MOV with the <c>moov</c> atom in front and no edit lists, progressive, closed GOP, 4:2:0.
/// </summary>
public sealed record VideoLimits
{
    /// <summary>Largest file.</summary>
    public required long Bytes { get; init; }

    /// <summary>Longest film.</summary>
    public required TimeSpan Longest { get; init; }

    /// <summary>Narrowest shape, width by height.</summary>
    public required double AspectLeast { get; init; }

    /// <summary>Widest shape, width by height.</summary>
    public double AspectMost { get; init; } = 10;

    /// <summary>Shortest film.</summary>
    public TimeSpan Shortest { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Widest picture in pixels.</summary>
    public int WidthMost { get; init; } = 1920;

    /// <summary>Fewest frames per second.</summary>
    public double FrameRateLeast { get; init; } = 23;

    /// <summary>Most frames per second.</summary>
    public double FrameRateMost { get; init; } = 60;

    /// <summary>Most bits per second, picture and sound.</summary>
    public long BitrateMost { get; init; } = 25_000_000;

    /// <summary>Most samples of sound per second.</summary>
    public int AudioRateMost { get; init; } = 48_000;

    /// <summary>Most channels of sound.</summary>
    public int AudioChannelsMost { get; init; } = 2;

    /// <summary>Bits per second of sound that Instagram asks for.</summary>
    public int AudioBitrate { get; init; } = 128_000;

    /// <summary>Codecs of the picture by their four letters: H.264 and HEVC.</summary>
    public IReadOnlyList<string> VideoCodecs { get; init; } = ["avc1", "avc3", "hvc1", "hev1"];

    /// <summary>Codecs of the sound by their four letters: AAC.</summary>
    public IReadOnlyList<string> AudioCodecs { get; init; } = ["mp4a"];
}

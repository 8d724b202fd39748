namespace Directino.Media;

/// <summary>What a video file is, as far as Instagram has an opinion on it.</summary>
public sealed record VideoFacts
{
    public required long Bytes { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>As it is seen: upright, with square pixels.</summary>
    public required int Width { get; init; }

    public required int Height { get; init; }

    public bool IsContainerTaken { get; init; } = true;

    public bool IsMoovFirst { get; init; } = true;

    public bool HasEditList { get; init; }

    /// <summary>Four letters: <c>avc1</c> for H.264.</summary>
    public required string VideoCodec { get; init; }

    /// <summary>Colour is 4:2:0 of eight bits.</summary>
    public bool IsColourTaken { get; init; } = true;

    public bool IsProgressive { get; init; } = true;

    public bool HasSquarePixels { get; init; } = true;

    public required double FrameRate { get; init; }

    /// <summary>Four letters; null for a silent film.</summary>
    public string? AudioCodec { get; init; }

    public int AudioRate { get; init; }

    public int AudioChannels { get; init; }

    /// <summary>Colours brighter than a common screen shows (HLG or PQ).</summary>
    public bool IsHdr { get; init; }

    /// <summary>Tells more than picture and sound: where and with what it was taken, other tracks, chapters.</summary>
    public bool TellsMore { get; init; }

    /// <summary>Bits a second, picture and sound.</summary>
    public double Bitrate => Duration > TimeSpan.Zero ? Bytes * 8 / Duration.TotalSeconds : 0;
}

namespace Directino.Sandbox.Media;

/// <summary>What the boxes of an MP4 or MOV file say about it.</summary>
public sealed record Film
{
    public long Bytes { get; init; }
    public double Seconds { get; init; }

    /// <summary>As it is shown: a film that lies on its side is turned.</summary>
    public int Width { get; init; }
    public int Height { get; init; }

    /// <summary>Four letters, <c>avc1</c> for H.264.</summary>
    public string? VideoCodec { get; init; }
    public double FrameRate { get; init; }

    /// <summary>Colour at half resolution (4:2:0); true where the boxes do not tell.</summary>
    public bool IsChromaHalved { get; init; } = true;
    public string? AudioCodec { get; init; }
    public int AudioRate { get; init; }
    public int AudioChannels { get; init; }
    public bool HasEditList { get; init; }

    /// <summary>The table of contents stands before the data.</summary>
    public bool MoovFirst { get; init; }

    /// <summary>A box claims more bytes than there are.</summary>
    public bool IsCutOff { get; init; }
}

namespace Directino.Sandbox.Media;

/// <summary>What the decoder of AAC is told (ISO/IEC 14496-3): the sound entry itself often says two channels whatever there is.</summary>
internal static class AacConfig
{
    private static readonly int[] Rates = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350];

    /// <summary>Rate and channels, 0 where nothing is said; and what the sound is when it is no AAC, for MP3 has the same four letters.</summary>
    public static (int Rate, int Channels, string? Other) Of(ReadOnlySpan<byte> entry)
    {
        var at = entry.IndexOf("esds"u8);
        if (at < 0 || at + 8 > entry.Length) return (0, 0, null);
        // Three descriptors within each other: stream, decoder, and what is special to the decoder.
        var stream = Descriptor(entry[(at + 8)..], 3);
        var decoder = stream.Length > 3 ? Descriptor(stream[3..], 4) : default;
        if (decoder.Length > 0 && decoder[0] is not (0x40 or 0x66 or 0x67 or 0x68)) return (0, 0, $"mp4a.{decoder[0]:x2}");
        var special = decoder.Length > 13 ? Descriptor(decoder[13..], 5) : default;
        if (special.Length < 2) return (0, 0, null);
        var index = ((special[0] & 7) << 1) | (special[1] >> 7);
        if (index >= Rates.Length) return (0, 0, null);
        var channels = (special[1] >> 3) & 15;
        return (Rates[index], channels == 7 ? 8 : channels, null);
    }

    private static ReadOnlySpan<byte> Descriptor(ReadOnlySpan<byte> bytes, byte tag)
    {
        if (bytes.Length < 2 || bytes[0] != tag) return default;
        var (at, length) = (1, 0);
        for (var more = true; more && at < bytes.Length && at < 5; at++)
        {
            length = (length << 7) | (bytes[at] & 127);
            more = (bytes[at] & 128) != 0;
        }
        return bytes.Slice(at, Math.Min(length, bytes.Length - at));
    }
}

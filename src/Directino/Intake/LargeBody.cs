using System.Buffers;
using System.IO.Compression;

namespace Directino.Intake;

/// <summary>
/// A body that would take long to take apart: it is kept whole, in one row, smaller where that is quickly done, and taken apart when it is
/// processed. So the answer takes no longer than writing it down.
/// </summary>
internal static class LargeBody
{
    /// <summary>Bodies of at least so many bytes. Meta's largest batch of ordinary messages is about as long.</summary>
    public const int From = 512 * 1024;

    private const string Plain = "Delivery", Packed = "PackedDelivery";
    private const int Taste = 64 * 1024;

    public static bool Is(IntakeEvent row) => row.Kind is Plain or Packed;

    public static (string Kind, byte[] Payload) Pack(byte[] body)
    {
        // A taste tells whether packing saves more time in writing than it takes.
        return Squeeze(body.AsSpan(0, Math.Min(body.Length, Taste))) is { } taste && taste.Length < Taste / 3 && Squeeze(body) is { } packed
            ? (Packed, packed)
            : (Plain, body);
    }

    public static byte[] Unpack(IntakeEvent row)
    {
        if (row.Kind == Plain)
            return row.Payload;
        using var packed = new BrotliStream(new MemoryStream(row.Payload), CompressionMode.Decompress);
        using var body = new MemoryStream();
        packed.CopyTo(body);
        return body.ToArray();
    }

    /// <summary>Null where it does not become smaller.</summary>
    private static byte[]? Squeeze(ReadOnlySpan<byte> bytes)
    {
        var room = ArrayPool<byte>.Shared.Rent(bytes.Length);
        try
        {
            return BrotliEncoder.TryCompress(bytes, room, out var written, quality: 0, window: 22) ? room[..written] : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }
}

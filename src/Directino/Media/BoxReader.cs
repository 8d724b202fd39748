using System.Buffers.Binary;

namespace Directino.Media;

/// <summary>Goes through the boxes of an MP4 that lie one behind the other in memory.</summary>
internal ref struct BoxReader(ReadOnlySpan<byte> rest)
{
    private ReadOnlySpan<byte> _rest = rest;
    private ReadOnlySpan<byte> _name;

    public readonly ReadOnlySpan<byte> Name => _name;

    public ReadOnlySpan<byte> Body { get; private set; }

    public readonly bool Is(ReadOnlySpan<byte> name) => _name.SequenceEqual(name);

    /// <summary>False at the end, and at a box that claims more than there is.</summary>
    public bool Next()
    {
        if (Size(_rest, _rest.Length) is not { } box)
            return false;
        _name = _rest[4..8];
        Body = _rest[box.Head..(int)box.Whole];
        _rest = _rest[(int)box.Whole..];
        return true;
    }

    /// <summary>How long a box and its head are; null when it cannot be within <paramref name="room"/>.</summary>
    public static (int Head, long Whole)? Size(ReadOnlySpan<byte> head, long room)
    {
        if (head.Length < 8)
            return null;
        ulong size = Number(head, 0);
        var length = 8;
        if (size == 1)
        {
            if (head.Length < 16)
                return null;
            (size, length) = (LongNumber(head, 8), 16);
        }
        else if (size == 0)
        {
            size = (ulong)room;
        }

        return size < (ulong)length || size > (ulong)room ? null : (length, (long)size);
    }

    /// <summary>The body of the first box of a name; empty when there is none.</summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> within, ReadOnlySpan<byte> name)
    {
        var reader = new BoxReader(within);
        while (reader.Next())
        {
            if (reader.Is(name))
                return reader.Body;
        }

        return default;
    }

    public static uint Number(ReadOnlySpan<byte> bytes, int at) => bytes.Length >= at + 4 ? BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]) : 0;

    public static ulong LongNumber(ReadOnlySpan<byte> bytes, int at) => bytes.Length >= at + 8 ? BinaryPrimitives.ReadUInt64BigEndian(bytes[at..]) : 0;
}

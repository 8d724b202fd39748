using System.Buffers.Binary;

namespace Directino.Media;

/// <summary>Reads numbers one after the other. Beyond the end there are zeros, and <see cref="IsPast"/> says so.</summary>
internal ref struct ByteCursor(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public bool IsPast { get; private set; }

    public readonly ReadOnlySpan<byte> Rest => _rest;

    public readonly bool IsAtEnd => _rest.Length == 0;

    public ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > _rest.Length)
        {
            IsPast = true;
            _rest = default;
            return default;
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    public byte Byte() => Take(1) is [var value] ? value : (byte)0;

    public ushort Short() => Take(2) is { Length: 2 } two ? BinaryPrimitives.ReadUInt16BigEndian(two) : (ushort)0;

    public uint Number() => Take(4) is { Length: 4 } four ? BinaryPrimitives.ReadUInt32BigEndian(four) : 0;

    /// <summary>A number of none, two, four or eight bytes; of another size there is none.</summary>
    public ulong Number(int size) => size switch
    {
        0 => 0,
        2 => Short(),
        4 => Number(),
        8 => ((ulong)Number() << 32) | Number(),
        _ => Nothing(),
    };

    /// <summary>An id of two bytes, or of four in later versions of its box.</summary>
    public uint Id(bool wide) => wide ? Number() : Short();

    private ulong Nothing()
    {
        IsPast = true;
        return 0;
    }
}

namespace Directino.Media;

/// <summary>
/// The table of contents of an HEIF file (ISO/IEC 23008-12): what pictures are in it, where their bytes lie, of what they are made and what is
/// said of them. Whatever the bytes are, reading them ends: every size is held against what is there, every count against what a camera writes.
/// </summary>
internal sealed class HeifItems
{
    private const int LargestTable = 16 * 1024 * 1024;
    private const int MostBoxes = 1000;
    private const int MostItems = 20_000;
    private const int MostParts = 200_000;

    private readonly Dictionary<uint, string> _types = [];
    private readonly Dictionary<uint, List<FilePart>> _places = [];
    private readonly Dictionary<uint, List<int>> _said = [];
    private readonly Dictionary<uint, List<uint>> _made = [];
    private readonly List<HeifProperty> _properties = [];
    private int _parts;

    public uint Primary { get; private set; }

    /// <summary>Null when the file is damaged or no HEIF.</summary>
    public static HeifItems? Read(Stream file)
    {
        Span<byte> head = stackalloc byte[16];
        var count = 0;
        for (long at = 0, size; at < file.Length; at += size)
        {
            file.Position = at;
            var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            if (++count > MostBoxes || BoxReader.Size(head[..read], file.Length - at) is not { } box)
                return null;
            size = box.Whole;
            if (!head[4..8].SequenceEqual("meta"u8))
                continue;
            if (size > LargestTable)
                return null;
            var table = new byte[size - box.Head];
            file.Position = at + box.Head;
            file.ReadExactly(table);
            var items = new HeifItems();
            return items.Fill(table, at + box.Head) ? items : null;
        }

        return null;
    }

    /// <summary>The kind of coding, four letters; null when there is no such item.</summary>
    public string? Type(uint item) => _types.GetValueOrDefault(item);

    /// <summary>Where its bytes lie, in their order.</summary>
    public IReadOnlyList<FilePart> Places(uint item) => _places.GetValueOrDefault(item) ?? [];

    /// <summary>Of which items it is put together.</summary>
    public IReadOnlyList<uint> MadeOf(uint item) => _made.GetValueOrDefault(item) ?? [];

    /// <summary>What is said of it, in the order in which it is to be done.</summary>
    public IEnumerable<HeifProperty> Properties(uint item) =>
        (_said.GetValueOrDefault(item) ?? []).Where(i => i > 0 && i <= _properties.Count).Select(i => _properties[i - 1]);

    private bool Fill(ReadOnlySpan<byte> table, long position)
    {
        if (table.Length < 4)
            return false;
        var boxes = table[4..];
        var own = BoxReader.Find(boxes, "idat"u8);
        var ownAt = table.Overlaps(own, out var offset) ? position + offset : position;
        var reader = new BoxReader(boxes);
        while (reader.Next())
        {
            var body = new ByteCursor(reader.Body);
            var whole = reader.Is("pitm"u8) ? First(ref body)
                : reader.Is("iinf"u8) ? Kinds(ref body)
                : reader.Is("iloc"u8) ? Locations(ref body, ownAt)
                : reader.Is("iref"u8) ? References(ref body)
                : !reader.Is("iprp"u8) || PropertiesOf(reader.Body);
            if (!whole || body.IsPast)
                return false;
        }

        return _types.ContainsKey(Primary);
    }

    private bool First(ref ByteCursor box)
    {
        Primary = box.Id(Version(ref box) > 0);
        return true;
    }

    private bool Kinds(ref ByteCursor box)
    {
        var count = box.Id(Version(ref box) > 0);
        var reader = new BoxReader(box.Rest);
        while (count-- > 0 && reader.Next())
        {
            var entry = new ByteCursor(reader.Body);
            var version = Version(ref entry);
            if (version < 2)
                continue; // Without a kind, so no picture.
            var id = entry.Id(version > 2);
            entry.Short();
            _types[id] = Name(entry.Take(4));
            if (entry.IsPast || _types.Count > MostItems)
                return false;
        }

        return true;
    }

    private bool Locations(ref ByteCursor box, long ownAt)
    {
        var version = Version(ref box);
        var (sizes, more) = (box.Byte(), box.Byte());
        var (offsetSize, lengthSize, baseSize, indexSize) = (sizes >> 4, sizes & 15, more >> 4, version > 0 ? more & 15 : 0);
        var count = box.Id(version > 1);
        for (var i = 0; i < count && !box.IsPast; i++)
        {
            var id = box.Id(version > 1);
            var method = version > 0 ? box.Short() & 15 : 0;
            var elsewhere = box.Short() != 0;
            var from = box.Number(baseSize);
            var parts = new List<FilePart>();
            for (var n = box.Short(); n > 0 && !box.IsPast; n--)
            {
                box.Number(indexSize);
                var start = from + box.Number(offsetSize) + (ulong)(method == 1 ? ownAt : 0);
                parts.Add(new FilePart((long)Math.Min(start, long.MaxValue), (long)Math.Min(box.Number(lengthSize), long.MaxValue)));
                if (++_parts > MostParts)
                    return false;
            }

            // What lies in another file, or is made of the bytes of another item, is not read: no camera writes it.
            if (!elsewhere && method < 2)
                _places[id] = parts;
        }

        return _places.Count <= MostItems;
    }

    private bool References(ref ByteCursor box)
    {
        var wide = Version(ref box) > 0;
        var reader = new BoxReader(box.Rest);
        while (reader.Next())
        {
            if (!reader.Is("dimg"u8))
                continue;
            var list = new ByteCursor(reader.Body);
            var from = list.Id(wide);
            var parts = new List<uint>();
            for (var n = list.Short(); n > 0 && !list.IsPast; n--)
                parts.Add(list.Id(wide));
            _made[from] = parts;
            if (list.IsPast || _made.Count > MostItems)
                return false;
        }

        return true;
    }

    private bool PropertiesOf(ReadOnlySpan<byte> box)
    {
        var kept = new BoxReader(BoxReader.Find(box, "ipco"u8));
        while (kept.Next())
        {
            _properties.Add(new HeifProperty(Name(kept.Name), kept.Body.ToArray()));
            if (_properties.Count > MostItems)
                return false;
        }

        var reader = new BoxReader(box);
        while (reader.Next())
        {
            if (reader.Is("ipma"u8) && !Associations(reader.Body))
                return false;
        }

        return true;
    }

    private bool Associations(ReadOnlySpan<byte> body)
    {
        var box = new ByteCursor(body);
        var version = box.Byte();
        var wideIndex = box.Take(3) is [_, _, var low] && (low & 1) != 0;
        var count = box.Number();
        for (var i = 0; i < count && !box.IsPast; i++)
        {
            var id = box.Id(version > 0);
            var said = new List<int>();
            for (var n = box.Byte(); n > 0; n--)
                said.Add(wideIndex ? box.Short() & 0x7FFF : box.Byte() & 0x7F);
            _said[id] = said;
        }

        return !box.IsPast && _said.Count <= MostItems;
    }

    private static byte Version(ref ByteCursor box)
    {
        var version = box.Byte();
        box.Take(3);
        return version;
    }

    private static string Name(ReadOnlySpan<byte> letters) => System.Text.Encoding.Latin1.GetString(letters);
}

/// <summary>Some bytes of a file.</summary>
internal readonly record struct FilePart(long At, long Length);

/// <summary>Something said of a picture: its size, its colours, how it is turned.</summary>
internal sealed record HeifProperty(string Name, byte[] Body);

using System.Buffers.Binary;
using System.Text;
using Directino.Media;

namespace Directino.Tests.Media;

/// <summary>HEIC as phones write it: ffmpeg codes the tiles, the boxes around them are put together here.</summary>
internal sealed record TestHeic
{
    public int Columns { get; init; } = 1;
    public int Rows { get; init; } = 1;

    /// <summary>What is seen of the tiles; all of them when nothing is said.</summary>
    public (int Width, int Height)? Seen { get; init; }

    /// <summary>Quarters against the clock.</summary>
    public int Turned { get; init; }

    public bool IsMirrored { get; init; }

    public byte[]? Profile { get; init; }

    /// <summary>What the camera notes beside the picture.</summary>
    public string? Note { get; init; }

    /// <summary>The picture: red, green, blue and white in its four corners.</summary>
    public byte[] Write(int tileWidth, int tileHeight, string more = "")
    {
        var (width, height) = (Columns * tileWidth, Rows * tileHeight);
        var corners = $"drawbox=0:0:iw/2:ih/2:red:fill,drawbox=iw/2:0:iw/2:ih/2:0x00ff00:fill,drawbox=0:ih/2:iw/2:ih/2:blue:fill";
        var tiles = Columns * Rows == 1 ? "" : $",untile={Columns}x{Rows}";
        var film = TestFilms.Make(
            $"-f lavfi -i color=white:s={width}x{height} -frames:v {Columns * Rows} -vf {corners}{tiles} -pix_fmt yuv420p -c:v libx265 -preset ultrafast -x265-params keyint=1:log-level=none -tag:v hvc1 {more}",
            ".mp4");
        return Pack(film, tileWidth, tileHeight);
    }

    private byte[] Pack(ReadOnlySpan<byte> film, int tileWidth, int tileHeight)
    {
        var table = Inside(film, "moov", "trak", "mdia", "minf", "stbl");
        var record = BoxReader.Find(Inside(table, "stsd")[(8 + 8 + 78)..], "hvcC"u8).ToArray();
        var lengths = Inside(table, "stsz");
        var same = (int)BoxReader.Number(lengths, 4); // Of all; zero where each has its own.
        var count = Columns * Rows;
        var sizes = new int[count];
        for (var i = 0; i < count; i++)
            sizes[i] = same > 0 ? same : (int)BoxReader.Number(lengths, 12 + (4 * i));
        var data = BoxReader.Find(film, "mdat"u8)[..sizes.Sum()].ToArray();
        var seen = Seen ?? (tileWidth * Columns, tileHeight * Rows);

        List<byte[]> said = [Box("hvcC", record), Box("ispe", [0, 0, 0, 0, .. Four(tileWidth), .. Four(tileHeight)]), Box("ispe", [0, 0, 0, 0, .. Four(seen.Item1), .. Four(seen.Item2)])];
        List<byte> ofWhole = count == 1 ? [0x81, 2] : [3];
        void Say(byte[] box)
        {
            said.Add(box);
            ofWhole.Add((byte)(0x80 | said.Count));
        }

        if (Profile is not null)
            Say(Box("colr", [.. "prof"u8, .. Profile]));
        if (Turned > 0)
            Say(Box("irot", [(byte)Turned]));
        if (IsMirrored)
            Say(Box("imir", [1]));

        byte[] grid = [0, 0, (byte)(Rows - 1), (byte)(Columns - 1), .. Two(seen.Item1), .. Two(seen.Item2)];
        var note = Encoding.UTF8.GetBytes(Note ?? "");
        var whole = count == 1 ? 1 : count + 1;
        var dummy = Meta(0);
        var at = 24 + dummy.Length + 8;
        return [.. Box("ftyp", "heic\0\0\0\0mif1heic"u8), .. Meta(at), .. Box("mdat", [.. data, .. note])];

        byte[] Meta(int from)
        {
            var kinds = Enumerable.Range(1, count).Select(i => Box("infe", [2, 0, 0, 0, .. Two(i), 0, 0, .. "hvc1"u8, 0])).ToList();
            var located = new List<byte>();
            for (var i = 0; i < count; i++)
            {
                located.AddRange([.. Two(i + 1), 0, 0, 0, 0, 0, 1, .. Four(from), .. Four(sizes[i])]);
                from += sizes[i];
            }

            var items = count;
            if (count > 1)
            {
                items++;
                kinds.Add(Box("infe", [2, 0, 0, 0, .. Two(whole), 0, 0, .. "grid"u8, 0]));
                located.AddRange([.. Two(whole), 0, 1, 0, 0, 0, 1, .. Four(0), .. Four(grid.Length)]);
            }

            if (note.Length > 0)
            {
                items++;
                kinds.Add(Box("infe", [2, 0, 0, 1, .. Two(900), 0, 0, .. "Exif"u8, 0]));
                located.AddRange([.. Two(900), 0, 0, 0, 0, 0, 1, .. Four(from), .. Four(note.Length)]);
            }

            var associations = new List<byte>();
            for (var i = 1; i <= count && count > 1; i++)
                associations.AddRange([.. Two(i), 2, 0x81, 2]);
            associations.AddRange([.. Two(whole), (byte)ofWhole.Count, .. ofWhole]);
            var madeOf = count == 1 ? [] : Box("iref", [0, 0, 0, 0, .. Box("dimg", [.. Two(whole), .. Two(count), .. Enumerable.Range(1, count).SelectMany(Two)])]);
            return Box("meta", [
                0, 0, 0, 0,
                .. Box("hdlr", [0, 0, 0, 0, 0, 0, 0, 0, .. "pict"u8, .. new byte[13]]),
                .. Box("pitm", [0, 0, 0, 0, .. Two(whole)]),
                .. Box("iinf", [0, 0, 0, 0, .. Two(items), .. kinds.SelectMany(k => k)]),
                .. Box("iloc", [1, 0, 0, 0, 0x44, 0, .. Two(items), .. located]),
                .. madeOf,
                .. Box("iprp", [.. Box("ipco", [.. said.SelectMany(p => p)]), .. Box("ipma", [0, 0, 0, 0, .. Four(count == 1 ? 1 : count + 1), .. associations])]),
                .. Box("idat", grid),
            ]);
        }
    }

    private static ReadOnlySpan<byte> Inside(ReadOnlySpan<byte> boxes, params string[] path)
    {
        foreach (var name in path)
            boxes = BoxReader.Find(boxes, Encoding.Latin1.GetBytes(name));
        return boxes;
    }

    private static byte[] Box(string name, ReadOnlySpan<byte> body) => [.. Four(body.Length + 8), .. Encoding.Latin1.GetBytes(name), .. body];

    private static byte[] Two(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Four(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}

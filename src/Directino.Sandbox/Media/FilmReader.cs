using System.Buffers.Binary;
using System.Text;

namespace Directino.Sandbox.Media;

/// <summary>Reads the boxes of an MP4 or MOV file (ISO/IEC 14496-12). Whatever the bytes are, it answers or says that they are no film; it never throws.</summary>
internal static class FilmReader
{
    private const int VisualEntry = 86;

    public static Film? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 16 || !file[4..8].SequenceEqual("ftyp"u8)) return null;
        Film? film = null;
        var (sawData, moovFirst) = (false, false);
        var boxes = new Boxes(file);
        while (boxes.Next())
        {
            if (boxes.Is("mdat"u8)) sawData = true;
            if (!boxes.Is("moov"u8) || film is not null) continue;
            moovFirst = !sawData;
            film = Movie(boxes.Body);
        }
        return film is null ? null : film with { Bytes = file.Length, MoovFirst = moovFirst, IsCutOff = boxes.IsCutOff || !sawData };
    }

    private static Film Movie(ReadOnlySpan<byte> moov)
    {
        var film = new Film();
        var boxes = new Boxes(moov);
        while (boxes.Next())
        {
            if (boxes.Is("mvhd"u8)) film = film with { Seconds = Length(boxes.Body).Seconds };
            else if (boxes.Is("trak"u8)) film = Track(film, boxes.Body);
        }
        return film;
    }

    private static Film Track(Film film, ReadOnlySpan<byte> trak)
    {
        var handler = Find(Find(trak, "mdia"u8), "hdlr"u8);
        var kind = handler.Length >= 12 ? handler[8..12] : default;
        if (Number(Find(Find(trak, "edts"u8), "elst"u8), 4) > 0) film = film with { HasEditList = true };
        if (kind.SequenceEqual("vide"u8)) return film.VideoCodec is null ? Picture(film, trak) : film;
        return kind.SequenceEqual("soun"u8) && film.AudioCodec is null ? Sound(film, trak) : film;
    }

    private static Film Picture(Film film, ReadOnlySpan<byte> trak)
    {
        var mdia = Find(trak, "mdia"u8);
        var table = Find(Find(mdia, "minf"u8), "stbl"u8);
        var (entry, codec) = Entry(table);
        var (width, height) = ((int)(Number(entry, 32) >> 16), (int)(Number(entry, 32) & 0xFFFF));
        if (LiesOnItsSide(Find(trak, "tkhd"u8))) (width, height) = (height, width);
        return film with
        {
            VideoCodec = codec, Width = width, Height = height, FrameRate = FrameRate(Find(table, "stts"u8), Length(Find(mdia, "mdhd"u8)).Scale),
            IsChromaHalved = IsChromaHalved(entry),
        };
    }

    private static Film Sound(Film film, ReadOnlySpan<byte> trak)
    {
        var mdia = Find(trak, "mdia"u8);
        var (entry, codec) = Entry(Find(Find(mdia, "minf"u8), "stbl"u8));
        // The rate is a 16-bit number; one that does not fit is written as 0, and the track's own time scale is the rate.
        var rate = (int)(Number(entry, 32) >> 16);
        if (rate == 0) rate = (int)Math.Min(Length(Find(mdia, "mdhd"u8)).Scale, int.MaxValue);
        var aac = AacConfig.Of(entry);
        return film with
        {
            AudioCodec = aac.Other ?? codec, AudioRate = aac.Rate > 0 ? aac.Rate : rate, AudioChannels = aac.Channels > 0 ? aac.Channels : (int)(Number(entry, 24) >> 16),
        };
    }

    /// <summary>The first description of samples, its own size and codec included.</summary>
    private static (byte[] Entry, string? Codec) Entry(ReadOnlySpan<byte> table)
    {
        var all = Find(table, "stsd"u8);
        if (all.Length < 16) return ([], null);
        var entry = all[8..];
        var size = (int)Math.Min(Number(entry, 0), (uint)entry.Length);
        return (entry[..Math.Max(size, 8)].ToArray(), Encoding.ASCII.GetString(entry[4..8]));
    }

    private static bool IsChromaHalved(ReadOnlySpan<byte> entry)
    {
        if (entry.Length <= VisualEntry) return true;
        // AVC tells by its profile (4:2:2 and 4:4:4 have their own), HEVC by a field.
        if (Find(entry[VisualEntry..], "avcC"u8) is { Length: > 1 } avc) return avc[1] is not (122 or 244);
        return Find(entry[VisualEntry..], "hvcC"u8) is not { Length: > 16 } hevc || (hevc[16] & 3) == 1;
    }

    private static double FrameRate(ReadOnlySpan<byte> times, uint scale)
    {
        double frames = 0, ticks = 0;
        var (most, usual) = (0u, 0u);
        for (var at = 8; at + 8 <= times.Length; at += 8)
        {
            var (count, length) = (Number(times, at), Number(times, at + 4));
            frames += count;
            ticks += (double)count * length;
            if (count > most) (most, usual) = (count, length);
        }
        // The first and the last frame are often held to fit the sound; a steady film is judged by its steady part.
        if (most * 2.0 > frames && usual > 0) return (double)scale / usual;
        return ticks > 0 ? frames * scale / ticks : 0;
    }

    private static bool LiesOnItsSide(ReadOnlySpan<byte> header)
    {
        var matrix = header is [1, ..] ? 52 : 40;
        return header.Length >= matrix + 20 && Number(header, matrix) == 0 && Number(header, matrix + 16) == 0 && Number(header, matrix + 4) != 0;
    }

    /// <summary>Time scale and length of a header of film or track.</summary>
    private static (uint Scale, double Seconds) Length(ReadOnlySpan<byte> header)
    {
        var wide = header is [1, ..];
        var scale = Number(header, wide ? 20 : 12);
        if (scale == 0) return (0, 0);
        var ticks = wide ? ((double)Number(header, 24) * 4294967296.0) + Number(header, 28) : Number(header, 16);
        return (scale, ticks / scale);
    }

    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> within, ReadOnlySpan<byte> name)
    {
        var boxes = new Boxes(within);
        while (boxes.Next())
        {
            if (boxes.Is(name)) return boxes.Body;
        }
        return default;
    }

    private static uint Number(ReadOnlySpan<byte> bytes, int at) => bytes.Length >= at + 4 ? BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]) : 0;

    private ref struct Boxes(ReadOnlySpan<byte> rest)
    {
        private ReadOnlySpan<byte> _rest = rest;
        private ReadOnlySpan<byte> _name;

        public ReadOnlySpan<byte> Body { get; private set; }
        public bool IsCutOff { get; private set; }

        public readonly bool Is(ReadOnlySpan<byte> name) => _name.SequenceEqual(name);

        public bool Next()
        {
            if (_rest.Length < 8) return false;
            ulong size = Number(_rest, 0);
            var head = 8;
            if (size == 1 && _rest.Length >= 16) (size, head) = (BinaryPrimitives.ReadUInt64BigEndian(_rest[8..]), 16);
            else if (size == 0) size = (ulong)_rest.Length;
            if (size < (ulong)head) return false;
            if (size > (ulong)_rest.Length)
            {
                IsCutOff = true;
                size = (ulong)_rest.Length;
            }
            _name = _rest[4..8];
            Body = _rest[head..(int)size];
            _rest = _rest[(int)size..];
            return true;
        }
    }
}

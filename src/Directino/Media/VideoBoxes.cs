namespace Directino.Media;

/// <summary>
/// How a file is put together (ISO/IEC 14496-12), which ffprobe does not tell. Whatever the bytes are, reading them ends: every size is held
/// against what is there before anything is read.
/// </summary>
internal sealed record VideoBoxes
{
    /// <summary>The table of contents of the longest film Instagram takes has a few megabytes.</summary>
    private const int LargestTable = 64 * 1024 * 1024;
    private const int MostBoxes = 50_000;

    /// <summary>An empty list of tags, as packers leave it.</summary>
    private const int EmptyTags = 100;

    public bool IsQuickTime { get; init; }
    public bool IsMoovFirst { get; init; }

    /// <summary>In pieces, as for streaming.</summary>
    public bool IsFragmented { get; init; }
    public bool HasEditList { get; init; }

    /// <summary>An edit list that leaves something out, rather than one that evens out where picture and sound begin.</summary>
    public bool IsCutByEditList { get; init; }

    /// <summary>Its picture or sound lies in another file.</summary>
    public bool PointsElsewhere { get; init; }

    /// <summary>There is more in it than a film: tags, times, places, boxes of somebody's own.</summary>
    public bool TellsMore { get; init; }

    /// <summary>Null when the file is damaged, ends in the middle, or is no film at all.</summary>
    public static VideoBoxes? Read(Stream file)
    {
        var boxes = new VideoBoxes { IsQuickTime = true };
        var (sawData, sawMoov) = (false, false);
        var count = 0;
        Span<byte> head = stackalloc byte[20];
        for (long at = 0, size; at < file.Length; at += size)
        {
            if (++count > MostBoxes)
                return null;
            file.Position = at;
            var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            if (BoxReader.Size(head[..read], file.Length - at) is not { } box)
                return sawMoov && sawData ? boxes with { TellsMore = true } : null; // Rubbish behind a whole film: packing it anew leaves that out.
            size = box.Whole;
            var name = head[4..8];
            if (name.SequenceEqual("ftyp"u8))
                boxes = boxes with { IsQuickTime = read >= box.Head + 4 && head.Slice(box.Head, 4).SequenceEqual("qt  "u8) };
            else if (name.SequenceEqual("mdat"u8))
                sawData = true;
            else if (name.SequenceEqual("moov"u8) && sawMoov)
                return null;
            else if (name.SequenceEqual("moov"u8))
            {
                if (size > LargestTable)
                    return null;
                var table = new byte[size - box.Head];
                file.Position = at + box.Head;
                file.ReadExactly(table);
                (boxes, sawMoov) = (Table(boxes with { IsMoovFirst = !sawData }, table), true);
            }
            else if (name.SequenceEqual("moof"u8) || name.SequenceEqual("sidx"u8) || name.SequenceEqual("styp"u8))
                boxes = boxes with { IsFragmented = true };
            else if (!(name.SequenceEqual("free"u8) || name.SequenceEqual("wide"u8) || name.SequenceEqual("skip"u8)))
                boxes = boxes with { TellsMore = true };
        }

        return sawMoov && sawData ? boxes : null;
    }

    private static VideoBoxes Table(VideoBoxes boxes, ReadOnlySpan<byte> moov)
    {
        var header = BoxReader.Find(moov, "mvhd"u8);
        var scale = Scale(header);
        if (!IsTimeless(header))
            boxes = boxes with { TellsMore = true };
        var reader = new BoxReader(moov);
        while (reader.Next())
        {
            if (reader.Is("trak"u8))
                boxes = Track(boxes, reader.Body, scale);
            else if (reader.Is("mvex"u8))
                boxes = boxes with { IsFragmented = true };
            else if (!(reader.Is("mvhd"u8) || reader.Is("iods"u8) || (reader.Is("udta"u8) && reader.Body.Length <= EmptyTags)))
                boxes = boxes with { TellsMore = true };
        }

        return boxes;
    }

    private static VideoBoxes Track(VideoBoxes boxes, ReadOnlySpan<byte> trak, uint filmScale)
    {
        var reader = new BoxReader(trak);
        while (reader.Next())
        {
            if (!(reader.Is("tkhd"u8) || reader.Is("mdia"u8) || reader.Is("edts"u8)))
                boxes = boxes with { TellsMore = true };
        }

        var references = BoxReader.Find(BoxReader.Find(BoxReader.Find(BoxReader.Find(trak, "mdia"u8), "minf"u8), "dinf"u8), "dref"u8);
        if (references.Length > 8 && !AreOwn(references[8..]))
            boxes = boxes with { PointsElsewhere = true };
        var list = BoxReader.Find(BoxReader.Find(trak, "edts"u8), "elst"u8);
        if (list.Length < 8 || BoxReader.Number(list, 4) == 0)
            return boxes;
        var media = BoxReader.Find(BoxReader.Find(trak, "mdia"u8), "mdhd"u8);
        return boxes with { HasEditList = true, IsCutByEditList = boxes.IsCutByEditList || !EvensOut(list, filmScale, Scale(media), Length(media)) };
    }

    private static bool AreOwn(ReadOnlySpan<byte> references)
    {
        const uint WithinThisFile = 1;
        var reader = new BoxReader(references);
        while (reader.Next())
        {
            if ((BoxReader.Number(reader.Body, 0) & WithinThisFile) == 0)
                return false;
        }

        return true;
    }

    /// <summary>Whether the list does no more than say where picture and sound begin.</summary>
    private static bool EvensOut(ReadOnlySpan<byte> list, uint filmScale, uint mediaScale, double mediaLength)
    {
        const double Beginning = 0.25, Slack = 0.5;
        var wide = list[0] == 1;
        var step = wide ? 20 : 12;
        var entries = 0;
        if (filmScale == 0 || mediaScale == 0)
            return false;
        for (var at = 8; at + step <= list.Length; at += step)
        {
            var length = (wide ? BoxReader.LongNumber(list, at) : BoxReader.Number(list, at)) / (double)filmScale;
            var from = wide ? (long)BoxReader.LongNumber(list, at + 8) : (int)BoxReader.Number(list, at + 4);
            var rate = BoxReader.Number(list, at + step - 4);
            if (from == -1 ? length > Beginning : entries++ > 0 || rate != 0x10000 || from / (double)mediaScale > Beginning || (length > 0 && length < mediaLength - Slack))
                return false;
        }

        return true;
    }

    private static uint Scale(ReadOnlySpan<byte> header) => BoxReader.Number(header, header is [1, ..] ? 20 : 12);

    private static double Length(ReadOnlySpan<byte> header)
    {
        var ticks = header is [1, ..] ? BoxReader.LongNumber(header, 24) : BoxReader.Number(header, 16);
        return Scale(header) is > 0 and var scale ? ticks / (double)scale : 0;
    }

    private static bool IsTimeless(ReadOnlySpan<byte> header) => (header is [1, ..] ? BoxReader.LongNumber(header, 4) : BoxReader.Number(header, 4)) == 0;
}

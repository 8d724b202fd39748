namespace Directino.Media;

/// <summary>The picture an HEIF file shows: the tiles it is coded in, how they lie, how it is cut and turned, in which colours.</summary>
internal sealed record HeifPicture
{
    /// <summary>What phones write.</summary>
    public const string Hevc = "hvc1";
    public const string Av1 = "av01";

    private const int MostTiles = 4096;
    private const int LargestProfile = 4 * 1024 * 1024;

    public required string Coding { get; init; }

    public IReadOnlyList<HeifTile> Tiles { get; init; } = [];

    public int Columns { get; init; } = 1;

    public int Rows { get; init; } = 1;

    public int TileWidth { get; init; }

    public int TileHeight { get; init; }

    /// <summary>What is seen of the tiles, before it is cut and turned.</summary>
    public int Width { get; init; }

    public int Height { get; init; }

    /// <summary>Cuts and turns, in their order.</summary>
    public IReadOnlyList<HeifProperty> Turns { get; init; } = [];

    /// <summary>The colour profile, as other formats carry it.</summary>
    public byte[]? Profile { get; init; }

    /// <summary>Colours as a film says them; null where only the coded picture itself does.</summary>
    public HeifColours? Colours { get; init; }

    public long Pixels => (long)Columns * TileWidth * Rows * TileHeight;

    /// <summary>Null when the file is damaged or its picture is put together in a way no camera uses.</summary>
    public static HeifPicture? Read(Stream file)
    {
        if (HeifItems.Read(file) is not { } items)
            return null;
        var picture = items.Type(items.Primary) switch
        {
            "grid" => Grid(items, file),
            Hevc => Single(items),
            Av1 => new HeifPicture { Coding = Av1 },
            _ => null,
        };
        return picture is null || picture.Coding == Av1 ? picture : Coloured(picture, items);
    }

    private static HeifPicture? Single(HeifItems items) =>
        Size(items, items.Primary) is { } size && HeifTile.Of(items, items.Primary) is { } tile
            ? new HeifPicture { Coding = Hevc, Tiles = [tile], TileWidth = size.Width, TileHeight = size.Height, Width = size.Width, Height = size.Height }
            : null;

    private static HeifPicture? Grid(HeifItems items, Stream file)
    {
        if (items.Places(items.Primary) is not [{ Length: >= 8 and <= 12 } place] || place.At > file.Length - place.Length)
            return null;
        Span<byte> plan = stackalloc byte[(int)place.Length];
        file.Position = place.At;
        file.ReadExactly(plan);
        var cursor = new ByteCursor(plan);
        cursor.Byte();
        var wide = (cursor.Byte() & 1) != 0;
        var (rows, columns) = (cursor.Byte() + 1, cursor.Byte() + 1);
        var (width, height) = (cursor.Id(wide), cursor.Id(wide));
        var parts = items.MadeOf(items.Primary);
        if (cursor.IsPast || parts.Count != rows * columns || parts.Count > MostTiles || Size(items, parts[0]) is not { } size)
            return null;
        if (items.Type(parts[0]) == Av1)
            return new HeifPicture { Coding = Av1 };
        if (width < 1 || height < 1 || width > (long)size.Width * columns || height > (long)size.Height * rows)
            return null;
        var tiles = parts.Where(p => items.Type(p) == Hevc && Size(items, p) == size).Select(p => HeifTile.Of(items, p)).OfType<HeifTile>().ToList();
        return tiles.Count != parts.Count ? null : new HeifPicture
        {
            Coding = Hevc, Tiles = tiles, Columns = columns, Rows = rows, TileWidth = size.Width, TileHeight = size.Height, Width = (int)width, Height = (int)height,
        };
    }

    private static HeifPicture Coloured(HeifPicture picture, HeifItems items)
    {
        var said = items.Properties(items.Primary).ToList();
        // A picture of tiles may leave it to them.
        var colours = said.Concat(items.MadeOf(items.Primary).Take(1).SelectMany(items.Properties)).Where(p => p.Name == "colr").ToList();
        return picture with
        {
            Turns = [.. said.Where(p => p.Name is "clap" or "irot" or "imir")],
            Profile = colours.Select(p => p.Body).FirstOrDefault(b => b.Length is > 4 and < LargestProfile && (b.AsSpan().StartsWith("prof"u8) || b.AsSpan().StartsWith("rICC"u8)))?[4..],
            Colours = colours.Select(p => HeifColours.Read(p.Body)).FirstOrDefault(c => c is not null),
        };
    }

    private static (int Width, int Height)? Size(HeifItems items, uint item)
    {
        var box = new ByteCursor(items.Properties(item).FirstOrDefault(p => p.Name == "ispe")?.Body);
        box.Number();
        var (width, height) = (box.Number(), box.Number());
        return box.IsPast || width is 0 or > 65_535 || height is 0 or > 65_535 ? null : ((int)width, (int)height);
    }
}

/// <summary>One coded picture: what its decoder must know first, and where its bytes lie.</summary>
/// <param name="Parameters">The parameter sets, each behind a start code.</param>
/// <param name="LengthSize">Of how many bytes the length before each unit is.</param>
/// <param name="Places">Where its bytes lie.</param>
internal sealed record HeifTile(byte[] Parameters, int LengthSize, IReadOnlyList<FilePart> Places)
{
    public static ReadOnlySpan<byte> StartCode => [0, 0, 0, 1];

    public long Bytes => Places.Sum(p => p.Length);

    public static HeifTile? Of(HeifItems items, uint item)
    {
        const int HeadOfRecord = 21;
        if (items.Places(item) is not { Count: > 0 } places || items.Properties(item).FirstOrDefault(p => p.Name == "hvcC") is not { } record)
            return null;
        var cursor = new ByteCursor(record.Body);
        cursor.Take(HeadOfRecord);
        var lengthSize = (cursor.Byte() & 3) + 1;
        using var sets = new MemoryStream();
        for (var arrays = cursor.Byte(); arrays > 0; arrays--)
        {
            var kind = cursor.Byte() & 0x3F;
            for (var units = cursor.Short(); units > 0 && !cursor.IsPast; units--)
            {
                var unit = cursor.Take(cursor.Short());
                if (kind is not (32 or 33 or 34)) // Video, sequence and picture parameters.
                    continue;
                sets.Write(StartCode);
                sets.Write(unit);
            }
        }

        return cursor.IsPast || sets.Length == 0 ? null : new HeifTile(sets.ToArray(), lengthSize, places);
    }
}

/// <param name="Primaries">Which red, green and blue (ISO/IEC 23091-2).</param>
/// <param name="Matrix">How they become brightness and two differences.</param>
/// <param name="IsFull">From 0 to 255, rather than from 16 to 235.</param>
internal sealed record HeifColours(int Primaries, int Matrix, bool IsFull)
{
    public static HeifColours? Read(ReadOnlySpan<byte> body)
    {
        var cursor = new ByteCursor(body);
        if (!cursor.Take(4).SequenceEqual("nclx"u8))
            return null;
        var primaries = cursor.Short();
        cursor.Short();
        var (matrix, range) = (cursor.Short(), cursor.Byte());
        return cursor.IsPast ? null : new HeifColours(primaries, matrix, (range & 0x80) != 0);
    }
}

using System.Buffers;
using System.Globalization;
using Microsoft.Extensions.Options;
using NetVips;

namespace Directino.Media;

/// <summary>
/// Opens what phones take pictures in. The file is read here, byte by byte; its coded tiles are decoded by ffmpeg, as a child that sees them and
/// nothing else, and put together here again.
/// </summary>
internal sealed class HeicDoor(Ffmpeg ffmpeg, WorkFolder folder, IOptions<MediaOptions> options)
{
    private const int Colours = 3;
    private static readonly TimeSpan LongestWork = TimeSpan.FromSeconds(60);

    public bool IsOpen => ffmpeg.IsInstalled;

    public async Task<HeicOutcome> Open(string path, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 81920);
        if (HeifPicture.Read(file) is not { } picture)
            return new HeicOutcome.Refused(MediaRefusal.Broken);
        if (picture.Coding == HeifPicture.Av1)
            return new HeicOutcome.IsAvif();
        if (!IsOpen)
            return new HeicOutcome.Refused(MediaRefusal.Heic);
        if (picture.Pixels > options.Value.MostPixels)
            return new HeicOutcome.Refused(MediaRefusal.TooManyPixels);

        using var coded = folder.NewFile(".hevc");
        if (!WriteTiles(file, picture, coded.Path))
            return new HeicOutcome.Refused(MediaRefusal.Broken);
        var pixels = folder.NewFile(".rgb");
        var outcome = await ffmpeg.Unpack(coded.Path, pixels.Path, Room(picture), Recipe(picture), LongestWork, ct);
        // Every tile, and nothing else: what was lost on the way would shift all that follows.
        if (outcome == FfmpegOutcome.Done && new FileInfo(pixels.Path).Length == picture.Pixels * Colours)
            return new HeicOutcome.Opened(pixels, picture);
        pixels.Dispose();
        return new HeicOutcome.Refused(outcome == FfmpegOutcome.TookTooLong ? MediaRefusal.TookTooLong : MediaRefusal.Broken);
    }

    /// <summary>The picture as it is to be seen, with its colour profile. Lies in the file as long as it is used.</summary>
    public static Image Assemble(string pixels, HeifPicture picture)
    {
        using var tall = Image.Rawload(pixels, picture.TileWidth, picture.TileHeight * picture.Tiles.Count, Colours, interpretation: Enums.Interpretation.Srgb);
        using var laid = picture.Tiles.Count == 1 ? tall.Copy() : tall.Grid(picture.TileHeight, picture.Columns, picture.Rows);
        var image = laid.Crop(0, 0, picture.Width, picture.Height);
        foreach (var turn in picture.Turns)
        {
            var before = image;
            image = Turn(before, turn);
            before.Dispose();
        }

        if (picture.Profile is not { } profile)
            return image;
        using (image)
            return image.Mutate(m => m.Set(GValue.BlobType, "icc-profile-data", profile));
    }

    private static Image Turn(Image image, HeifProperty turn) => turn switch
    {
        { Name: "irot", Body: [var quarters, ..] } => (quarters & 3) switch
        {
            1 => image.Rot(Enums.Angle.D270), // Said against the clock.
            2 => image.Rot(Enums.Angle.D180),
            3 => image.Rot(Enums.Angle.D90),
            _ => image.Copy(),
        },
        { Name: "imir", Body: [var axis, ..] } => image.Flip((axis & 1) == 0 ? Enums.Direction.Vertical : Enums.Direction.Horizontal),
        { Name: "clap", Body: var body } => Cut(image, body),
        _ => image.Copy(),
    };

    /// <summary>A window around the middle, in fractions.</summary>
    private static Image Cut(Image image, ReadOnlySpan<byte> body)
    {
        var cursor = new ByteCursor(body);
        var (width, height, right, down) = (Fraction(ref cursor), Fraction(ref cursor), Fraction(ref cursor), Fraction(ref cursor));
        var (w, h) = ((int)Math.Clamp(width, 1, image.Width), (int)Math.Clamp(height, 1, image.Height));
        var left = (int)Math.Clamp(right + ((image.Width - w) / 2.0), 0, image.Width - w);
        var top = (int)Math.Clamp(down + ((image.Height - h) / 2.0), 0, image.Height - h);
        return cursor.IsPast ? image.Copy() : image.Crop(left, top, w, h);
    }

    private static double Fraction(ref ByteCursor cursor)
    {
        var (above, below) = ((int)cursor.Number(), (int)cursor.Number());
        return below == 0 ? 0 : (double)above / below;
    }

    /// <summary>The pixels a decoder may take for one tile; it works on whole blocks.</summary>
    private static long Room(HeifPicture picture)
    {
        const int Blocks = 128;
        return (long)(picture.TileWidth + Blocks) * (picture.TileHeight + Blocks);
    }

    private static string Recipe(HeifPicture picture)
    {
        var told = picture.Colours is not { } colours ? "" : (colours.IsFull ? ":in_range=full" : ":in_range=limited") + (colours.Matrix switch
        {
            1 => ":in_color_matrix=bt709",
            5 or 6 => ":in_color_matrix=bt601",
            9 => ":in_color_matrix=bt2020",
            _ => "",
        });
        return string.Create(CultureInfo.InvariantCulture, $"-vf scale=flags=accurate_rnd+full_chroma_int{told},format=rgb24 -frames:v {picture.Tiles.Count} -f rawvideo");
    }

    /// <summary>The tiles as a stream of pictures that stand alone. False when one lies outside of the file.</summary>
    private static bool WriteTiles(FileStream file, HeifPicture picture, string path)
    {
        // No tile shares its bytes with another, so there is no more to write than to read.
        if (picture.Tiles.Sum(t => t.Bytes) > file.Length || picture.Tiles.SelectMany(t => t.Places).Any(p => p.At > file.Length - p.Length))
            return false;
        ReadOnlySpan<byte> endOfSequence = [0x48, 0x01];
        using var output = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920);
        foreach (var tile in picture.Tiles)
        {
            output.Write(tile.Parameters);
            if (!WriteUnits(file, tile, output))
                return false;
            output.Write(HeifTile.StartCode);
            output.Write(endOfSequence);
        }

        return true;
    }

    private static bool WriteUnits(FileStream file, HeifTile tile, FileStream output)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)tile.Bytes);
        try
        {
            var bytes = buffer.AsSpan(0, (int)tile.Bytes);
            var filled = 0;
            foreach (var place in tile.Places)
            {
                file.Position = place.At;
                file.ReadExactly(bytes.Slice(filled, (int)place.Length));
                filled += (int)place.Length;
            }

            for (var cursor = new ByteCursor(bytes); !cursor.IsAtEnd;)
            {
                uint length = 0;
                foreach (var part in cursor.Take(tile.LengthSize))
                    length = (length << 8) | part;
                var unit = length > int.MaxValue ? default : cursor.Take((int)length);
                if (cursor.IsPast || unit.IsEmpty)
                    return false;
                output.Write(HeifTile.StartCode);
                output.Write(unit);
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

internal abstract record HeicOutcome
{
    private HeicOutcome() { }

    /// <summary>The pixels of the tiles, one below the other; the file is the caller's to dispose.</summary>
    public sealed record Opened(LocalFile Pixels, HeifPicture Picture) : HeicOutcome;

    /// <summary>It only calls itself so; what is in it is AVIF.</summary>
    public sealed record IsAvif : HeicOutcome;

    public sealed record Refused(MediaRefusal Why) : HeicOutcome;
}

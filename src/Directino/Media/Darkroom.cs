using Directino.Instagram.Publishing;
using Microsoft.Extensions.Options;
using NetVips;

namespace Directino.Media;

/// <summary>
/// Turns what people upload into what Instagram takes: a JPEG in sRGB, upright, at most 1440 wide and 8 MB, without the
/// place and camera it was taken with. Never cuts anything off unless asked. Works from files, so that many at once need little memory.
/// </summary>
public sealed class Darkroom : IDisposable
{
    private const int ThumbnailSide = 480;
    private const int AnyHeight = 100_000;
    private const int Beginning = 64;
    private const string Srgb = "srgb";

    /// <summary>Thinner than this, no crop leaves a picture.</summary>
    private const int LeastSide = 40;

    private readonly HeicDoor _heic;
    private readonly IOptions<MediaOptions> _options;
    private readonly SemaphoreSlim _workers;

    static Darkroom()
    {
        // What is wrong with somebody's file is said to them; it is nothing for the server's log.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, static (_, _, _) => { });
        // Nobody develops the same file twice; remembering the last hundred steps would hold their files.
        Cache.Max = 0;
    }

    internal Darkroom(HeicDoor heic, IOptions<MediaOptions> options) =>
        (_heic, _options, _workers) = (heic, options, new SemaphoreSlim(options.Value.Workers ?? Environment.ProcessorCount));

    /// <summary>HEIC can be opened here.</summary>
    public bool TakesHeic => _heic.IsOpen;

    public async Task<PictureOutcome> Develop(string file, CancellationToken ct)
    {
        var (format, refusal) = await Judge(file, ct);
        if (refusal is { } why)
            return new PictureOutcome.Refused(why);
        await _workers.WaitAsync(ct);
        try
        {
            return format == MediaFormat.Heic ? await DevelopHeic(file, ct) : await Task.Run(() => DevelopNow(file, format), ct);
        }
        finally
        {
            _workers.Release();
        }
    }

    /// <summary>Cuts a picture that was developed before.</summary>
    public async Task<Picture> Cut(string jpeg, Crop crop, Focus focus, CancellationToken ct)
    {
        await _workers.WaitAsync(ct);
        try
        {
            return await Task.Run(() => CutNow(jpeg, crop, focus), ct);
        }
        finally
        {
            _workers.Release();
        }
    }

    public void Dispose() => _workers.Dispose();

    /// <summary>What can be said from the first bytes, before anything is decoded.</summary>
    private async Task<(MediaFormat Format, MediaRefusal? Why)> Judge(string file, CancellationToken ct)
    {
        var beginning = new byte[Beginning];
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 0, useAsync: true);
        var format = MediaFormats.Of(beginning.AsSpan(0, await stream.ReadAtLeastAsync(beginning, Beginning, throwOnEndOfStream: false, ct)));
        return (format, stream.Length == 0 ? MediaRefusal.Empty
            : stream.Length > _options.Value.LargestUpload ? MediaRefusal.TooLarge
            : format is MediaFormat.Other or MediaFormat.Video ? MediaRefusal.UnknownFormat
            : null);
    }

    private PictureOutcome DevelopNow(string file, MediaFormat format)
    {
        try
        {
            string? colours;
            using (var header = Open(file, format, Enums.Access.Sequential))
            {
                if (Measure(header) is { } refusal)
                    return new PictureOutcome.Refused(refusal);
                colours = Colours(header);
            }

            using var upright = Upright(file, format, colours);
            return new PictureOutcome.Made(Print(upright));
        }
        catch (VipsException)
        {
            return new PictureOutcome.Refused(MediaRefusal.Broken);
        }
    }

    private async Task<PictureOutcome> DevelopHeic(string file, CancellationToken ct)
    {
        var outcome = await _heic.Open(file, ct);
        if (outcome is HeicOutcome.IsAvif)
            return await Task.Run(() => DevelopNow(file, MediaFormat.Avif), ct);
        if (outcome is not HeicOutcome.Opened opened)
            return new PictureOutcome.Refused(((HeicOutcome.Refused)outcome).Why);
        using (opened.Pixels)
            return await Task.Run(() => Assemble(opened), ct);
    }

    private PictureOutcome Assemble(HeicOutcome.Opened opened)
    {
        try
        {
            using var whole = HeicDoor.Assemble(opened.Pixels.Path, opened.Picture);
            if (Measure(whole) is { } refusal)
                return new PictureOutcome.Refused(refusal);
            // Without a profile, colours beyond those of the web are those of a phone's screen.
            var own = opened.Picture is { Profile: null, Colours.Primaries: 9 or 11 or 12 } ? "p3" : null;
            var colours = own is null ? Colours(whole) : Srgb;
            using var small = whole.ThumbnailImage(PictureShape.MostWidth, height: AnyHeight, size: Enums.Size.Down, inputProfile: own, outputProfile: colours);
            return new PictureOutcome.Made(Print(small));
        }
        catch (VipsException)
        {
            return new PictureOutcome.Refused(MediaRefusal.Broken);
        }
    }

    private MediaRefusal? Measure(Image image) =>
        (long)image.Width * image.Height > _options.Value.MostPixels ? MediaRefusal.TooManyPixels
        : Math.Min(image.Width, image.Height) < LeastSide ? MediaRefusal.TooThin
        : null;

    /// <summary>By the one decoder its first bytes call for.</summary>
    private static Image Open(string file, MediaFormat format, Enums.Access access) => format switch
    {
        MediaFormat.Jpeg => Image.Jpegload(file, access: access, failOn: Enums.FailOn.Truncated),
        MediaFormat.Png => Image.Pngload(file, access: access, failOn: Enums.FailOn.Truncated),
        MediaFormat.Webp => Image.Webpload(file, access: access, failOn: Enums.FailOn.Truncated),
        MediaFormat.Avif => Image.Heifload(file, access: access, failOn: Enums.FailOn.Truncated),
        MediaFormat.Heic or MediaFormat.Video or MediaFormat.Other => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>The profile to bring a picture to. One that brings none of its own is taken for sRGB as it is: turning it into itself would cost thirty times the rest.</summary>
    private static string? Colours(Image image) => image.Contains("icc-profile-data") ? Srgb : null;

    /// <summary>Upright, in the colours given, no wider than needed. A JPEG is decoded at a fraction of its size at once; the others must be unpacked to be known as whole.</summary>
    private static Image Upright(string file, MediaFormat format, string? colours)
    {
        if (format == MediaFormat.Jpeg)
            return Image.Thumbnail(file, PictureShape.MostWidth, height: AnyHeight, size: Enums.Size.Down, outputProfile: colours, failOn: Enums.FailOn.Truncated);
        using var whole = Open(file, format, Enums.Access.Random);
        using var unpacked = whole.CopyMemory();
        return unpacked.ThumbnailImage(PictureShape.MostWidth, height: AnyHeight, size: Enums.Size.Down, outputProfile: colours);
    }

    private static Picture CutNow(string jpeg, Crop crop, Focus focus)
    {
        using var whole = Image.Jpegload(jpeg);
        var (left, top, width, height) = PictureShape.Keep(whole.Width, whole.Height, crop, focus);
        using var cut = crop == Crop.WholeOnWhite
            ? whole.Embed(-left, -top, width, height, extend: Enums.Extend.Background, background: [255.0, 255.0, 255.0])
            : whole.Crop(left, top, width, height);
        return Print(cut);
    }

    /// <summary>Transparency becomes white, as on paper; grey and CMYK become sRGB.</summary>
    private static Image Flat(Image image)
    {
        using var opaque = image.HasAlpha() ? image.Flatten(background: [255.0, 255.0, 255.0]) : image.Copy();
        using var colour = opaque.Colourspace(Enums.Interpretation.Srgb);
        using var bytes = colour.Cast(Enums.BandFormat.Uchar);
        return bytes.CopyMemory();
    }

    private static Picture Print(Image developed)
    {
        using var image = Flat(developed);
        // Nothing is kept of the camera, the place, the time.
        var jpeg = image.JpegsaveBuffer(q: 92, optimizeCoding: true, keep: Enums.ForeignKeep.None);
        for (var quality = 85; jpeg.Length > InstagramLimits.ImageBytes && quality >= 45; quality -= 10)
            jpeg = image.JpegsaveBuffer(q: quality, optimizeCoding: true, keep: Enums.ForeignKeep.None);
        using var small = image.ThumbnailImage(ThumbnailSide, height: ThumbnailSide * 2, size: Enums.Size.Down);
        return new Picture(jpeg, small.JpegsaveBuffer(q: 82, optimizeCoding: true, keep: Enums.ForeignKeep.None), image.Width, image.Height);
    }
}

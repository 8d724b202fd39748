using Directino.Instagram.Publishing;
using Microsoft.Extensions.Options;
using NetVips;

namespace Directino.Media;

/// <summary>
/// Turns what people upload into what Instagram takes: a JPEG in sRGB, upright, at most 1440 wide and 8 MB, without the
/// place and camera it was taken with. Never cuts anything off unless asked.
/// </summary>
public sealed class Darkroom(IOptions<MediaOptions> options) : IDisposable
{
    private const int ThumbnailSide = 480;

    /// <summary>Thinner than this, no crop leaves a picture.</summary>
    private const int LeastSide = 40;

    private readonly SemaphoreSlim _workers = new(options.Value.Workers);

    public async Task<PictureOutcome> Develop(byte[] file, CancellationToken ct)
    {
        if (Judge(file) is { } refusal)
            return new PictureOutcome.Refused(refusal);
        await _workers.WaitAsync(ct);
        try
        {
            return await Task.Run(() => DevelopNow(file), ct);
        }
        finally
        {
            _workers.Release();
        }
    }

    /// <summary>Cuts a picture that was developed before.</summary>
    public async Task<Picture> Cut(byte[] jpeg, Crop crop, CancellationToken ct)
    {
        await _workers.WaitAsync(ct);
        try
        {
            return await Task.Run(() => CutNow(jpeg, crop), ct);
        }
        finally
        {
            _workers.Release();
        }
    }

    public void Dispose() => _workers.Dispose();

    /// <summary>What can be said from the first bytes, before anything is decoded.</summary>
    private MediaRefusal? Judge(byte[] file) =>
        file.Length == 0 ? MediaRefusal.Empty
        : file.LongLength > options.Value.LargestUpload ? MediaRefusal.TooLarge
        : MediaFormats.Of(file) switch
        {
            MediaFormat.Jpeg or MediaFormat.Png or MediaFormat.Webp => null,
            MediaFormat.Heic => MediaRefusal.Heic,
            MediaFormat.Other or MediaFormat.Video => MediaRefusal.UnknownFormat,
        };

    private PictureOutcome DevelopNow(byte[] file)
    {
        try
        {
            using (var header = Image.NewFromBuffer(file, access: Enums.Access.Sequential))
            {
                if ((long)header.Width * header.Height > options.Value.MostPixels)
                    return new PictureOutcome.Refused(MediaRefusal.TooManyPixels);
                if (Math.Min(header.Width, header.Height) < LeastSide)
                    return new PictureOutcome.Refused(MediaRefusal.TooThin);
            }

            using var upright = Upright(file);
            using var flat = Flat(upright);
            return new PictureOutcome.Made(Print(flat));
        }
        catch (VipsException)
        {
            return new PictureOutcome.Refused(MediaRefusal.Broken);
        }
    }

    /// <summary>Upright, in sRGB, no wider than needed. A JPEG is decoded at a fraction of its size at once; the others must be unpacked to be known as whole.</summary>
    private static Image Upright(byte[] file)
    {
        const int AnyHeight = 100_000;
        if (MediaFormats.Of(file) == MediaFormat.Jpeg)
            return Image.ThumbnailBuffer(file, PictureShape.MostWidth, height: AnyHeight, size: Enums.Size.Down, outputProfile: "srgb", failOn: Enums.FailOn.Truncated);
        using var whole = Image.NewFromBuffer(file, failOn: Enums.FailOn.Truncated);
        using var unpacked = whole.CopyMemory();
        return unpacked.ThumbnailImage(PictureShape.MostWidth, height: AnyHeight, size: Enums.Size.Down, outputProfile: "srgb");
    }

    private static Picture CutNow(byte[] jpeg, Crop crop)
    {
        using var whole = Image.NewFromBuffer(jpeg);
        var (left, top, width, height) = PictureShape.Keep(whole.Width, whole.Height, crop);
        using var cut = whole.Crop(left, top, width, height);
        return Print(cut);
    }

    /// <summary>Transparency becomes white, as on paper; grey and CMYK become sRGB.</summary>
    private static Image Flat(Image image)
    {
        using var opaque = image.HasAlpha() ? image.Flatten(background: [255.0, 255.0, 255.0]) : image.Copy();
        using var colour = opaque.Colourspace(Enums.Interpretation.Srgb);
        return colour.Cast(Enums.BandFormat.Uchar).CopyMemory();
    }

    private static Picture Print(Image image)
    {
        // Nothing is kept of the camera, the place, the time.
        var jpeg = image.JpegsaveBuffer(q: 92, optimizeCoding: true, keep: Enums.ForeignKeep.None);
        for (var quality = 85; jpeg.Length > InstagramLimits.ImageBytes && quality >= 45; quality -= 10)
            jpeg = image.JpegsaveBuffer(q: quality, optimizeCoding: true, keep: Enums.ForeignKeep.None);
        using var small = image.ThumbnailImage(ThumbnailSide, height: ThumbnailSide * 2, size: Enums.Size.Down);
        return new Picture(jpeg, small.JpegsaveBuffer(q: 82, optimizeCoding: true, keep: Enums.ForeignKeep.None), image.Width, image.Height);
    }
}

using Microsoft.Extensions.Options;

namespace Directino.Media;

/// <summary>Makes of a video what Instagram takes, and takes frames out of it.</summary>
internal sealed class VideoCutter(Ffmpeg ffmpeg, VideoReader reader, Darkroom darkroom, WorkFolder folder, IOptions<MediaOptions> options)
{
    private static readonly TimeSpan LongestFrame = TimeSpan.FromSeconds(60);

    /// <summary>The video as Instagram takes it; its file is the caller's to dispose.</summary>
    public async Task<CutOutcome> Prepare(string source, Action<int> progress, CancellationToken ct)
    {
        var reading = await reader.Read(source, ct);
        if (reading is not VideoReading.Known known)
            return new CutOutcome.Refused(((VideoReading.Refused)reading).Why);
        if (known.Plan == VideoPlan.Keep)
            return new CutOutcome.Made(new LocalFile(source, isOurs: false), known.Facts);
        // What cannot be packed anew as it is gets encoded anew.
        if (known.Plan == VideoPlan.Repack && await Try(source, VideoRecipe.Repack, known.Facts, progress, ct) is CutOutcome.Made packed)
            return packed;
        return await Try(source, VideoRecipe.Encode(known.Facts), known.Facts, progress, ct);
    }

    /// <summary>What is seen at a moment, for lists. Null when nothing is.</summary>
    public async Task<Picture?> Frame(string video, VideoFacts facts, TimeSpan at, CancellationToken ct)
    {
        using var output = folder.NewFile(".jpg");
        var seek = at.TotalSeconds.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture);
        if (await ffmpeg.Run(video, output.Path, $"-ss {seek}", VideoRecipe.Frame(facts), LongestFrame, null, ct) != FfmpegOutcome.Done)
            return null;
        return await darkroom.Develop(output.Path, ct) is PictureOutcome.Made made ? made.Picture : null;
    }

    private async Task<CutOutcome> Try(string source, string recipe, VideoFacts facts, Action<int> progress, CancellationToken ct)
    {
        var output = folder.NewFile(".mp4");
        try
        {
            var outcome = await ffmpeg.Run(source, output.Path, "", recipe, options.Value.LongestWork, done => progress(Percent(done, facts.Duration)), ct);
            // Nothing is believed of a result that was not looked at.
            if (outcome == FfmpegOutcome.Done && await reader.Read(output.Path, ct) is VideoReading.Known { Plan: VideoPlan.Keep } made)
            {
                var file = output;
                output = null;
                return new CutOutcome.Made(file, made.Facts);
            }

            return new CutOutcome.Refused(outcome == FfmpegOutcome.TookTooLong ? MediaRefusal.TookTooLong : MediaRefusal.Broken);
        }
        finally
        {
            output?.Dispose();
        }
    }

    private static int Percent(TimeSpan done, TimeSpan whole) =>
        whole > TimeSpan.Zero ? (int)Math.Clamp(100 * done.TotalSeconds / whole.TotalSeconds, 0, 99) : 0;
}

internal abstract record CutOutcome
{
    private CutOutcome() { }

    public sealed record Made(LocalFile File, VideoFacts Facts) : CutOutcome;

    public sealed record Refused(MediaRefusal Why) : CutOutcome;
}

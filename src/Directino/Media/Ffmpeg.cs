using System.Globalization;
using FFMpegCore;
using FFMpegCore.Exceptions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Directino.Media;

/// <summary>
/// The programs ffmpeg and ffprobe, as children that see one file and nothing else: the format is said and not guessed (a playlist that calls
/// itself a film is not opened), only files are read (no network), references to other files are not followed, decoders are chosen from a list.
/// </summary>
internal sealed partial class Ffmpeg(IOptions<MediaOptions> options, TimeProvider clock, ILogger<Ffmpeg> logger)
{
    /// <summary>Eight thousand pixels wide, as the largest cameras film.</summary>
    public const int MostPixels = 36_000_000;

    private const string MostPixelsText = "36000000";

    private const string Decoders =
        "h264,hevc,mpeg4,h263,mpeg2video,mjpeg,prores,dnxhd,vp8,vp9,av1,libdav1d,libaom-av1,aac,aac_latm,mp3,mp3float,ac3,eac3,alac,flac,opus,libopus,vorbis,"
        + "amrnb,libopencore_amrnb,pcm_u8,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_s32be,pcm_f32le,pcm_f32be,pcm_alaw,pcm_mulaw";

    private const string AloneInTiles = "-protocol_whitelist file -f hevc -codec_whitelist hevc -err_detect explode -threads 2";

    private const string Alone =
        $"-protocol_whitelist file -f mov -enable_drefs 0 -use_absolute_path 0 -codec_whitelist {Decoders} -max_pixels {MostPixelsText}";

    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(60);

    /// <summary>Both programs are there.</summary>
    public bool IsInstalled => IsThere("ffmpeg") && IsThere("ffprobe");

    /// <summary>What ffprobe says of a file; null when it makes nothing of it.</summary>
    public async Task<IMediaAnalysis?> Probe(string file, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(LongestLook, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            return await FFProbe.AnalyseAsync(file, Options(), Alone, either.Token);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            // What others made may break the reader of ffprobe's answer in any way; it is not a film then.
            LogNotRead(error.GetType().Name);
            return null;
        }
    }

    /// <summary>Makes <paramref name="output"/> of <paramref name="input"/>. The child is ended when it takes too long or is no longer wanted.</summary>
    public Task<FfmpegOutcome> Run(string input, string output, string before, string after, TimeSpan longest, Action<TimeSpan>? progress, CancellationToken ct) =>
        Start(input, output, $"{Alone} {before}", after, longest, progress, ct);

    /// <summary>Decodes a stream of HEVC pictures that stand alone. The first that is damaged ends it.</summary>
    public Task<FfmpegOutcome> Unpack(string input, string output, long mostPixels, string after, TimeSpan longest, CancellationToken ct) =>
        Start(input, output, string.Create(CultureInfo.InvariantCulture, $"{AloneInTiles} -max_pixels {mostPixels}"), $"-xerror {after}", longest, null, ct);

    private async Task<FfmpegOutcome> Start(
        string input, string output, string before, string after, TimeSpan longest, Action<TimeSpan>? progress, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        // Should this process be killed, its child ends by itself before long.
        var mostProcessorTime = (long)(longest.TotalSeconds * Environment.ProcessorCount) + 1;
        var run = FFMpegArguments
            .FromFileInput(input, verifyExists: true, o => o.WithCustomArgument(before))
            .OutputToFile(output, overwrite: true, o => o.WithCustomArgument($"-timelimit {mostProcessorTime} {after}"))
            .CancellableThrough(either.Token, TimeSpan.FromSeconds(1));
        if (progress is not null)
            run = run.NotifyOnProgress(progress);
        try
        {
            await run.ProcessAsynchronously(throwOnError: true, Options(), CancellationToken.None); // CancellableThrough asks the child before it ends it.
            return File.Exists(output) ? FfmpegOutcome.Done : FfmpegOutcome.Failed;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return FfmpegOutcome.TookTooLong;
        }
        catch (FFMpegException error) when (!ct.IsCancellationRequested)
        {
            LogFailed(error.Message[^Math.Min(400, error.Message.Length)..].ReplaceLineEndings(" "));
            return patience.IsCancellationRequested ? FfmpegOutcome.TookTooLong : FfmpegOutcome.Failed;
        }
    }

    private FFOptions Options() => new() { BinaryFolder = options.Value.Ffmpeg ?? "" };

    private bool IsThere(string program)
    {
        var folders = options.Value.Ffmpeg is { Length: > 0 } set ? [set] : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Any(f => f.Length > 0 && (File.Exists(Path.Combine(f, program)) || File.Exists(Path.Combine(f, program + ".exe"))));
    }

    [LoggerMessage(LogLevel.Information, "A file was not read as a film ({Error})")]
    private partial void LogNotRead(string error);

    [LoggerMessage(LogLevel.Information, "ffmpeg failed: {Output}")]
    private partial void LogFailed(string output);
}

internal enum FfmpegOutcome
{
    Done,
    Failed,
    TookTooLong,
}

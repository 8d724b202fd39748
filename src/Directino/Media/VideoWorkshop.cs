using System.Collections.Concurrent;
using Directino.Accounts;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Directino.Media;

/// <summary>
/// Works on videos beside the due index, which must not wait for it: the due item only sees to it that somebody is at work. Who works says so
/// in the row every few seconds; when that stops, because the process was killed, the next look at the due item begins anew.
/// </summary>
internal sealed partial class VideoWorkshop(
    Database database, IMediaStore store, VideoCutter cutter, IChangeFeed feed, IOptions<MediaOptions> options, TimeProvider clock, ILogger<VideoWorkshop> logger)
    : IDueHandler, IAsyncDisposable
{
    public const string DueKind = "prepare-video";
    private const int MostFailures = 3;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WaitForHands = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<MediaItemId, Task> _running = new();
    private readonly ConcurrentDictionary<MediaItemId, int> _failures = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _gate = new();

    public string Kind => DueKind;

    /// <summary>Everything this process is at now, for who waits for it.</summary>
    public Task Rest => Task.WhenAll(_running.Values);

    public async Task<DateTimeOffset?> Handle(DueItem item, DirectinoContext db, CancellationToken ct)
    {
        var id = MediaItemId.Of(item.SubjectId);
        var video = await db.Set<MediaItem>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct);
        var now = clock.GetUtcNow();
        if (video is not { State: MediaState.Working, RemovedAt: null })
            return null;
        if (video.WorkerUntil > now)
            return video.WorkerUntil;
        return now + (Start(item.WorkspaceId, id) ? Lease : WaitForHands);
    }

    public async ValueTask DisposeAsync()
    {
        if (_closing.IsCancellationRequested)
            return;
        await _closing.CancelAsync();
        await Rest;
    }

    /// <summary>False when all hands are busy.</summary>
    private bool Start(WorkspaceId workspace, MediaItemId id)
    {
        lock (_gate)
        {
            if (_running.ContainsKey(id))
                return true;
            if (_running.Count >= options.Value.VideoWorkers || _closing.IsCancellationRequested)
                return false;
            var bench = new VideoBench(database, feed, clock, workspace, id, Lease);
            _running[id] = Task.Run(() => Work(bench, _closing.Token), CancellationToken.None);
            return true;
        }
    }

    private async Task Work(VideoBench bench, CancellationToken closing)
    {
        try
        {
            if (await bench.Claim(closing) is { } source)
                await Prepare(bench, source, closing);
        }
        catch (OperationCanceledException)
        {
            // The process ends, or the video was removed. Whoever wants it goes on.
            await bench.Leave();
        }
        catch (Exception error)
        {
            LogFailed(error, bench.Id);
            await GiveUpOrLeave(bench);
        }
        finally
        {
            // Not before it was added.
            lock (_gate)
                _running.TryRemove(bench.Id, out _);
        }
    }

    private async Task Prepare(VideoBench bench, string source, CancellationToken closing)
    {
        using var file = await store.Lend(source, closing);
        if (file is null)
        {
            await bench.Refuse(MediaRefusal.SourceGone, closing);
            return;
        }

        var started = clock.GetTimestamp();
        CutOutcome outcome;
        await using (var signs = bench.ShowLife(closing))
            outcome = await cutter.Prepare(file.Path, percent => signs.Percent = percent, signs.Gone);
        if (outcome is not CutOutcome.Made made)
        {
            await bench.Refuse(((CutOutcome.Refused)outcome).Why, closing);
            return;
        }

        using var result = made.File;
        string key;
        await using (var content = new FileStream(result.Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 81920, useAsync: true))
            key = await store.Put(bench.Workspace, content, closing);
        if (await bench.Finish(key, made.Facts, closing) && key != source)
            await store.Delete(source, closing);
        LogPrepared(bench.Id, clock.GetElapsedTime(started).TotalSeconds, made.Facts.Bytes);
        _failures.TryRemove(bench.Id, out _);
    }

    /// <summary>What is not the video's fault (a full disk) may pass; after some tries somebody is told.</summary>
    private async Task GiveUpOrLeave(VideoBench bench)
    {
        try
        {
            if (_failures.AddOrUpdate(bench.Id, 1, (_, n) => n + 1) < MostFailures)
                await bench.Leave();
            else if (_failures.TryRemove(bench.Id, out _))
                await bench.Refuse(MediaRefusal.WorkFailed, CancellationToken.None);
        }
        catch (Exception error)
        {
            // The database is away as well; the lease ends by itself.
            LogFailed(error, bench.Id);
        }
    }

    [LoggerMessage(LogLevel.Error, "The work on video {Id} failed and will be tried again")]
    private partial void LogFailed(Exception error, MediaItemId id);

    [LoggerMessage(LogLevel.Information, "Video {Id} was prepared in {Seconds:0.0} s and has {Bytes} bytes")]
    private partial void LogPrepared(MediaItemId id, double seconds, long bytes);
}

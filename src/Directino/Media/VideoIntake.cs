using Directino.Accounts;
using Directino.Ledger;
using Directino.Media.Library;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Directino.Media;

/// <summary>The door for videos: what is no film is turned away at once, what Instagram takes as it is is ready at once, the rest is worked on.</summary>
public sealed class VideoIntake
{
    private readonly Database _database;
    private readonly IMediaStore _store;
    private readonly VideoReader _reader;
    private readonly VideoCutter _cutter;
    private readonly DueBook _due;
    private readonly IOptions<MediaOptions> _options;
    private readonly TimeProvider _clock;

    internal VideoIntake(
        Database database, IMediaStore store, VideoReader reader, VideoCutter cutter, DueBook due, IOptions<MediaOptions> options, TimeProvider clock) =>
        (_database, _store, _reader, _cutter, _due, _options, _clock) = (database, store, reader, cutter, due, options, clock);

    /// <summary>Where ffmpeg is not installed no video is taken.</summary>
    public bool IsOpen => _reader.IsAble;

    public async Task<UploadOutcome> Add(WorkspaceId workspace, PersonId by, string fileName, string file, CancellationToken ct)
    {
        if (new FileInfo(file).Length > _options.Value.LargestVideo)
            return new UploadOutcome.Refused(MediaRefusal.VideoTooLarge);
        var reading = await _reader.Read(file, ct);
        if (reading is not VideoReading.Known known)
            return new UploadOutcome.Refused(((VideoReading.Refused)reading).Why);
        var poster = Poster(known.Facts.Duration);
        var frame = await _cutter.Frame(file, known.Facts, poster, ct);
        if (frame is null)
            (poster, frame) = (TimeSpan.Zero, await _cutter.Frame(file, known.Facts, TimeSpan.Zero, ct));
        if (frame is null)
            return new UploadOutcome.Refused(MediaRefusal.Broken);

        await using var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 81920, useAsync: true);
        var source = await _store.Put(workspace, content, ct);
        return await Keep(workspace, by, fileName, source, known, (poster, await _store.Put(workspace, frame.Thumbnail, ct)), ct);
    }

    private async Task<UploadOutcome> Keep(
        WorkspaceId workspace, PersonId by, string fileName, string source, VideoReading.Known known, (TimeSpan At, string Key) poster, CancellationToken ct)
    {
        await using var db = _database.Open(workspace);
        var item = await db.Set<MediaItem>().FirstOrDefaultAsync(m => m.SourceKey == source, ct);
        var wasThere = item is not null;
        if (item is null)
        {
            item = new MediaItem
            {
                Id = MediaItemId.New(_clock), WorkspaceId = workspace, Kind = MediaKind.Video, FileName = fileName, Key = source, SourceKey = source,
                ThumbnailKey = poster.Key, PosterAt = poster.At, Width = known.Facts.Width, Height = known.Facts.Height, Bytes = known.Facts.Bytes,
                Duration = known.Facts.Duration, CreatedAt = _clock.GetUtcNow(), AddedBy = by,
            };
            db.Add(item);
            db.AddRange(LibraryWord.Of(item));
        }

        item.RemovedAt = null;
        if (!wasThere && known.Plan != VideoPlan.Keep)
            item.Begin();
        if (item.State != MediaState.Ready)
            await Begin(db, item, ct);
        else if (item.Key != source)
            await _store.Delete(source, ct); // Known, and ready in another form.
        await db.SaveChangesAsync(ct);
        return new UploadOutcome.Added(item, wasThere);
    }

    /// <summary>Tries a refused video again. Null when there is none.</summary>
    public async Task<MediaItem?> Retry(WorkspaceId workspace, MediaItemId id, CancellationToken ct)
    {
        await using var db = _database.Open(workspace);
        if (await Video(db, id, ct) is not { } item)
            return null;
        if (item.State == MediaState.Refused)
            await Begin(db, item, ct);
        await db.SaveChangesAsync(ct);
        return item;
    }

    /// <summary>Lists show the video as it is at this moment. Null when there is no such video, or nothing to be seen.</summary>
    public async Task<MediaItem?> ShowFrame(WorkspaceId workspace, MediaItemId id, TimeSpan at, CancellationToken ct)
    {
        await using var db = _database.Open(workspace);
        if (await Video(db, id, ct) is not { State: MediaState.Ready, Duration: { } duration } item || at < TimeSpan.Zero || at > duration)
            return null;
        using var file = await _store.Lend(item.Key, ct);
        if (file is null || await _reader.Read(file.Path, ct) is not VideoReading.Known known || await _cutter.Frame(file.Path, known.Facts, at, ct) is not { } frame)
            return null;
        (item.ThumbnailKey, item.PosterAt) = (await _store.Put(workspace, frame.Thumbnail, ct), at);
        await db.SaveChangesAsync(ct);
        return item;
    }

    private static Task<MediaItem?> Video(DirectinoContext db, MediaItemId id, CancellationToken ct) =>
        db.Set<MediaItem>().FirstOrDefaultAsync(m => m.Id == id && m.Kind == MediaKind.Video && m.RemovedAt == null, ct);

    /// <summary>The work on it begins, or begins again; the caller saves.</summary>
    internal async Task Begin(DirectinoContext db, MediaItem item, CancellationToken ct)
    {
        if (item.State != MediaState.Working)
            item.Begin();
        await _due.Set(db, item.WorkspaceId, VideoWorkshop.DueKind, item.Id.Value, _clock.GetUtcNow(), null, ct);
    }

    /// <summary>The first frame is often black.</summary>
    private static TimeSpan Poster(TimeSpan duration) => duration > TimeSpan.FromSeconds(2) ? TimeSpan.FromSeconds(1) : duration / 2;
}

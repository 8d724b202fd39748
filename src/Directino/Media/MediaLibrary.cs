using System.Buffers;
using Directino.Accounts;
using Directino.Ledger;
using Directino.Media.Library;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Directino.Media;

/// <summary>The pictures and videos of a workspace: taken in, cut, described, removed.</summary>
public sealed class MediaLibrary
{
    private const int Beginning = 64;
    private const int Buffer = 81920;
    private readonly Database _database;
    private readonly IMediaStore _store;
    private readonly Darkroom _darkroom;
    private readonly VideoIntake _videos;
    private readonly WorkFolder _folder;
    private readonly IEnumerable<IMediaUse> _uses;
    private readonly DueBook _due;
    private readonly IOptions<MediaOptions> _options;
    private readonly TimeProvider _clock;

    internal MediaLibrary(
        Database database, IMediaStore store, Darkroom darkroom, VideoIntake videos, WorkFolder folder, IEnumerable<IMediaUse> uses, DueBook due, IOptions<MediaOptions> options,
        TimeProvider clock) =>
        (_database, _store, _darkroom, _videos, _folder, _uses, _due, _options, _clock) = (database, store, darkroom, videos, folder, uses, due, options, clock);

    public long LargestUpload => _options.Value.LargestUpload;

    public long LargestVideo => _options.Value.LargestVideo;

    public bool TakesVideos => _videos.IsOpen;

    public bool TakesHeic => _darkroom.TakesHeic;

    /// <summary>Takes in what a stream holds. The same file twice is one item.</summary>
    public async Task<UploadOutcome> Add(WorkspaceId workspace, PersonId by, string fileName, Stream content, CancellationToken ct)
    {
        using var file = _folder.NewFile(".upload");
        return await Receive(file.Path, content, ct) is { } refusal ? new UploadOutcome.Refused(refusal) : await Add(workspace, by, fileName, file.Path, ct);
    }

    /// <summary>Takes in a file of this machine, which stays the caller's.</summary>
    public async Task<UploadOutcome> Add(WorkspaceId workspace, PersonId by, string fileName, string file, CancellationToken ct)
    {
        if (await Format(file, ct) == MediaFormat.Video)
            return await _videos.Add(workspace, by, Tidy(fileName, "video"), file, ct);
        var outcome = await _darkroom.Develop(file, ct);
        return outcome is PictureOutcome.Made { Picture: var picture }
            ? await Keep(workspace, by, Tidy(fileName, "picture"), picture, ct)
            : new UploadOutcome.Refused(((PictureOutcome.Refused)outcome).Why);
    }

    private async Task<UploadOutcome> Keep(WorkspaceId workspace, PersonId by, string fileName, Picture picture, CancellationToken ct)
    {
        var key = await _store.Put(workspace, picture.Jpeg, ct);
        await using var db = _database.Open(workspace);
        if (await db.Set<MediaItem>().FirstOrDefaultAsync(m => m.Key == key && m.UncroppedKey == null, ct) is { } known)
        {
            known.RemovedAt = null;
            await db.SaveChangesAsync(ct);
            return new UploadOutcome.Added(known, WasThere: true);
        }

        var item = new MediaItem
        {
            Id = MediaItemId.New(_clock),
            WorkspaceId = workspace,
            FileName = fileName,
            Key = key,
            ThumbnailKey = await _store.Put(workspace, picture.Thumbnail, ct),
            Width = picture.Width,
            Height = picture.Height,
            Bytes = picture.Jpeg.Length,
            CreatedAt = _clock.GetUtcNow(),
            AddedBy = by,
        };
        db.Add(item);
        db.AddRange(LibraryWord.Of(item));
        await db.SaveChangesAsync(ct);
        return new UploadOutcome.Added(item, WasThere: false);
    }

    /// <summary>Cuts a picture from its whole around its middle, or gives the whole back. Null when there is no such picture.</summary>
    public Task<MediaItem?> Cut(WorkspaceId workspace, MediaItemId id, Crop? crop, CancellationToken ct) => Cut(workspace, id, crop, Focus.Middle, ct);

    /// <summary>Cuts a picture from its whole around a point of it, or gives the whole back. Null when there is no such picture.</summary>
    public async Task<MediaItem?> Cut(WorkspaceId workspace, MediaItemId id, Crop? crop, Focus focus, CancellationToken ct)
    {
        await using var db = _database.Open(workspace);
        if (await db.Set<MediaItem>().FirstOrDefaultAsync(m => m.Id == id && m.Kind == MediaKind.Picture, ct) is not { } item)
            return null;
        var wholeKey = item.UncroppedKey ?? item.Key;
        using var whole = await _store.Lend(wholeKey, ct) ?? throw new FileNotFoundException($"The picture {wholeKey} is gone from the store.");
        var picture = crop is { } wanted
            ? await _darkroom.Cut(whole.Path, wanted, focus, ct)
            : ((PictureOutcome.Made)await _darkroom.Develop(whole.Path, ct)).Picture;
        item.Key = crop is null ? wholeKey : await _store.Put(workspace, picture.Jpeg, ct);
        item.UncroppedKey = crop is null ? null : wholeKey;
        item.ThumbnailKey = await _store.Put(workspace, picture.Thumbnail, ct);
        (item.Width, item.Height, item.Bytes) = (picture.Width, picture.Height, picture.Jpeg.Length);
        foreach (var use in _uses)
            await use.Changed(item, db, ct);
        await db.SaveChangesAsync(ct);
        return item;
    }

    /// <summary>False when there is no such picture or the text is too long.</summary>
    public async Task<bool> Describe(WorkspaceId workspace, MediaItemId id, string? altText, CancellationToken ct)
    {
        await using var db = _database.Open(workspace);
        if (await db.Set<MediaItem>().FirstOrDefaultAsync(m => m.Id == id, ct) is not { } item || !item.Describe(altText))
            return false;
        if (!db.ChangeTracker.HasChanges())
            return true;
        // The row first: who describes it at the same moment waits there, and finds the words that are written here.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        await db.Set<LibraryWord>().Where(w => w.ItemId == id).ExecuteDeleteAsync(ct);
        db.AddRange(LibraryWord.Of(item));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>Removes a picture that nothing uses. For an hour it can be taken back, then it is forgotten (<see cref="ForgetPicture"/>).</summary>
    public async Task<RemovalOutcome> Remove(WorkspaceId workspace, MediaItemId id, CancellationToken ct)
    {
        await using var db = _database.Open(workspace);
        if (await db.Set<MediaItem>().FirstOrDefaultAsync(m => m.Id == id && m.RemovedAt == null, ct) is not { } item)
            return RemovalOutcome.NotThere;
        foreach (var use in _uses)
        {
            if ((await use.Count([id], db, ct)).Count > 0)
                return RemovalOutcome.InUse;
        }

        item.RemovedAt = _clock.GetUtcNow();
        await _due.Set(db, workspace, ForgetPicture.DueKind, id.Value, _clock.GetUtcNow() + ForgetPicture.After, null, ct);
        await db.SaveChangesAsync(ct);
        return RemovalOutcome.Removed;
    }

    /// <summary>Takes a removal back. False when the picture is forgotten already.</summary>
    public async Task<bool> Restore(WorkspaceId workspace, MediaItemId id, CancellationToken ct)
    {
        await using var db = _database.Open(workspace);
        if (await db.Set<MediaItem>().FirstOrDefaultAsync(m => m.Id == id, ct) is not { } item)
            return false;
        item.RemovedAt = null;
        if (item.State == MediaState.Working)
            await _videos.Begin(db, item, ct);
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>A file as it is now, or the small picture of it. Null when there is none, or it is not ready.</summary>
    public async Task<MediaFile?> Open(WorkspaceId workspace, MediaItemId id, bool small, CancellationToken ct)
    {
        await using var db = _database.Open(workspace);
        var item = await db.Set<MediaItem>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == id && (small || m.State == MediaState.Ready), ct);
        return item is not null && await _store.Open(small ? item.ThumbnailKey : item.Key, ct) is { } content
            ? new MediaFile(content, small ? MediaFile.Jpeg : item.ContentType)
            : null;
    }

    public async Task<MediaItem?> Find(WorkspaceId workspace, MediaItemId id, CancellationToken ct)
    {
        await using var db = _database.Open(workspace);
        return await db.Set<MediaItem>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == id && m.RemovedAt == null, ct);
    }

    /// <summary>Writes down what comes; null when all of it is here.</summary>
    private async Task<MediaRefusal?> Receive(string path, Stream content, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, Buffer, useAsync: true);
        var buffer = ArrayPool<byte>.Shared.Rent(Buffer);
        try
        {
            var read = await content.ReadAtLeastAsync(buffer.AsMemory(0, Buffer), Beginning, throwOnEndOfStream: false, ct);
            var (most, tooLarge) = MediaFormats.Of(buffer.AsSpan(0, read)) == MediaFormat.Video
                ? (LargestVideo, MediaRefusal.VideoTooLarge)
                : (LargestUpload, MediaRefusal.TooLarge);
            for (; read > 0; read = await content.ReadAsync(buffer.AsMemory(0, Buffer), ct))
            {
                if (file.Length + read > most)
                    return tooLarge;
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<MediaFormat> Format(string path, CancellationToken ct)
    {
        var beginning = new byte[Beginning];
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 0, useAsync: true);
        return MediaFormats.Of(beginning.AsSpan(0, await file.ReadAtLeastAsync(beginning, Beginning, throwOnEndOfStream: false, ct)));
    }

    private static string Tidy(string fileName, string nameless)
    {
        var name = string.Concat(Path.GetFileName(fileName.Replace('\\', '/')).Where(c => !char.IsControl(c))).Trim();
        return name.Length == 0 ? nameless : SearchText.Cut(name, 200);
    }
}

public enum RemovalOutcome
{
    Removed,
    NotThere,
    InUse,
}

/// <summary>What became of an upload.</summary>
public abstract record UploadOutcome
{
    private UploadOutcome() { }

    public sealed record Added(MediaItem Item, bool WasThere) : UploadOutcome;

    public sealed record Refused(MediaRefusal Why) : UploadOutcome;
}

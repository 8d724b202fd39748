using Directino.Accounts;
using Directino.Ledger;
using Directino.Media.Library;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Directino.Media;

/// <summary>The pictures and videos of a workspace: taken in, cut, described, removed.</summary>
public sealed class MediaLibrary(
    Database database, IMediaStore store, Darkroom darkroom, VideoIntake videos, IEnumerable<IMediaUse> uses, DueBook due, IOptions<MediaOptions> options, TimeProvider clock)
{
    private const int Beginning = 64;

    public long LargestUpload => options.Value.LargestUpload;

    public long LargestVideo => options.Value.LargestVideo;

    public bool TakesVideos => videos.IsOpen;

    /// <summary>Takes a file in. The same one twice is one item.</summary>
    public async Task<UploadOutcome> Add(WorkspaceId workspace, PersonId by, string fileName, Stream content, CancellationToken ct)
    {
        var beginning = new byte[Beginning];
        var read = await content.ReadAtLeastAsync(beginning, Beginning, throwOnEndOfStream: false, ct);
        if (MediaFormats.Of(beginning.AsSpan(0, read)) == MediaFormat.Video)
            return await videos.Add(workspace, by, Tidy(fileName, "video"), beginning.AsMemory(0, read), content, ct);
        if (await Read(beginning.AsMemory(0, read), content, ct) is not { } file)
            return new UploadOutcome.Refused(MediaRefusal.TooLarge);
        var outcome = await darkroom.Develop(file, ct);
        if (outcome is not PictureOutcome.Made { Picture: var picture })
            return new UploadOutcome.Refused(((PictureOutcome.Refused)outcome).Why);

        var key = await store.Put(workspace, picture.Jpeg, ct);
        await using var db = database.Open(workspace);
        if (await db.Set<MediaItem>().FirstOrDefaultAsync(m => m.Key == key && m.UncroppedKey == null, ct) is { } known)
        {
            known.RemovedAt = null;
            await db.SaveChangesAsync(ct);
            return new UploadOutcome.Added(known, WasThere: true);
        }

        var item = new MediaItem
        {
            Id = MediaItemId.New(clock),
            WorkspaceId = workspace,
            FileName = Tidy(fileName, "picture"),
            Key = key,
            ThumbnailKey = await store.Put(workspace, picture.Thumbnail, ct),
            Width = picture.Width,
            Height = picture.Height,
            Bytes = picture.Jpeg.Length,
            CreatedAt = clock.GetUtcNow(),
            AddedBy = by,
        };
        db.Add(item);
        db.AddRange(LibraryWord.Of(item));
        await db.SaveChangesAsync(ct);
        return new UploadOutcome.Added(item, WasThere: false);
    }

    /// <summary>Cuts a picture from its whole, or gives the whole back. Null when there is no such picture.</summary>
    public async Task<MediaItem?> Cut(WorkspaceId workspace, MediaItemId id, Crop? crop, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<MediaItem>().FirstOrDefaultAsync(m => m.Id == id && m.Kind == MediaKind.Picture, ct) is not { } item)
            return null;
        var wholeKey = item.UncroppedKey ?? item.Key;
        var whole = await Bytes(wholeKey, ct);
        var picture = crop is { } wanted
            ? await darkroom.Cut(whole, wanted, ct)
            : ((PictureOutcome.Made)await darkroom.Develop(whole, ct)).Picture;
        item.Key = crop is null ? wholeKey : await store.Put(workspace, picture.Jpeg, ct);
        item.UncroppedKey = crop is null ? null : wholeKey;
        item.ThumbnailKey = await store.Put(workspace, picture.Thumbnail, ct);
        (item.Width, item.Height, item.Bytes) = (picture.Width, picture.Height, picture.Jpeg.Length);
        foreach (var use in uses)
            await use.Changed(item, db, ct);
        await db.SaveChangesAsync(ct);
        return item;
    }

    /// <summary>False when there is no such picture or the text is too long.</summary>
    public async Task<bool> Describe(WorkspaceId workspace, MediaItemId id, string? altText, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
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
        await using var db = database.Open(workspace);
        if (await db.Set<MediaItem>().FirstOrDefaultAsync(m => m.Id == id && m.RemovedAt == null, ct) is not { } item)
            return RemovalOutcome.NotThere;
        foreach (var use in uses)
        {
            if ((await use.Count([id], db, ct)).Count > 0)
                return RemovalOutcome.InUse;
        }

        item.RemovedAt = clock.GetUtcNow();
        await due.Set(db, workspace, ForgetPicture.DueKind, id.Value, clock.GetUtcNow() + ForgetPicture.After, null, ct);
        await db.SaveChangesAsync(ct);
        return RemovalOutcome.Removed;
    }

    /// <summary>Takes a removal back. False when the picture is forgotten already.</summary>
    public async Task<bool> Restore(WorkspaceId workspace, MediaItemId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<MediaItem>().FirstOrDefaultAsync(m => m.Id == id, ct) is not { } item)
            return false;
        item.RemovedAt = null;
        if (item.State == MediaState.Working)
            await videos.Begin(db, item, ct);
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>A file as it is now, or the small picture of it. Null when there is none, or it is not ready.</summary>
    public async Task<MediaFile?> Open(WorkspaceId workspace, MediaItemId id, bool small, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var item = await db.Set<MediaItem>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == id && (small || m.State == MediaState.Ready), ct);
        return item is not null && await store.Open(small ? item.ThumbnailKey : item.Key, ct) is { } content
            ? new MediaFile(content, small ? MediaFile.Jpeg : item.ContentType)
            : null;
    }

    public async Task<MediaItem?> Find(WorkspaceId workspace, MediaItemId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await db.Set<MediaItem>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == id && m.RemovedAt == null, ct);
    }

    private async Task<byte[]?> Read(ReadOnlyMemory<byte> beginning, Stream content, CancellationToken ct)
    {
        using var file = new MemoryStream();
        file.Write(beginning.Span);
        var buffer = new byte[81920];
        for (var read = await content.ReadAsync(buffer, ct); read > 0; read = await content.ReadAsync(buffer, ct))
        {
            file.Write(buffer, 0, read);
            if (file.Length > options.Value.LargestUpload)
                return null;
        }

        return file.ToArray();
    }

    private async Task<byte[]> Bytes(string key, CancellationToken ct)
    {
        await using var stream = await store.Open(key, ct) ?? throw new FileNotFoundException($"The picture {key} is gone from the store.");
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, ct);
        return bytes.ToArray();
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

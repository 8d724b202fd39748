using System.Collections.Concurrent;
using Directino.Accounts;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Directino.Media.Uploads;

/// <summary>
/// Files that come in pieces, over a line that may break: begun, continued where they ended, made pictures and videos of the library when they are
/// whole. Only who began one continues it. What is not whole after a day is forgotten (<see cref="ForgetUpload"/>).
/// </summary>
public sealed class UploadBook
{
    /// <summary>Enough for a day's pictures; somebody who only begins does not fill the disk.</summary>
    public const int MostUnfinished = 500;

    private const int Beginning = 64;
    private readonly ConcurrentDictionary<UploadId, SemaphoreSlim> _settling = new();
    private readonly Database _database;
    private readonly MediaLibrary _library;
    private readonly WorkFolder _folder;
    private readonly DueBook _due;
    private readonly IOptions<MediaOptions> _options;
    private readonly TimeProvider _clock;

    internal UploadBook(Database database, MediaLibrary library, WorkFolder folder, DueBook due, IOptions<MediaOptions> options, TimeProvider clock) =>
        (_database, _library, _folder, _due, _options, _clock) = (database, library, folder, due, options, clock);

    /// <summary>The most bytes a file may have.</summary>
    public long Largest => Math.Max(_options.Value.LargestUpload, _options.Value.LargestVideo);

    public async Task<UploadStart> Begin(WorkspaceId workspace, PersonId by, string fileName, long length, CancellationToken ct)
    {
        if (length <= 0 || length > Largest)
            return new UploadStart.Refused(length <= 0 ? MediaRefusal.Empty : MediaRefusal.VideoTooLarge);
        await using var db = _database.Open(workspace);
        var open = await db.Set<Upload>().Where(u => u.PersonId == by && u.ItemId == null && u.Refusal == null).Select(u => u.Length).ToListAsync(ct);
        if (open.Count >= MostUnfinished || open.Sum() + length > _options.Value.MostUnfinished)
            return new UploadStart.Refused(MediaRefusal.TooManyUnfinished);
        var now = _clock.GetUtcNow();
        var upload = new Upload
        {
            Id = UploadId.New(_clock), WorkspaceId = workspace, PersonId = by, FileName = fileName.Length > Upload.LongestName ? fileName[^Upload.LongestName..] : fileName,
            Length = length, CreatedAt = now,
        };
        await using (new FileStream(PathOf(upload.Id), FileMode.CreateNew))
        {
            // Empty, so that it is there.
        }

        db.Add(upload);
        await _due.Set(db, workspace, ForgetUpload.DueKind, upload.Id.Value, ForgetUpload.At(upload), null, ct);
        await db.SaveChangesAsync(ct);
        return new UploadStart.Begun(upload);
    }

    /// <summary>How far it is. Null when this person began none of this id.</summary>
    public async Task<UploadProgress?> Find(WorkspaceId workspace, PersonId by, UploadId id, CancellationToken ct)
    {
        await using var db = _database.Open(workspace);
        if (await db.Set<Upload>().AsNoTracking().FirstOrDefaultAsync(u => u.Id == id && u.PersonId == by, ct) is not { } upload)
            return null;
        var file = new FileInfo(PathOf(id));
        return upload.IsSettled ? new UploadProgress(upload, upload.Length) : file.Exists ? new UploadProgress(upload, file.Length) : null;
    }

    /// <summary>Writes down what comes next. What came before a line broke stays.</summary>
    public async Task<AppendOutcome> Append(WorkspaceId workspace, PersonId by, UploadId id, long offset, Stream content, CancellationToken ct)
    {
        if (await Find(workspace, by, id, ct) is not { } known)
            return new AppendOutcome.NotThere();
        if (known.Offset != offset || known.Upload.IsSettled)
            return known.Upload.IsSettled && offset == known.Upload.Length ? new AppendOutcome.Appended(offset) : new AppendOutcome.ElsewhereNow(known.Offset);
        FileStream file;
        try
        {
            file = new FileStream(PathOf(id), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 0, useAsync: true);
        }
        catch (IOException)
        {
            return new AppendOutcome.Busy(); // The line that broke is not known to be broken yet.
        }

        await using (file)
        {
            if (file.Length != offset)
                return new AppendOutcome.ElsewhereNow(file.Length);
            file.Position = offset;
            if (!await Receive(file, known.Upload.Length, content, ct))
                return new AppendOutcome.TooMuch();
            if (await Early(file, known.Upload, ct) is not { } refusal)
                return new AppendOutcome.Appended(file.Length);
            await Refuse(known.Upload, refusal, ct);
        }

        _folder.Forget(NameOf(id));
        return new AppendOutcome.Refused();
    }

    /// <summary>Makes of a whole file what the library takes; once, however often it is asked. Null when there is none, or it is not whole.</summary>
    public async Task<UploadOutcome?> Settle(WorkspaceId workspace, PersonId by, UploadId id, CancellationToken ct)
    {
        var gate = _settling.GetOrAdd(id, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(ct);
        try
        {
            return await Find(workspace, by, id, ct) switch
            {
                { Upload: { IsSettled: true } settled } => await Told(settled, ct),
                { IsWhole: true, Upload: var upload } => await Take(upload, ct),
                _ => null,
            };
        }
        finally
        {
            gate.Release();
            _settling.TryRemove(id, out _);
        }
    }

    /// <summary>Forgets it. False when this person began none of this id.</summary>
    public async Task<bool> Abandon(WorkspaceId workspace, PersonId by, UploadId id, CancellationToken ct)
    {
        await using var db = _database.Open(workspace);
        if (await db.Set<Upload>().FirstOrDefaultAsync(u => u.Id == id && u.PersonId == by, ct) is not { } upload)
            return false;
        db.Remove(upload);
        await _due.Clear(db, ForgetUpload.DueKind, id.Value, ct);
        await db.SaveChangesAsync(ct);
        _folder.Forget(NameOf(id));
        return true;
    }

    internal static string NameOf(UploadId id) => $"{id.Value:N}.part";

    private string PathOf(UploadId id) => _folder.PathOf(NameOf(id));

    /// <summary>False when there is more than was said; nothing beyond that is written.</summary>
    private static async Task<bool> Receive(FileStream file, long length, Stream content, CancellationToken ct)
    {
        var buffer = new byte[81920];
        for (var read = await content.ReadAsync(buffer, ct); read > 0; read = await content.ReadAsync(buffer, ct))
        {
            if (file.Position + read > length)
                return false;
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        return true;
    }

    /// <summary>What cannot become anything is not sent to its end.</summary>
    private async Task<MediaRefusal?> Early(FileStream file, Upload upload, CancellationToken ct)
    {
        if (file.Length < Beginning && file.Length < upload.Length)
            return null;
        var beginning = new byte[Beginning];
        file.Position = 0;
        var format = MediaFormats.Of(beginning.AsSpan(0, await file.ReadAtLeastAsync(beginning, Beginning, throwOnEndOfStream: false, ct)));
        return format switch
        {
            MediaFormat.Other => MediaRefusal.UnknownFormat,
            MediaFormat.Video => !_library.TakesVideos ? MediaRefusal.FfmpegMissing : upload.Length > _library.LargestVideo ? MediaRefusal.VideoTooLarge : null,
            MediaFormat.Jpeg or MediaFormat.Png or MediaFormat.Webp or MediaFormat.Heic or MediaFormat.Avif => upload.Length > _library.LargestUpload ? MediaRefusal.TooLarge : null,
        };
    }

    private async Task<UploadOutcome> Take(Upload upload, CancellationToken ct)
    {
        var outcome = await _library.Add(upload.WorkspaceId, upload.PersonId, upload.FileName, PathOf(upload.Id), ct);
        await using (var db = _database.Open(upload.WorkspaceId))
        {
            db.Attach(upload);
            upload.ItemId = (outcome as UploadOutcome.Added)?.Item.Id;
            upload.Refusal = (outcome as UploadOutcome.Refused)?.Why;
            await db.SaveChangesAsync(ct);
        }

        _folder.Forget(NameOf(upload.Id));
        return outcome;
    }

    private async Task Refuse(Upload upload, MediaRefusal why, CancellationToken ct)
    {
        await using var db = _database.Open(upload.WorkspaceId);
        await db.Set<Upload>().Where(u => u.Id == upload.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.Refusal, why), ct);
    }

    private async Task<UploadOutcome> Told(Upload upload, CancellationToken ct) =>
        upload.ItemId is { } id && await _library.Find(upload.WorkspaceId, id, ct) is { } item
            ? new UploadOutcome.Added(item, WasThere: true)
            : new UploadOutcome.Refused(upload.Refusal ?? MediaRefusal.SourceGone);
}

/// <param name="Upload">What comes in.</param>
/// <param name="Offset">How many bytes of it are here.</param>
public sealed record UploadProgress(Upload Upload, long Offset)
{
    public bool IsWhole => Offset == Upload.Length;
}

public abstract record UploadStart
{
    private UploadStart() { }

    public sealed record Begun(Upload Upload) : UploadStart;

    public sealed record Refused(MediaRefusal Why) : UploadStart;
}

public abstract record AppendOutcome
{
    private AppendOutcome() { }

    public sealed record Appended(long Offset) : AppendOutcome;

    /// <summary>It goes on at another place than was said.</summary>
    public sealed record ElsewhereNow(long Offset) : AppendOutcome;

    /// <summary>Another line writes to it.</summary>
    public sealed record Busy : AppendOutcome;

    /// <summary>More than it was to have.</summary>
    public sealed record TooMuch : AppendOutcome;

    /// <summary>What came so far tells that it is not taken; its row says why.</summary>
    public sealed record Refused : AppendOutcome;

    public sealed record NotThere : AppendOutcome;
}

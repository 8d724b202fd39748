using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Media.Library;

/// <summary>The folders of a library, and what lies in which.</summary>
public sealed class FolderBook(Database database, TimeProvider clock)
{
    public const int Most = 500;

    /// <summary>How many a program may move with one call.</summary>
    public const int MostMoves = 500;

    private const int AtOnce = 500;

    /// <summary>All of them, by name.</summary>
    public async Task<IReadOnlyList<MediaFolder>> All(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await db.Set<MediaFolder>().AsNoTracking().OrderBy(f => f.Key).ThenBy(f => f.Id).ToListAsync(ct);
    }

    /// <param name="parent">Null for one at the top.</param>
    public async Task<FolderOutcome> Add(WorkspaceId workspace, string? name, MediaFolderId? parent, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await Flaw(db, name, parent, null, ct) is { } rule)
            return new FolderOutcome.Refused(rule);
        if (parent is not null && await db.Set<MediaFolder>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == parent, ct) is not { ParentId: null } place)
            return new FolderOutcome.Refused(await db.Set<MediaFolder>().AnyAsync(f => f.Id == parent, ct) ? FolderRules.TooDeep : FolderRules.Missing);
        if (await db.Set<MediaFolder>().CountAsync(ct) >= Most)
            return new FolderOutcome.Refused(FolderRules.TooMany);
        var tidy = MediaFolder.Tidy(name);
        var folder = new MediaFolder { Id = MediaFolderId.New(clock), WorkspaceId = workspace, ParentId = parent, Name = tidy, Key = SearchText.Key(tidy) };
        db.Add(folder);
        return await Save(db, folder, ct);
    }

    public async Task<FolderOutcome> Rename(WorkspaceId workspace, MediaFolderId id, string? name, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<MediaFolder>().FirstOrDefaultAsync(f => f.Id == id, ct) is not { } folder)
            return new FolderOutcome.Refused(FolderRules.Missing);
        if (await Flaw(db, name, folder.ParentId, id, ct) is { } rule)
            return new FolderOutcome.Refused(rule);
        folder.Name = MediaFolder.Tidy(name);
        folder.Key = SearchText.Key(folder.Name);
        return await Save(db, folder, ct);
    }

    /// <summary>
    /// Takes a folder away with those in it; what lay there lies where the folder lay. What is returned can be given to
    /// <see cref="Restore"/>; null when there is no such folder.
    /// </summary>
    public async Task<RemovedFolder?> Remove(WorkspaceId workspace, MediaFolderId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var gone = await db.Set<MediaFolder>().Where(f => f.Id == id || f.ParentId == id).ToListAsync(ct);
        if (gone.Find(f => f.Id == id) is not { } folder)
            return null;
        var places = gone.Select(f => (MediaFolderId?)f.Id).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var inside = db.Set<MediaItem>().Where(m => places.Contains(m.FolderId));
        var lay = (await inside.Select(m => new { m.Id, m.FolderId }).ToListAsync(ct)).ToLookup(m => m.FolderId!.Value, m => m.Id);
        await inside.ExecuteUpdateAsync(s => s.SetProperty(m => m.FolderId, folder.ParentId), ct);
        db.RemoveRange(gone);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new RemovedFolder(folder, gone, lay);
    }

    /// <summary>Puts a folder back with what lay in it, as far as nobody put it elsewhere meanwhile.</summary>
    public async Task<FolderOutcome> Restore(RemovedFolder removed, CancellationToken ct)
    {
        var folder = removed.Folder;
        await using var db = database.Open(folder.WorkspaceId);
        if (await Flaw(db, folder.Name, folder.ParentId, null, ct) is { } rule)
            return new FolderOutcome.Refused(rule);
        if (folder.ParentId is { } parent && !await db.Set<MediaFolder>().AnyAsync(f => f.Id == parent, ct))
            return new FolderOutcome.Refused(FolderRules.Missing);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.AddRange(removed.All);
        if (await Save(db, folder, ct) is FolderOutcome.Refused refused)
            return refused;
        foreach (var (place, chunk) in removed.All.SelectMany(f => removed.Lay[f.Id].Chunk(AtOnce), (f, chunk) => (f.Id, chunk)))
        {
            await db.Set<MediaItem>().Where(m => chunk.Contains(m.Id) && m.FolderId == folder.ParentId)
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.FolderId, place), ct);
        }

        await transaction.CommitAsync(ct);
        return new FolderOutcome.Done(folder);
    }

    /// <summary>Puts items into a folder, or into none (null). Returns where each that moved lay before; null when there is no such folder.</summary>
    public async Task<IReadOnlyList<MovedItem>?> Move(WorkspaceId workspace, IReadOnlyCollection<MediaItemId> items, MediaFolderId? folder, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (folder is not null && !await db.Set<MediaFolder>().AnyAsync(f => f.Id == folder, ct))
            return null;
        var moved = new List<MovedItem>();
        foreach (var chunk in items.Chunk(AtOnce))
        {
            foreach (var item in await db.Set<MediaItem>().Where(m => chunk.Contains(m.Id) && m.RemovedAt == null).ToListAsync(ct))
            {
                if (item.FolderId == folder)
                    continue;
                moved.Add(new MovedItem(item.Id, item.FolderId));
                item.FolderId = folder;
            }
        }

        await db.SaveChangesAsync(ct);
        return moved;
    }

    private static async Task<string?> Flaw(DirectinoContext db, string? name, MediaFolderId? parent, MediaFolderId? except, CancellationToken ct)
    {
        var tidy = MediaFolder.Tidy(name);
        var key = SearchText.Key(tidy);
        if (key.Length == 0 || tidy.Length > MediaFolder.LongestName)
            return key.Length == 0 ? FolderRules.NameMissing : FolderRules.NameTooLong;
        return await db.Set<MediaFolder>().AnyAsync(f => f.ParentId == parent && f.Key == key && f.Id != except, ct) ? FolderRules.NameTaken : null;
    }

    private async Task<FolderOutcome> Save(DirectinoContext db, MediaFolder folder, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return new FolderOutcome.Done(folder);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Somebody took the name, or the place went, at the same moment: the database says so, and here is which.
            await using var fresh = database.Open(folder.WorkspaceId);
            if (await Flaw(fresh, folder.Name, folder.ParentId, folder.Id, ct) is { } rule)
                return new FolderOutcome.Refused(rule);
            if (folder.ParentId is { } parent && !await fresh.Set<MediaFolder>().AnyAsync(f => f.Id == parent, ct))
                return new FolderOutcome.Refused(FolderRules.Missing);
            throw;
        }
    }
}

/// <summary>A folder that was taken away, with those that were in it and what lay in each.</summary>
public sealed record RemovedFolder(MediaFolder Folder, IReadOnlyList<MediaFolder> All, ILookup<MediaFolderId, MediaItemId> Lay);

/// <summary>An item that lies elsewhere now.</summary>
public sealed record MovedItem(MediaItemId Id, MediaFolderId? Was);

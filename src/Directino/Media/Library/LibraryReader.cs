using Directino.Accounts;
using Directino.Labels;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Media.Library;

/// <summary>Finds things in the library.</summary>
public sealed class LibraryReader(Database database, IEnumerable<IMediaUse> uses)
{
    /// <summary>Behind every word that begins with what stands before it.</summary>
    private const string Last = "\U0010FFFF";

    /// <summary>The next items that are looked for.</summary>
    public async Task<IReadOnlyList<LibraryEntry>> List(WorkspaceId workspace, LibraryFilter filter, LibraryKey? after, int count, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        // Said once more than the context does: so that an index begins with it.
        var items = db.Set<MediaItem>().AsNoTracking().Where(m => m.WorkspaceId == workspace && m.RemovedAt == null);
        if (filter.Kind is { } kind)
            items = items.Where(m => m.Kind == kind);
        if (filter.Folder is { } folder)
            items = items.Where(m => m.FolderId == folder);
        else if (filter.Loose)
            items = items.Where(m => m.FolderId == null);
        if (filter.Label is { } label)
            items = items.Where(m => db.Set<MediaLabel>().Where(l => l.LabelId == label).Select(l => l.ItemId).Contains(m.Id));
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var terms = SearchText.Terms(filter.Text);
            if (terms.Count == 0)
                return [];
            items = terms.Aggregate(items, (left, term) => Having(left, workspace, term, db));
        }

        if (filter.Used is { } used)
            items = await Narrow(items, used, db, ct);
        return await Entries(await Sorted(items, filter.Sort, after).Take(Math.Clamp(count, 1, 200)).ToListAsync(ct), db, ct);
    }

    /// <summary>One item with its uses. Null when there is none.</summary>
    public async Task<LibraryEntry?> Find(WorkspaceId workspace, MediaItemId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await db.Set<MediaItem>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == id && m.RemovedAt == null, ct) is { } item
            ? (await Entries([item], db, ct))[0]
            : null;
    }

    private static IQueryable<MediaItem> Sorted(IQueryable<MediaItem> items, LibrarySort sort, LibraryKey? after) => (sort, after) switch
    {
        (LibrarySort.Newest, { } key) => items.Where(m => m.Id < key.Id).OrderByDescending(m => m.Id),
        (LibrarySort.Newest, null) => items.OrderByDescending(m => m.Id),
        (LibrarySort.Oldest, { } key) => items.Where(m => m.Id > key.Id).OrderBy(m => m.Id),
        (LibrarySort.Oldest, null) => items.OrderBy(m => m.Id),
        (LibrarySort.Name, { } key) => items
            .Where(m => m.NameKey.CompareTo(key.Name) >= 0 && (m.NameKey != key.Name || m.Id > key.Id)).OrderBy(m => m.NameKey).ThenBy(m => m.Id),
        (LibrarySort.Name, null) => items.OrderBy(m => m.NameKey).ThenBy(m => m.Id),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IQueryable<MediaItem> Having(IQueryable<MediaItem> items, WorkspaceId workspace, string term, DirectinoContext db)
    {
        var end = term + Last;
        var words = db.Set<LibraryWord>().Where(w => w.WorkspaceId == workspace && w.Word.CompareTo(term) >= 0 && w.Word.CompareTo(end) < 0);
        return items.Where(m => words.Select(w => w.ItemId).Contains(m.Id));
    }

    private async Task<IQueryable<MediaItem>> Narrow(IQueryable<MediaItem> items, bool used, DirectinoContext db, CancellationToken ct)
    {
        var inUse = new List<IQueryable<MediaItemId>>();
        foreach (var use in uses)
            inUse.AddRange(await use.InUse(db, ct));
        if (!used)
            return inUse.Aggregate(items, (left, ids) => left.Where(m => !ids.Any(id => id == m.Id)));
        var all = inUse.Aggregate(Queryable.Concat);
        return items.Where(m => all.Contains(m.Id));
    }

    private async Task<IReadOnlyList<LibraryEntry>> Entries(IReadOnlyList<MediaItem> items, DirectinoContext db, CancellationToken ct)
    {
        var counts = new Dictionary<MediaItemId, MediaUses>();
        foreach (var use in uses)
        {
            foreach (var (id, count) in await use.Count([.. items.Select(i => i.Id)], db, ct))
                counts[id] = counts.GetValueOrDefault(id, MediaUses.None) + count;
        }

        List<MediaItemId> ids = [.. items.Select(i => i.Id)];
        var labels = (await db.Set<MediaLabel>().AsNoTracking().Where(l => ids.Contains(l.ItemId)).ToListAsync(ct)).ToLookup(l => l.ItemId, l => l.LabelId);
        return [.. items.Select(i => new LibraryEntry(i, counts.GetValueOrDefault(i.Id, MediaUses.None)) { Labels = [.. labels[i.Id]] })];
    }
}

/// <summary>A picture or video, and where it is used.</summary>
public sealed record LibraryEntry(MediaItem Item, MediaUses Uses)
{
    public IReadOnlyList<LabelId> Labels { get; init; } = [];

    public bool IsUsed => Uses.All > 0;
}

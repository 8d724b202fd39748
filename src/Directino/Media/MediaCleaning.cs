using System.Globalization;
using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Directino.Media;

/// <summary>
/// Brings store and rows together again: files that no row names (a process died between the two, a crop was made anew) go after a day, and items
/// whose file is gone say so until it is back. What was put there within the day is left alone: its row may be on its way.
/// </summary>
public sealed partial class MediaCleaning(Database database, IMediaStore store, TimeProvider clock, ILogger<MediaCleaning> logger)
{
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    public async Task<MediaCleaned> Run(CancellationToken ct)
    {
        await using var everywhere = database.OpenEverywhere();
        var cleaned = new MediaCleaned(0, 0, 0);
        foreach (var workspace in await everywhere.Set<Workspace>().Select(w => w.Id).ToListAsync(ct))
            cleaned += await Run(workspace, ct);
        LogCleaned(cleaned.Orphans, cleaned.Lost, cleaned.Found);
        return cleaned;
    }

    private async Task<MediaCleaned> Run(WorkspaceId workspace, CancellationToken ct)
    {
        // Files first: a row that is saved later names a file that is younger than the grace.
        var (there, old) = (new HashSet<UInt128>(), new List<StoredFile>());
        var end = clock.GetUtcNow() - Grace;
        await foreach (var file in store.List(workspace, ct))
        {
            if (Name(file.Key) is { } name)
                there.Add(name);
            if (file.WrittenAt < end)
                old.Add(file);
        }

        await using var db = database.Open(workspace);
        var named = new HashSet<UInt128>();
        var (lost, found) = (new List<MediaItemId>(), new List<MediaItemId>());
        await foreach (var item in db.Set<MediaItem>().AsNoTracking().Select(m => new { m.Id, m.Kind, m.State, m.Refusal, m.Key, m.ThumbnailKey, m.UncroppedKey, m.SourceKey }).AsAsyncEnumerable().WithCancellation(ct))
        {
            named.UnionWith(new[] { item.Key, item.ThumbnailKey, item.UncroppedKey, item.SourceKey }.Select(Name).OfType<UInt128>());
            var isThere = Name(item.Key) is { } key && there.Contains(key);
            if (item.State == MediaState.Ready && !isThere)
                lost.Add(item.Id);
            // A video that was never made ready is tried again by who wants it.
            else if (item is { State: MediaState.Refused, Refusal: MediaRefusal.SourceGone } && isThere && (item.Kind == MediaKind.Picture || item.Key != item.SourceKey))
                found.Add(item.Id);
        }

        var orphans = 0;
        foreach (var file in old.Where(f => Name(f.Key) is not { } name || !named.Contains(name)))
            orphans += await store.Discard(file.Key, end, ct) ? 1 : 0;
        return new MediaCleaned(orphans, await Mark(db, lost, item => item.Refuse(MediaRefusal.SourceGone), ct), await Mark(db, found, item => item.Finish(), ct));
    }

    /// <summary>Looks once more at each: since the list was read its file may have come.</summary>
    private async Task<int> Mark(DirectinoContext db, List<MediaItemId> ids, Action<MediaItem> mark, CancellationToken ct)
    {
        var count = 0;
        foreach (var id in ids)
        {
            if (await db.Set<MediaItem>().FirstOrDefaultAsync(m => m.Id == id, ct) is not { } item)
                continue;
            await using var content = await store.Open(item.Key, ct);
            if ((content is null) != (item.State == MediaState.Ready))
                continue;
            mark(item);
            count++;
        }

        await db.SaveChangesAsync(ct);
        return count;
    }

    /// <summary>The hash in a key; null of what was never finished.</summary>
    private static UInt128? Name(string? key) =>
        key?[(key.LastIndexOf('/') + 1)..] is { Length: 64 } name && UInt128.TryParse(name[..32], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value) ? value : null;

    [LoggerMessage(LogLevel.Information, "The media store was looked through: {Orphans} files that nothing needs are gone, {Lost} items lost their file, {Found} have it again")]
    private partial void LogCleaned(int orphans, int lost, int found);
}

/// <param name="Orphans">Files that nothing needed.</param>
/// <param name="Lost">Items whose file is gone.</param>
/// <param name="Found">Items whose file is back.</param>
public readonly record struct MediaCleaned(int Orphans, int Lost, int Found)
{
    public static MediaCleaned operator +(MediaCleaned one, MediaCleaned other) => new(one.Orphans + other.Orphans, one.Lost + other.Lost, one.Found + other.Found);
}

using Directino.Accounts;
using Directino.Labels;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Media.Library;

/// <summary>Puts the workspace's labels on pictures and videos, and takes them off.</summary>
public sealed class MediaLabels(Database database) : ILabelled
{
    private const int AtOnce = 200;

    /// <summary>These labels and no others. The rule that forbids it; null when it was done.</summary>
    public async Task<string?> Set(WorkspaceId workspace, MediaItemId id, IReadOnlyCollection<LabelId> labels, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (!await db.Set<MediaItem>().AnyAsync(m => m.Id == id && m.RemovedAt == null, ct))
            return LabelledMediaRules.ItemMissing;
        var wanted = labels.ToHashSet();
        if (await db.Set<Label>().CountAsync(l => wanted.Contains(l.Id), ct) != wanted.Count)
            return LabelRules.Missing;
        var there = await db.Set<MediaLabel>().Where(l => l.ItemId == id).ToListAsync(ct);
        db.RemoveRange(there.Where(l => !wanted.Contains(l.LabelId)));
        db.AddRange(wanted.Except(there.Select(l => l.LabelId)).Select(l => new MediaLabel { WorkspaceId = workspace, LabelId = l, ItemId = id }));
        await db.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>Puts a label on all of them that do not bear it. Those it was put on; null when there is no such label.</summary>
    public async Task<IReadOnlyList<MediaItemId>?> Put(WorkspaceId workspace, LabelId label, IReadOnlyCollection<MediaItemId> items, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (!await db.Set<Label>().AnyAsync(l => l.Id == label, ct))
            return null;
        var without = new List<MediaItemId>();
        foreach (var chunk in items.Chunk(AtOnce))
        {
            without.AddRange(await db.Set<MediaItem>()
                .Where(m => chunk.Contains(m.Id) && m.RemovedAt == null && !db.Set<MediaLabel>().Any(l => l.LabelId == label && l.ItemId == m.Id)).Select(m => m.Id).ToListAsync(ct));
        }

        db.AddRange(without.Select(i => new MediaLabel { WorkspaceId = workspace, LabelId = label, ItemId = i }));
        await db.SaveChangesAsync(ct);
        return without;
    }

    /// <summary>Takes a label off all of them.</summary>
    public async Task TakeOff(WorkspaceId workspace, LabelId label, IReadOnlyCollection<MediaItemId> items, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        foreach (var chunk in items.Chunk(AtOnce))
            db.RemoveRange(await db.Set<MediaLabel>().Where(l => l.LabelId == label && chunk.Contains(l.ItemId)).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
    }

    public async Task<IReadOnlyList<Guid>> Bearing(LabelId label, DirectinoContext db, CancellationToken ct) =>
        (await db.Set<MediaLabel>().Where(l => l.LabelId == label).Select(l => l.ItemId).ToListAsync(ct)).ConvertAll(i => i.Value);

    public async Task GiveBack(LabelId label, IReadOnlyList<Guid> things, DirectinoContext db, CancellationToken ct)
    {
        foreach (var chunk in things.Select(MediaItemId.Of).Chunk(AtOnce))
        {
            db.AddRange((await db.Set<MediaItem>().Where(m => chunk.Contains(m.Id)).Select(m => new { m.Id, m.WorkspaceId }).ToListAsync(ct))
                .Select(m => new MediaLabel { WorkspaceId = m.WorkspaceId, LabelId = label, ItemId = m.Id }));
        }
    }
}

/// <summary>Names of the rules of labels in the library, beside <see cref="LabelRules"/>.</summary>
public static class LabelledMediaRules
{
    public const string ItemMissing = "media-missing";
}

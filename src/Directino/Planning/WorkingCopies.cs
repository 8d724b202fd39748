using Directino.Accounts;
using Directino.Media;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning;

/// <summary>What the members of a workspace are writing. Everybody sees their own only.</summary>
public sealed class WorkingCopies(Database database, TimeProvider clock)
{
    /// <summary>All of a person's, the last kept first.</summary>
    public async Task<IReadOnlyList<WorkingCopy>> All(WorkspaceId workspace, PersonId person, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await Of(db, person).AsNoTracking().OrderByDescending(c => c.KeptAt).ThenBy(c => c.Id).ToListAsync(ct);
    }

    /// <summary>Those that no post stands for: of a new one, and of posts that somebody deleted meanwhile.</summary>
    public async Task<IReadOnlyList<WorkingCopy>> WithoutPost(WorkspaceId workspace, PersonId person, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await Of(db, person).AsNoTracking().Where(c => c.PostId == null || !db.Set<Post>().Any(p => p.Id == c.PostId))
            .OrderByDescending(c => c.KeptAt).ThenBy(c => c.Id).ToListAsync(ct);
    }

    /// <param name="post">Null for a new post.</param>
    public async Task<WorkingCopyView?> Find(WorkspaceId workspace, PersonId person, PostId? post, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await Of(db, person).AsNoTracking().FirstOrDefaultAsync(c => c.PostId == post, ct) is { } copy
            ? new WorkingCopyView(copy, await db.Set<MediaItem>().AsNoTracking().Where(m => copy.Media.Contains(m.Id)).ToListAsync(ct))
            : null;
    }

    /// <summary>Keeps what is written, in place of what was kept before; of two tabs the last one. Returns when.</summary>
    /// <param name="known">The state of the post that was begun from; null for a new post.</param>
    public async Task<DateTimeOffset> Keep(WorkspaceId workspace, PersonId person, PostId? post, WrittenText text, PostBase? known, CancellationToken ct)
    {
        var copy = new WorkingCopy
        {
            Id = WorkingCopyId.New(clock), WorkspaceId = workspace, PersonId = person, PostId = post, KeptAt = clock.GetUtcNow(),
            Content = text.Content, Others = text.Others, Sorting = text.Sorting, Media = [.. text.Others.Select(o => o.Content).Prepend(text.Content).SelectMany(c => c.Media).Distinct()], Date = text.Date, Time = text.Time, BaseVersion = known?.Version, BaseRevision = known?.Revision, BaseSlot = known?.Slot,
        };
        await using var db = database.Open(workspace);
        if (await Replace(db, copy, ct))
            return copy.KeptAt;
        db.Add(copy);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Another tab was first by a moment: then there is one to replace. Otherwise it was something else.
            if (!await Replace(db, copy, ct))
                throw;
        }

        return copy.KeptAt;
    }

    /// <summary>Forgets what is kept for a post, or for a new one (null).</summary>
    public async Task Drop(WorkspaceId workspace, PersonId person, PostId? post, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        await Of(db, person).Where(c => c.PostId == post).ExecuteDeleteAsync(ct);
    }

    /// <summary>False when the person has no such copy.</summary>
    public async Task<bool> Drop(WorkspaceId workspace, PersonId person, WorkingCopyId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await Of(db, person).Where(c => c.Id == id).ExecuteDeleteAsync(ct) > 0;
    }

    private static IQueryable<WorkingCopy> Of(DirectinoContext db, PersonId person) => db.Set<WorkingCopy>().Where(c => c.PersonId == person);

    private static async Task<bool> Replace(DirectinoContext db, WorkingCopy copy, CancellationToken ct) =>
        await Of(db, copy.PersonId).Where(c => c.PostId == copy.PostId).ExecuteUpdateAsync(
            s => s.SetProperty(c => c.Content, copy.Content).SetProperty(c => c.Others, copy.Others).SetProperty(c => c.Sorting, copy.Sorting).SetProperty(c => c.Media, copy.Media).SetProperty(c => c.Date, copy.Date).SetProperty(c => c.Time, copy.Time)
                .SetProperty(c => c.BaseVersion, copy.BaseVersion).SetProperty(c => c.BaseRevision, copy.BaseRevision)
                .SetProperty(c => c.BaseSlot, copy.BaseSlot).SetProperty(c => c.KeptAt, copy.KeptAt), ct) > 0;
}

/// <summary>A working copy with what it shows.</summary>
public sealed record WorkingCopyView(WorkingCopy Copy, IReadOnlyList<MediaItem> Media);

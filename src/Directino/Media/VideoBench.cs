using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Media;

/// <summary>The row of one video while a process works on it: claimed, kept alive, ended. Only who has claimed it writes.</summary>
internal sealed class VideoBench(Database database, IChangeFeed feed, TimeProvider clock, WorkspaceId workspace, MediaItemId id, TimeSpan lease)
{
    public MediaItemId Id => id;

    public WorkspaceId Workspace => workspace;

    /// <summary>The key of what is to be worked on; null when somebody else was faster or nobody wants it any more.</summary>
    public async Task<string?> Claim(CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var now = clock.GetUtcNow();
        var until = now + lease;
        var claimed = await Wanted(db).Where(m => m.WorkerUntil == null || m.WorkerUntil <= now)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.WorkerUntil, until).SetProperty(m => m.Progress, 0), ct);
        return claimed == 0 ? null : await Wanted(db).Select(m => m.SourceKey).FirstOrDefaultAsync(ct);
    }

    /// <summary>Says every second how far it is; ends the work when the video is removed meanwhile.</summary>
    public SignsOfLife ShowLife(CancellationToken closing) => new(clock, Show, closing);

    public async Task<bool> Finish(string key, VideoFacts facts, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await Wanted(db).FirstOrDefaultAsync(ct) is not { } item)
            return false;
        (item.Key, item.Bytes, item.Width, item.Height, item.Duration) = (key, facts.Bytes, facts.Width, facts.Height, facts.Duration);
        item.Finish();
        await db.SaveChangesAsync(ct);
        return true;
    }

    public async Task Refuse(MediaRefusal why, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await Wanted(db).FirstOrDefaultAsync(ct) is not { } item)
            return;
        item.Refuse(why);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Nobody works on it now; another may begin at once.</summary>
    public async Task Leave()
    {
        await using var db = database.Open(workspace);
        await Wanted(db).ExecuteUpdateAsync(s => s.SetProperty(m => m.WorkerUntil, (DateTimeOffset?)null), CancellationToken.None);
    }

    private async Task<bool> Show(int percent, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var until = clock.GetUtcNow() + lease;
        var alive = await Wanted(db).ExecuteUpdateAsync(s => s.SetProperty(m => m.WorkerUntil, until).SetProperty(m => m.Progress, percent), ct);
        feed.Announce(workspace, [nameof(MediaItem)]);
        return alive > 0;
    }

    private IQueryable<MediaItem> Wanted(DirectinoContext db) =>
        db.Set<MediaItem>().Where(m => m.Id == id && m.State == MediaState.Working && m.RemovedAt == null);
}

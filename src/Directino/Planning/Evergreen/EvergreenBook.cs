using Directino.Accounts;
using Directino.Labels;
using Directino.Ledger;
using Directino.Media;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Evergreen;

/// <summary>What people do with the pools of their accounts.</summary>
public sealed class EvergreenBook(Database database, DueBook due, TimeProvider clock)
{
    /// <summary>So many posts a pool may have.</summary>
    public const int Most = 200;

    /// <summary>A pool, and what it puts into the slots to come; null when there is no such account here.</summary>
    public async Task<EvergreenView?> Find(WorkspaceId workspace, AccountId account, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await EvergreenScene.Look(db, account, clock.GetUtcNow(), ct) is not { } scene)
            return null;
        var pictures = scene.Posts.Where(p => p.Media.Count > 0).Select(p => p.Media[0]).ToList();
        var media = await db.Set<MediaItem>().AsNoTracking().Where(m => pictures.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
        return new EvergreenView(scene.Account, scene.Pool, scene.Posts, scene.Turns, scene.Idle, media);
    }

    /// <summary>Whether a post is in a pool; null when it is not.</summary>
    public async Task<EvergreenId?> Of(WorkspaceId workspace, PostId post, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await db.Set<EvergreenPost>().Where(e => e.PostId == post).Select(e => (EvergreenId?)e.Id).FirstOrDefaultAsync(ct);
    }

    /// <summary>Puts what a post says into the pool of its account. When it is out, that was its first time.</summary>
    public Task<EvergreenOutcome> Add(WorkspaceId workspace, PostId id, PersonId by, CancellationToken ct) => TwoAtOnce.Retry<EvergreenOutcome>(async () =>
    {
        await using var db = database.Open(workspace);
        if (await db.Set<Post>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } post)
            return new EvergreenOutcome.Refused(PostRules.NotThere);
        if (post.AccountId is not { } account)
            return new EvergreenOutcome.Refused(EvergreenRules.AccountMissing);
        if (post.Options is { AudioName: not null } or { Graduation: not null })
            return new EvergreenOutcome.Refused(EvergreenRules.OnlyOnce);
        if (await db.Set<EvergreenPost>().AnyAsync(e => e.AccountId == account && e.PostId == id, ct))
            return new EvergreenOutcome.Refused(EvergreenRules.AlreadyThere);
        if (await db.Set<EvergreenPost>().CountAsync(e => e.AccountId == account, ct) >= Most)
            return new EvergreenOutcome.Refused(EvergreenRules.TooMany);
        var now = clock.GetUtcNow();
        if (await PlanFacts.Objections(post, now, now, db, ct) is [_, ..] objections)
            return new EvergreenOutcome.Objected(objections, post.Content);
        db.Add(new EvergreenPost
        {
            Id = EvergreenId.New(clock), WorkspaceId = workspace, AccountId = account, Content = post.Content, Media = [.. post.Content.Media],
            Labels = [.. post.Labels.Select(l => l.LabelId)], PostId = id, By = by, AddedAt = now, LastAt = post.PublishedAt ?? (post.IsOnItsWay ? post.Slot : null),
        });
        await due.Set(db, workspace, FillEvergreen.Name, account.Value, now, null, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            return new EvergreenOutcome.Done();
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Two at the same moment: the index let one through, and here is whether it was that.
            if (await Of(workspace, id, ct) is not null)
                return new EvergreenOutcome.Refused(EvergreenRules.AlreadyThere);
            throw;
        }
    });

    /// <summary>What is returned can be given to <see cref="Restore"/>; null when it is not there. Posts it was put into slots as stay.</summary>
    public async Task<EvergreenPost?> Remove(WorkspaceId workspace, EvergreenId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<EvergreenPost>().FirstOrDefaultAsync(e => e.Id == id, ct) is not { } post)
            return null;
        db.Remove(post);
        await db.SaveChangesAsync(ct);
        return post;
    }

    public Task Restore(EvergreenPost removed, CancellationToken ct) => TwoAtOnce.Retry(async () =>
    {
        await using var db = database.Open(removed.WorkspaceId);
        if (await db.Set<EvergreenPost>().AnyAsync(e => e.AccountId == removed.AccountId && e.PostId == removed.PostId, ct))
            return;
        db.Add(removed);
        await due.Set(db, removed.WorkspaceId, FillEvergreen.Name, removed.AccountId.Value, clock.GetUtcNow(), null, ct);
        await db.SaveChangesAsync(ct);
    });

    /// <summary>False when it is not there.</summary>
    public Task<bool> Rest(WorkspaceId workspace, EvergreenId id, bool resting, CancellationToken ct) => TwoAtOnce.Retry(async () =>
    {
        await using var db = database.Open(workspace);
        if (await db.Set<EvergreenPost>().FirstOrDefaultAsync(e => e.Id == id, ct) is not { } post)
            return false;
        post.IsResting = resting;
        await due.Set(db, workspace, FillEvergreen.Name, post.AccountId.Value, clock.GetUtcNow(), null, ct);
        await db.SaveChangesAsync(ct);
        return true;
    });

    /// <param name="on">Null leaves it.</param>
    /// <param name="limits">Null leaves them.</param>
    public Task<EvergreenOutcome> Set(WorkspaceId workspace, AccountId account, bool? on, EvergreenLimits? limits, int? known, CancellationToken ct) => TwoAtOnce.Retry<EvergreenOutcome>(async () =>
    {
        if (limits is { IsPossible: false })
            return new EvergreenOutcome.Refused(EvergreenRules.LimitsOutside);
        await using var db = database.Open(workspace);
        if (!await db.Set<ConnectedAccount>().AnyAsync(a => a.Id == account, ct))
            return new EvergreenOutcome.Refused(PostRules.NotThere);
        var pool = await db.Set<EvergreenPool>().FirstOrDefaultAsync(p => p.AccountId == account, ct);
        if (known is { } version && version != (pool?.Version ?? 0))
            return new EvergreenOutcome.Refused(PostRules.ChangedMeanwhile);
        if (pool is null)
            db.Add(pool = new EvergreenPool { AccountId = account, WorkspaceId = workspace });
        var before = pool.Version;
        (pool.IsOn, pool.Version, pool.Trouble) = (on ?? pool.IsOn, before + 1, null);
        (pool.CoolDownDays, pool.PerDay, pool.PerWeek) = limits ?? pool.Limits;
        await due.Set(db, workspace, FillEvergreen.Name, account.Value, clock.GetUtcNow(), null, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            return new EvergreenOutcome.Done();
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Somebody saved it at the same moment: its version says so, or that there is one now.
            await using var fresh = database.Open(workspace);
            if (await fresh.Set<EvergreenPool>().AnyAsync(p => p.AccountId == account && p.Version != before, ct))
                return new EvergreenOutcome.Refused(PostRules.ChangedMeanwhile);
            throw;
        }
    });
}

/// <summary>A pool as pages and programs see it.</summary>
/// <param name="Turns">The free slots of the next two weeks, in order.</param>
/// <param name="Idle">Why there are none, as a rule of <see cref="TimetableRules"/>.</param>
/// <param name="Pictures">What its posts show first.</param>
public sealed record EvergreenView(
    ConnectedAccount Account, EvergreenPool Pool, IReadOnlyList<EvergreenPost> Posts, IReadOnlyList<EvergreenTurn> Turns, string? Idle, IReadOnlyDictionary<MediaItemId, MediaItem> Pictures);

using Directino.Ledger;
using Directino.Media;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning;

/// <summary>What is due and intended for a post on its way, in the caller's context; the caller saves.</summary>
public sealed class PostWay(DueBook due, TimeProvider clock)
{
    /// <summary>
    /// Ends what was intended with the post as it was. False when it is being sent: that can't be called back, and then nothing may be changed at all.
    /// The act's state is compared when it is saved, so of this and the dispatcher's claim one wins.
    /// </summary>
    public async Task<bool> CallBack(Post post, DirectinoContext db, CancellationToken ct)
    {
        var acts = await db.Set<Act>()
            .Where(a => a.SubjectId == post.Id.Value && a.EndedAt == null && (a.Kind == PostWork.CreateContainer || a.Kind == PostWork.Publish)).ToListAsync(ct);
        if (acts.Exists(a => a.Kind == PostWork.Publish && a.State != ActState.Intended))
            return false;
        foreach (var act in acts.Where(a => a.State == ActState.Intended))
            act.End(ActState.Refused, clock.GetUtcNow(), reason: PostRules.Withdrawn);
        return true;
    }

    /// <summary>It is prepared shortly before its slot, or now when that is sooner.</summary>
    public async Task SetDue(Post post, DirectinoContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var slot = post.Slot!.Value;
        await ReplaceForeign(post, db, ct);
        await due.Clear(db, PostWork.AwaitHand, post.Id.Value, ct);
        if (post.IsByHand)
        {
            // Nothing is prepared at Instagram, so nothing there can stand in its way.
            await due.Clear(db, PostWork.Prepare, post.Id.Value, ct);
            await due.Clear(db, PostWork.Rehearse, post.Id.Value, ct);
            await due.Set(db, post.WorkspaceId, PostWork.Slot, post.Id.Value, slot, post.AccountId, ct);
            return;
        }

        var prepare = slot - await Ahead(post, db, ct);
        await due.Set(db, post.WorkspaceId, PostWork.Prepare, post.Id.Value, prepare < now ? now : prepare, post.AccountId, ct);
        await due.Set(db, post.WorkspaceId, PostWork.Slot, post.Id.Value, slot, post.AccountId, ct);
        await SetRehearsal(post, slot, now, db, ct);
    }

    /// <summary>It was posted by hand: nobody is reminded, and where its address is known it is looked for among what is seen at Instagram.</summary>
    internal async Task Handed(Post post, DirectinoContext db, CancellationToken ct)
    {
        await due.Clear(db, PostWork.AwaitHand, post.Id.Value, ct);
        if (post.Permalink is not null)
            await due.Set(db, post.WorkspaceId, PostWork.FindByHand, post.Id.Value, clock.GetUtcNow() + TimeSpan.FromHours(1), null, ct);
    }

    public async Task ClearDue(Post post, DirectinoContext db, CancellationToken ct)
    {
        await due.Clear(db, PostWork.Prepare, post.Id.Value, ct);
        await due.Clear(db, PostWork.Slot, post.Id.Value, ct);
        await due.Clear(db, PostWork.Rehearse, post.Id.Value, ct);
        await due.Clear(db, PostWork.AwaitHand, post.Id.Value, ct);
    }

    /// <summary>What stood in the way of it as it was is looked at again at once.</summary>
    private async Task SetRehearsal(Post post, DateTimeOffset slot, DateTimeOffset now, DirectinoContext db, CancellationToken ct)
    {
        var isInTrouble = post is { State: PostState.Scheduled, Reason: not null };
        if ((isInTrouble ? now : PostWork.NextRehearsal(slot, now)) is { } at)
            await due.Set(db, post.WorkspaceId, PostWork.Rehearse, post.Id.Value, at, post.AccountId, ct);
        else
            await due.Clear(db, PostWork.Rehearse, post.Id.Value, ct);
    }

    /// <summary>How long before its slot a post is prepared, by what it shows.</summary>
    internal static async Task<TimeSpan> Ahead(Post post, DirectinoContext db, CancellationToken ct)
    {
        var items = post.Items.Select(i => i.MediaId).ToList();
        return PostWork.AheadOf(await db.Set<MediaItem>().AnyAsync(m => items.Contains(m.Id) && m.Kind == MediaKind.Video, ct));
    }

    /// <summary>What is due for a post lies with its account; after a change of account it is set anew.</summary>
    private static async Task ReplaceForeign(Post post, DirectinoContext db, CancellationToken ct)
    {
        var foreign = await db.Set<DueItem>()
            .Where(d => d.SubjectId == post.Id.Value && d.AccountId != post.AccountId && (d.Kind == PostWork.Prepare || d.Kind == PostWork.Slot || d.Kind == PostWork.Rehearse)).ToListAsync(ct);
        if (foreign.Count == 0)
            return;
        db.RemoveRange(foreign);
        await db.SaveChangesAsync(ct);
    }
}

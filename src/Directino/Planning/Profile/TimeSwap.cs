using Directino.Accounts;
using Directino.Persistence;
using Directino.Planning.Quotas;
using Directino.Planning.Versions;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Profile;

/// <summary>Two posts of one account exchange their times: both or neither.</summary>
public sealed class TimeSwap(Database database, PostWriter writer, VersionLog versions, QuotaWatch quotas, TimeProvider clock)
{
    /// <param name="known">The versions that were read.</param>
    public async Task<PlanOutcome> Swap(WorkspaceId workspace, PostId one, PostId other, PersonId by, (int? One, int? Other) known, CancellationToken ct)
    {
        var quota = await Quota(workspace, one, other, ct);
        try
        {
            await using var db = database.Open(workspace);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            if (await Find(one, known.One, db, ct) is not { Post: { } first } found)
                return new PlanOutcome.Conflict(PostRules.NotThere);
            if (await Find(other, known.Other, db, ct) is not { Post: { } second } beside)
                return new PlanOutcome.Conflict(PostRules.NotThere);
            if ((found.Rule ?? beside.Rule ?? Broken(first, second)) is { } rule)
                return new PlanOutcome.Conflict(rule);
            var outcome = await Swap(first, second, by, quota, db, ct);
            if (outcome is PlanOutcome.Done)
                await transaction.CommitAsync(ct);
            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new PlanOutcome.Conflict(PostRules.ChangedMeanwhile);
        }
    }

    /// <summary>First both give up the slots of the timetable that they hold: for a moment neither stands there.</summary>
    private async Task<PlanOutcome> Swap(Post first, Post second, PersonId by, QuotaReading? quota, DirectinoContext db, CancellationToken ct)
    {
        var (early, late) = ((At: first.Slot!.Value, IsHeld: first.HeldSlot is not null), (At: second.Slot!.Value, IsHeld: second.HeldSlot is not null));
        foreach (var holds in (bool[])[false, true])
        {
            foreach (var (post, place) in new[] { (first, late), (second, early) })
            {
                if (holds && (!place.IsHeld || post.State != PostState.Scheduled))
                    continue;
                if (await Place(post, place.At, holds, by, quota, db, ct) is var outcome and not PlanOutcome.Done)
                    return outcome;
            }

            await db.SaveChangesAsync(ct);
        }

        await versions.Note(first, by, null, db, ct);
        await versions.Note(second, by, null, db, ct);
        return new PlanOutcome.Done(first);
    }

    private async Task<PlanOutcome> Place(Post post, DateTimeOffset at, bool holds, PersonId by, QuotaReading? quota, DirectinoContext db, CancellationToken ct)
    {
        if (post.State == PostState.Scheduled)
            return await writer.Place(post, at, by, holds, quota, db, ct);
        return post.Propose(at, clock.GetUtcNow()) is { } refusal ? new PlanOutcome.Conflict(refusal.Rule) : new PlanOutcome.Done(post);
    }

    /// <summary>Two that are scheduled take no more room than before; one that changes with a draft may need some.</summary>
    private async Task<QuotaReading?> Quota(WorkspaceId workspace, PostId one, PostId other, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var two = await db.Set<Post>().Where(p => p.Id == one || p.Id == other).Select(p => new { p.AccountId, p.State, p.Slot }).ToListAsync(ct);
        return two is [{ State: var a }, { State: var b }] && a != b ? await quotas.Of(workspace, two[0].AccountId, two.Find(p => p.State == PostState.Draft)?.Slot, ct) : null;
    }

    private static async Task<(Post? Post, string? Rule)> Find(PostId id, int? known, DirectinoContext db, CancellationToken ct)
    {
        var post = await db.Set<Post>().FirstOrDefaultAsync(p => p.Id == id, ct);
        return (post, post is not null && known is { } version && version != post.Version ? PostRules.ChangedMeanwhile : null);
    }

    private static string? Broken(Post first, Post second) =>
        first.AccountId != second.AccountId || first.Id == second.Id ? PostRules.OtherAccount
        : first.Slot is null || second.Slot is null ? PostRules.SlotMissing
        : first.State is PostState.Draft or PostState.Scheduled && second.State is PostState.Draft or PostState.Scheduled ? null
        : PostRules.UnderWay;
}

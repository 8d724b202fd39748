using Directino.Accounts;
using Directino.Persistence;
using Directino.Planning.Approvals;
using Directino.Planning.Versions;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Queue;

/// <summary>The posts that hold slots of an account's timetable: shuffled among them, held back, and put in again.</summary>
public sealed class QueueBook(Database database, Planner planner, PostWay way, VersionLog versions, TimetableBook tables, TimeProvider clock)
{
    /// <summary>What is nearer is being prepared, and keeps its slot.</summary>
    public static readonly TimeSpan Near = TimeSpan.FromHours(1);

    /// <summary>What stands in slots to come, in order, and what is held back; null when there is no such account here.</summary>
    public async Task<QueueView?> Find(WorkspaceId workspace, AccountId account, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<ConnectedAccount>().Where(a => a.Id == account).Select(a => a.TimeZone).FirstOrDefaultAsync(ct) is not { } zone)
            return null;
        var posts = await Queued(account, db, clock.GetUtcNow()).AsNoTracking().OrderBy(p => p.HeldSlot)
            .Select(p => new QueuedPost(p.Id, p.Caption, p.HeldSlot!.Value, p.Approval)).ToListAsync(ct);
        var held = await (
            from row in db.Set<HeldBack>()
            join post in db.Set<Post>() on row.PostId equals post.Id
            where row.AccountId == account
            orderby row.Slot
            select new QueuedPost(post.Id, post.Caption, row.Slot, post.Approval)).ToListAsync(ct);
        return new QueueView(zone, posts, held);
    }

    /// <summary>Other places for all of them, of the same slots. What is returned can be given to <see cref="PutBack"/>.</summary>
    public async Task<QueueOutcome> Shuffle(WorkspaceId workspace, AccountId account, PersonId by, Random chance, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var queue = await Queued(account, db, clock.GetUtcNow() + Near).OrderBy(p => p.HeldSlot).Select(p => new { p.Id, Slot = p.HeldSlot!.Value }).ToListAsync(ct);
        if (queue.Count < 2)
            return new QueueOutcome.Refused(QueueRules.TooFew);
        // One further along a random round: everybody gets another place.
        int[] round = [.. Enumerable.Range(0, queue.Count)];
        chance.Shuffle(round);
        return await Arrange(workspace, account, by, [.. round.Select((at, i) => new QueueMove(queue[at].Id, queue[at].Slot, queue[round[(i + 1) % round.Length]].Slot))], ct);
    }

    /// <summary>Takes moves back, as far as the posts stand where they were put.</summary>
    public Task<QueueOutcome> PutBack(WorkspaceId workspace, AccountId account, PersonId by, IReadOnlyCollection<QueueMove> moves, CancellationToken ct) =>
        Arrange(workspace, account, by, [.. moves.Select(m => new QueueMove(m.Post, m.To, m.From))], ct);

    /// <summary>Takes what stands in slots to come out of them: drafts, until <see cref="Release"/> puts them in again.</summary>
    public async Task<QueueOutcome> Hold(WorkspaceId workspace, AccountId account, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (!await db.Set<ConnectedAccount>().AnyAsync(a => a.Id == account, ct))
            return new QueueOutcome.Refused(PostRules.NotThere);
        return await Together(db, async () =>
        {
            var posts = await Queued(account, db, clock.GetUtcNow() + Near).ToListAsync(ct);
            // One that was held back before and put into a slot by hand since then is held anew.
            var ids = posts.Select(p => p.Id).ToList();
            await db.Set<HeldBack>().Where(h => ids.Contains(h.PostId)).ExecuteDeleteAsync(ct);
            foreach (var post in posts)
            {
                db.Add(new HeldBack { PostId = post.Id, WorkspaceId = workspace, AccountId = account, Slot = post.HeldSlot!.Value });
                if (!await way.CallBack(post, db, ct))
                    return new QueueOutcome.Refused(PostRules.UnderWay);
                post.Withdraw(clock.GetUtcNow());
                await way.ClearDue(post, db, ct);
            }

            await db.SaveChangesAsync(ct);
            return new QueueOutcome.Done([.. posts.Select(p => new QueueMove(p.Id, p.Slot!.Value, p.Slot.Value))]);
        }, ct);
    }

    /// <summary>Puts what was held back into its slots again, or into the next free ones. What somebody has other plans for stays as it is.</summary>
    public async Task<QueueOutcome> Release(WorkspaceId workspace, AccountId account, PersonId by, CancellationToken ct)
    {
        List<QueueMove> moves = [];
        await using var db = database.Open(workspace);
        if (!await db.Set<ConnectedAccount>().AnyAsync(a => a.Id == account, ct))
            return new QueueOutcome.Refused(PostRules.NotThere);
        foreach (var row in await db.Set<HeldBack>().AsNoTracking().Where(h => h.AccountId == account).OrderBy(h => h.Slot).ToListAsync(ct))
        {
            var post = await db.Set<Post>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == row.PostId, ct);
            if (post is { State: PostState.Draft } && post.Slot == row.Slot && post.AccountId == account)
            {
                if (await Slot(workspace, row, ct) is not { } slot)
                    return new QueueOutcome.Refused((await tables.Next(workspace, account, null, ct))!.Why!);
                // Refused, it stays a draft that says why.
                if (await planner.ScheduleInSlot(workspace, post.Id, slot, by, post.Version, ct) is PlanOutcome.Done)
                    moves.Add(new QueueMove(post.Id, row.Slot, slot));
            }

            await db.Set<HeldBack>().Where(h => h.PostId == row.PostId).ExecuteDeleteAsync(ct);
        }

        return new QueueOutcome.Done(moves);
    }

    private static IQueryable<Post> Queued(AccountId account, DirectinoContext db, DateTimeOffset from) =>
        db.Set<Post>().Where(p => p.AccountId == account && p.State == PostState.Scheduled && p.HeldSlot > from);

    /// <summary>Its own, when that is still free and to come.</summary>
    private async Task<DateTimeOffset?> Slot(WorkspaceId workspace, HeldBack row, CancellationToken ct)
    {
        var free = await tables.Free(workspace, row.AccountId, row.Slot.AddSeconds(-1), row.Slot, ct);
        return free is [var own, ..] ? own.At : (await tables.Next(workspace, row.AccountId, row.PostId, ct))?.At;
    }

    /// <summary>All of it or nothing. Between letting go and taking nobody sees a slot empty.</summary>
    private async Task<QueueOutcome> Arrange(WorkspaceId workspace, AccountId account, PersonId by, IReadOnlyList<QueueMove> moves, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await Together(db, async () =>
        {
            var ids = moves.Select(m => m.Post).ToList();
            var posts = await Queued(account, db, clock.GetUtcNow() + Near).Where(p => ids.Contains(p.Id)).ToListAsync(ct);
            var done = moves.Where(m => posts.Exists(p => p.Id == m.Post && p.HeldSlot == m.From) && m.To > clock.GetUtcNow() + Near).ToList();
            foreach (var move in done)
            {
                if (!await way.CallBack(Of(move), db, ct))
                    return new QueueOutcome.Refused(PostRules.UnderWay);
                Of(move).Withdraw(clock.GetUtcNow());
            }

            await db.SaveChangesAsync(ct);
            foreach (var move in done)
            {
                if (await PlanFacts.IsHeld(Of(move), move.To, db, ct))
                    return new QueueOutcome.Refused(PostRules.SlotTaken);
                Of(move).Schedule(move.To, by, [], clock.GetUtcNow(), holds: true);
                await way.SetDue(Of(move), db, ct);
            }

            await db.SaveChangesAsync(ct);
            foreach (var move in done)
                await versions.Note(Of(move), by, null, db, ct);
            return done.Count == 0 ? new QueueOutcome.Refused(PostRules.ChangedMeanwhile) : new QueueOutcome.Done(done);

            Post Of(QueueMove move) => posts.First(p => p.Id == move.Post);
        }, ct);
    }

    private static async Task<QueueOutcome> Together(DirectinoContext db, Func<Task<QueueOutcome>> change, CancellationToken ct)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var outcome = await change();
            if (outcome is QueueOutcome.Done)
                await transaction.CommitAsync(ct);
            return outcome;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Somebody saved one of them, took one of the slots or held them back at the same moment.
            return new QueueOutcome.Refused(PostRules.ChangedMeanwhile);
        }
    }
}

/// <summary>A queue as pages and programs see it.</summary>
/// <param name="Held">What is held back, by the slots it stood in.</param>
public sealed record QueueView(string TimeZone, IReadOnlyList<QueuedPost> Posts, IReadOnlyList<QueuedPost> Held);

/// <summary>A post and its slot.</summary>
public sealed record QueuedPost(PostId Id, string Caption, DateTimeOffset Slot, ApprovalState Approval);

using Directino.Accounts;
using Directino.Labels;
using Directino.Ledger;
using Directino.Media;
using Directino.Notifications;
using Directino.Persistence;
using Directino.Planning.ByHand;
using Directino.Planning.Campaigns;
using Directino.Planning.Quotas;
using Directino.Planning.Versions;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning;

/// <summary>
/// What people do with posts. Every verb is one transaction: the post, what is due for it, and the acts it calls back.
/// Whoever brings the version they read (<c>known</c>) learns when somebody else was faster.
/// </summary>
public sealed class Planner(
    Database database, PostWriter writer, PostWay way, NotificationBook notifications, VersionLog versions, QuotaWatch quotas, TimeProvider clock)
{
    /// <param name="at">When it might go out, if its author already thinks of a time.</param>
    public Task<PlanOutcome> Draft(WorkspaceId workspace, PersonId by, PostContent content, DateTimeOffset? at, CancellationToken ct) =>
        Draft(workspace, by, content, at, PostSorting.None, ct);

    /// <summary>The same, sorted from the beginning.</summary>
    public async Task<PlanOutcome> Draft(WorkspaceId workspace, PersonId by, PostContent content, DateTimeOffset? at, PostSorting sorting, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if ((await PlanFacts.Missing(content, db, ct) ?? await PlanFacts.Missing(sorting, db, ct)) is { } missing)
            return new PlanOutcome.Conflict(missing);
        var post = writer.Begin(workspace, by, content, at, sorting, null, db);
        await db.SaveChangesAsync(ct);
        return new PlanOutcome.Done(post);
    }

    /// <summary>Writes, labels and, where that is asked, schedules a post in one: all of it or nothing.</summary>
    public async Task<PlanOutcome> Add(WorkspaceId workspace, PersonId by, NewPost wanted, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if ((await PlanFacts.Missing(wanted.Content, db, ct) ?? await PlanFacts.Missing(wanted.Sorting, db, ct)) is { } missing)
            return new PlanOutcome.Conflict(missing);
        if (await PlanFacts.IsImported(wanted.Key, db, ct))
            return new PlanOutcome.Conflict(PostRules.AlreadyImported);
        var quota = wanted is { IsScheduled: true, Content.Options.ByHand: false } ? await quotas.Of(workspace, wanted.Content.Account, wanted.At, ct) : null;
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var post = writer.Begin(workspace, by, wanted.Content, wanted.At, wanted.Sorting, wanted.Key, db);
            wanted.Beside?.Invoke(post, db);
            await db.SaveChangesAsync(ct);
            if (wanted.IsScheduled && await writer.Place(post, wanted.At, by, wanted.Holds, quota, db, ct) is var outcome and not PlanOutcome.Done)
                return outcome;
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return new PlanOutcome.Done(post);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // The same row at the same moment: the index let one through, and here is whether it was that.
            await using var fresh = database.Open(workspace);
            if (await PlanFacts.IsImported(wanted.Key, fresh, ct))
                return new PlanOutcome.Conflict(PostRules.AlreadyImported);
            throw;
        }
    }

    /// <summary>Everything of a post but its time and fate, as a draft; for another account when one is named.</summary>
    public async Task<PlanOutcome> Copy(WorkspaceId workspace, PostId id, PersonId by, AccountId? account, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<Post>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } original)
            return new PlanOutcome.Conflict(PostRules.NotThere);
        var content = original.Content.For(account ?? original.AccountId);
        if (await PlanFacts.Missing(content, db, ct) is { } missing)
            return new PlanOutcome.Conflict(missing);
        var copy = writer.Begin(workspace, by, content, null, PostSorting.Of(original), null, db);
        await db.SaveChangesAsync(ct);
        return new PlanOutcome.Done(copy);
    }

    /// <summary>Sorts a post, whatever state it is in.</summary>
    public Task<PlanOutcome> SetLabels(WorkspaceId workspace, PostId id, IReadOnlyCollection<LabelId> labels, int? known, CancellationToken ct) =>
        Change(workspace, id, null, known, async (post, db) =>
        {
            if (await db.Set<Label>().CountAsync(l => labels.Contains(l.Id), ct) != labels.Distinct().Count())
                return new PlanOutcome.Conflict(LabelRules.Missing);
            post.SetLabels(labels, clock.GetUtcNow());
            return new PlanOutcome.Done(post);
        }, ct);

    /// <summary>Makes a post part of a campaign, or of none, whatever state it is in.</summary>
    public Task<PlanOutcome> SetCampaign(WorkspaceId workspace, PostId id, CampaignId? campaign, int? known, CancellationToken ct) =>
        Change(workspace, id, null, known, async (post, db) =>
        {
            if (!await PlanFacts.HasCampaign(campaign, db, ct))
                return new PlanOutcome.Conflict(CampaignRules.Missing);
            post.Join(campaign, clock.GetUtcNow());
            return new PlanOutcome.Done(post);
        }, ct);

    /// <summary>Notes another time for a draft, without promising it.</summary>
    public Task<PlanOutcome> Propose(WorkspaceId workspace, PostId id, DateTimeOffset? at, PersonId by, int? known, CancellationToken ct) =>
        Change(workspace, id, (by, null), known, (post, _) => Task.FromResult<PlanOutcome>(
            post.Propose(at, clock.GetUtcNow()) is { } refusal ? new PlanOutcome.Conflict(refusal.Rule) : new PlanOutcome.Done(post)), ct);

    /// <summary>To another time, as in a calendar: a draft is moved, everything else is scheduled there.</summary>
    public async Task<PlanOutcome> Move(WorkspaceId workspace, PostId id, DateTimeOffset at, PersonId by, int? known, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var state = await db.Set<Post>().Where(p => p.Id == id).Select(p => (PostState?)p.State).FirstOrDefaultAsync(ct);
        return state == PostState.Draft
            ? await Propose(workspace, id, at, by, known, ct)
            : await Schedule(workspace, id, at, by, known, ct);
    }

    /// <summary>As <see cref="PostWriter.Write"/> says.</summary>
    public Task<PlanOutcome> Write(WorkspaceId workspace, PostId id, PostContent content, PersonId by, int? known, CancellationToken ct) =>
        Write(workspace, id, content, by, known, null, ct);

    /// <param name="restored">The version whose content it is.</param>
    internal async Task<PlanOutcome> Write(WorkspaceId workspace, PostId id, PostContent content, PersonId by, int? known, int? restored, CancellationToken ct)
    {
        var quota = await quotas.OfAnother(workspace, id, content.Account, ct);
        return await Change(workspace, id, (by, restored), known, (post, db) => writer.Write(post, content, by, false, quota, db, ct), ct);
    }

    public Task<PlanOutcome> Schedule(WorkspaceId workspace, PostId id, DateTimeOffset slot, PersonId by, int? known, CancellationToken ct) =>
        Schedule(workspace, id, slot, by, false, known, ct);

    /// <summary>Into a slot of the timetable. Of two posts put into one this way the second is refused; a time chosen by hand stands in nobody's way.</summary>
    public async Task<PlanOutcome> ScheduleInSlot(WorkspaceId workspace, PostId id, DateTimeOffset slot, PersonId by, int? known, CancellationToken ct)
    {
        try
        {
            return await Schedule(workspace, id, slot, by, true, known, ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Two at the same moment: the index let one through, and here is whether it was that.
            await using var fresh = database.Open(workspace);
            if (await fresh.Set<Post>().FirstOrDefaultAsync(p => p.Id == id, ct) is { } post && await PlanFacts.IsHeld(post, slot, fresh, ct))
                return PlanFacts.Taken;
            throw;
        }
    }

    private async Task<PlanOutcome> Schedule(WorkspaceId workspace, PostId id, DateTimeOffset slot, PersonId by, bool holds, int? known, CancellationToken ct)
    {
        var quota = await quotas.Of(workspace, id, slot, ct);
        return await Change(workspace, id, (by, null), known, (post, db) => writer.Place(post, slot, by, holds, quota, db, ct), ct);
    }

    /// <summary>Also <em>Try again</em> after a failure or a missed slot.</summary>
    public async Task<PlanOutcome> PublishNow(WorkspaceId workspace, PostId id, PersonId by, int? known, CancellationToken ct)
    {
        var quota = await quotas.Of(workspace, id, clock.GetUtcNow(), ct);
        return await Change(workspace, id, (by, null), known, (post, db) => writer.PublishNow(post, by, quota, db, ct), ct);
    }

    public Task<PlanOutcome> Withdraw(WorkspaceId workspace, PostId id, int? known, CancellationToken ct) => Withdraw(workspace, id, null, known, ct);

    /// <summary>Back to draft. Of a post that was to be posted by hand: not this time.</summary>
    /// <param name="by">Who said so, where that is known.</param>
    public Task<PlanOutcome> Withdraw(WorkspaceId workspace, PostId id, PersonId? by, int? known, CancellationToken ct) =>
        Change(workspace, id, null, known, async (post, db) =>
        {
            if (post.State == PostState.Notified)
                await HandStep.Note(post, HandStepKind.Skipped, by, clock.GetUtcNow(), db, ct);
            if (post.Withdraw(clock.GetUtcNow()) is { } refusal)
                return new PlanOutcome.Conflict(refusal.Rule);
            if (!await way.CallBack(post, db, ct))
                return UnderWay;
            await way.ClearDue(post, db, ct);
            return new PlanOutcome.Done(post);
        }, ct);

    /// <summary>Somebody posted it in Instagram's own app.</summary>
    /// <param name="link">The address of the post at Instagram as they gave it, if they did.</param>
    public Task<PlanOutcome> PostedByHand(WorkspaceId workspace, PostId id, string? link, PersonId by, int? known, CancellationToken ct) =>
        Change(workspace, id, null, known, async (post, db) =>
        {
            var permalink = HandLink.Of(link);
            if (permalink is null && !string.IsNullOrWhiteSpace(link))
                return new PlanOutcome.Refused([new Objection(PostField.Permalink, HandRules.LinkElsewhere)]);
            if (post.PostByHand(permalink, clock.GetUtcNow()) is { } refusal)
                return new PlanOutcome.Conflict(refusal.Rule);
            await HandStep.Note(post, HandStepKind.Posted, by, clock.GetUtcNow(), db, ct);
            await way.Handed(post, db, ct);
            foreach (var kind in (NotificationKind[])[NotificationKind.PostByHand, NotificationKind.ByHandReminder])
                await notifications.Settle(workspace, kind, id.Value, post.Hands, db, ct);
            return new PlanOutcome.Done(post);
        }, ct);

    /// <summary>Deletes a post that is not at Instagram and not on its way there.</summary>
    public Task<PlanOutcome> Delete(WorkspaceId workspace, PostId id, int? known, CancellationToken ct) =>
        Change(workspace, id, null, known, async (post, db) =>
        {
            if (!post.IsEditable)
                return UnderWay;
            if (!await way.CallBack(post, db, ct))
                return UnderWay;
            await way.ClearDue(post, db, ct);
            await notifications.Forget(workspace, id.Value, db, ct);
            post.Past = await db.Set<PostVersion>().AsNoTracking().Where(v => v.PostId == id).ToListAsync(ct);
            db.Remove(post);
            return new PlanOutcome.Done(post);
        }, ct);

    /// <summary>Takes a deletion back: the same post again, with its slot when that is still to come. Its approval is asked for again.</summary>
    public async Task<PlanOutcome> Restore(Post deleted, PersonId by, CancellationToken ct)
    {
        await using var db = database.Open(deleted.WorkspaceId);
        if (await db.Set<Post>().AnyAsync(p => p.Id == deleted.Id, ct))
            return new PlanOutcome.Conflict(PostRules.ChangedMeanwhile);
        if (await PlanFacts.Missing(deleted.Content, db, ct) is { } missing)
            return new PlanOutcome.Conflict(missing);
        var post = new Post { Id = deleted.Id, WorkspaceId = deleted.WorkspaceId, CreatedAt = clock.GetUtcNow(), CreatedBy = deleted.CreatedBy, ImportKey = deleted.ImportKey, GroupId = deleted.GroupId };
        post.Write(deleted.Content, clock.GetUtcNow());
        post.Propose(deleted.At, clock.GetUtcNow());
        var labels = deleted.Labels.Select(l => l.LabelId).ToList();
        post.SetLabels(await db.Set<Label>().Where(l => labels.Contains(l.Id)).Select(l => l.Id).ToListAsync(ct), clock.GetUtcNow());
        if (await PlanFacts.HasCampaign(deleted.CampaignId, db, ct))
            post.Join(deleted.CampaignId, clock.GetUtcNow());
        db.Add(post);
        db.AddRange(deleted.Past);
        await db.SaveChangesAsync(ct);
        return deleted is { State: PostState.Scheduled, Slot: { } slot } && slot > clock.GetUtcNow()
            ? await Schedule(post.WorkspaceId, post.Id, slot, by, null, ct)
            : new PlanOutcome.Done(post);
    }

    /// <summary>Looks now, not at its next turn, whether a post of unknown fate is out.</summary>
    public async Task<bool> FindOut(WorkspaceId workspace, PostId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var acts = await db.Set<Act>().Where(a => a.SubjectId == id.Value && a.State == ActState.Unknown).ToListAsync(ct);
        foreach (var act in acts)
            act.DueAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return acts.Count > 0;
    }

    /// <param name="by">Who writes or times it, and the version they bring back; null where neither words nor time change.</param>
    private async Task<PlanOutcome> Change(
        WorkspaceId workspace, PostId id, (PersonId Person, int? Restored)? by, int? known, Func<Post, DirectinoContext, Task<PlanOutcome>> change, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<Post>().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } post)
            return new PlanOutcome.Conflict(PostRules.NotThere);
        if (known is { } version && version != post.Version)
            return new PlanOutcome.Conflict(PostRules.ChangedMeanwhile);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var outcome = await change(post, db);
            if (outcome is PlanOutcome.Done)
            {
                await db.SaveChangesAsync(ct);
                if (by is var (person, restored))
                    await versions.Note(post, person, restored, db, ct);
                await transaction.CommitAsync(ct);
            }

            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody saved it in between, or the dispatcher claimed what was to be called back.
            return new PlanOutcome.Conflict(PostRules.ChangedMeanwhile);
        }
    }

    private static PlanOutcome.Conflict UnderWay => new(PostRules.UnderWay);
}

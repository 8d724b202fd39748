using Directino.Accounts;
using Directino.Persistence;
using Directino.Planning.Approvals;
using Directino.Planning.ByHand;
using Directino.Planning.Quotas;
using Directino.Planning.Versions;

namespace Directino.Planning;

/// <summary>What verbs of one post and of several have in common, in the caller's transaction; the caller saves, and commits only what is done.</summary>
public sealed class PostWriter(PostWay way, ApprovalWatch approvals, VersionLog versions, TimeProvider clock)
{
    private static PlanOutcome.Conflict UnderWay => new(PostRules.UnderWay);

    /// <summary>A new draft with its first version.</summary>
    internal Post Begin(WorkspaceId workspace, PersonId by, PostContent content, DateTimeOffset? at, PostSorting sorting, string? importKey, DirectinoContext db)
    {
        var now = clock.GetUtcNow();
        var post = new Post { Id = PostId.New(clock), WorkspaceId = workspace, CreatedAt = now, CreatedBy = by, ImportKey = importKey };
        post.Write(content, now);
        post.Propose(at, now);
        post.SetLabels(sorting.Labels, now);
        post.Join(sorting.Campaign, now);
        db.Add(post);
        versions.Begin(post, by, db);
        return post;
    }

    /// <summary>Takes what the author wrote, and for a scheduled post prepares it anew. One that may no longer go out is refused: only its author says that it becomes a draft.</summary>
    /// <param name="placed">It is given its time right afterwards, and looked at then.</param>
    /// <param name="quota">What Instagram says of the account's quota, where room is needed.</param>
    internal async Task<PlanOutcome> Write(Post post, PostContent content, PersonId by, bool placed, QuotaReading? quota, DirectinoContext db, CancellationToken ct)
    {
        if (await PlanFacts.Missing(content, db, ct) is { } missing)
            return new PlanOutcome.Conflict(missing);
        var edition = post.Edition;
        if (post.Write(content, clock.GetUtcNow()) is { } refusal)
            return new PlanOutcome.Conflict(refusal.Rule);
        if (post.State == PostState.Scheduled && !placed)
        {
            var objections = await PlanFacts.Objections(post, post.Slot, clock.GetUtcNow(), quota, db, ct);
            if (objections.Count > 0)
                return new PlanOutcome.Refused(objections);
            if (!await way.CallBack(post, db, ct))
                return UnderWay;
            await way.SetDue(post, db, ct);
        }

        await approvals.Reckon(post, edition, by, db, ct);
        return new PlanOutcome.Done(post);
    }

    /// <summary>It goes out at once, also after a failure or a missed slot; where somebody's word is missing it is refused.</summary>
    internal async Task<PlanOutcome> PublishNow(Post post, PersonId by, QuotaReading? quota, DirectinoContext db, CancellationToken ct)
    {
        if (!post.IsEditable)
            return UnderWay;
        var now = clock.GetUtcNow();
        var objections = await PlanFacts.Objections(post, now, now, quota, db, ct);
        if (objections.Count > 0)
            return new PlanOutcome.Refused(objections);
        if (await approvals.IsMissing(post, db, ct))
            return new PlanOutcome.Refused([new Objection(PostField.Approval, ApprovalRules.Missing)]);
        if (!await way.CallBack(post, db, ct))
            return UnderWay;
        post.Schedule(now, by, objections, now);
        if (!post.IsByHand)
            post.Begin(now);
        await way.SetDue(post, db, ct);
        return new PlanOutcome.Done(post);
    }

    /// <summary>Asks for approval of a post that may go out as it is, its time aside. What was said about it before is saved.</summary>
    internal async Task<PlanOutcome> Ask(Post post, PersonId by, DirectinoContext db, CancellationToken ct)
    {
        if (!post.IsEditable)
            return UnderWay;
        var flaws = (await PlanFacts.Objections(post, post.Slot, clock.GetUtcNow(), db, ct)).Where(o => o.Field != PostField.Slot).ToList();
        if (flaws.Count > 0)
            return new PlanOutcome.Refused(flaws);
        return await approvals.Ask(post, by, db, ct) is { } rule ? new PlanOutcome.Conflict(rule) : new PlanOutcome.Done(post);
    }

    /// <summary>Where the workspace waits for somebody's word, a post that is scheduled asks for it: none stands in the calendar that nobody was asked about.</summary>
    internal async Task<PlanOutcome> Place(Post post, DateTimeOffset? at, PersonId by, bool holds, QuotaReading? quota, DirectinoContext db, CancellationToken ct)
    {
        if (!post.IsMovable)
            return UnderWay;
        // Where it stands already, it has its room.
        var stays = post.State == PostState.Scheduled && post.Slot == at;
        var objections = await PlanFacts.Objections(post, at, clock.GetUtcNow(), stays ? null : quota, db, ct);
        if (objections.Count > 0)
            return new PlanOutcome.Refused(objections);
        // Without a time there would have been an objection.
        var slot = at!.Value;
        if (holds && await PlanFacts.IsHeld(post, slot, db, ct))
            return PlanFacts.Taken;
        if (!await way.CallBack(post, db, ct))
            return UnderWay;
        if (post.State == PostState.Notified)
            await HandStep.Note(post, HandStepKind.Moved, by, clock.GetUtcNow(), db, ct);
        post.Schedule(slot, by, objections, clock.GetUtcNow(), holds);
        await way.SetDue(post, db, ct);
        await approvals.AskFor(post, by, db, ct);
        return new PlanOutcome.Done(post);
    }
}

using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Approvals;

/// <summary>
/// Holds that no post goes out that needs a word and has none: asked when a post is published at once, and again right before every step of publishing.
/// Works in the caller's context; the caller saves.
/// </summary>
public sealed class ApprovalWatch(PostWay way, ApprovalNews news, TimeProvider clock)
{
    /// <summary>Only what is this near to its slot can have been prepared.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromHours(1);

    /// <summary>What a workspace demands now. Who was named and no longer is a member who may approve, is not waited for.</summary>
    public async Task<ApprovalDemand> Demand(WorkspaceId workspace, DirectinoContext db, CancellationToken ct)
    {
        if (await db.Set<ApprovalRule>().AsNoTracking().FirstOrDefaultAsync(r => r.WorkspaceId == workspace, ct) is not { Kind: not ApprovalKind.None } rule)
            return ApprovalDemand.Nothing;
        var named = rule.Approvers.Select(a => a.PersonId).ToList();
        var members = await db.Set<Membership>().Where(m => m.WorkspaceId == workspace && named.Contains(m.PersonId)).Select(m => new { m.PersonId, m.Role }).ToListAsync(ct);
        return new ApprovalDemand(rule.Kind, members.Where(m => m.Role.Allows(Permission.ApprovePosts)).Select(m => m.PersonId).ToHashSet());
    }

    /// <summary>Whether a post needs a word and has none, told from what was said and not from what is noted on the post.</summary>
    public async Task<bool> IsMissing(Post post, DirectinoContext db, CancellationToken ct)
    {
        var demand = await Demand(post.WorkspaceId, db, ct);
        return demand.Kind != ApprovalKind.None && !demand.IsCleared(demand.Of(post.Edition, await Steps(post, db, ct)));
    }

    /// <summary>A post that is scheduled asks by itself, once: after somebody wanted changes its author says when they are made.</summary>
    internal async Task AskFor(Post post, PersonId by, DirectinoContext db, CancellationToken ct)
    {
        var demand = await Demand(post.WorkspaceId, db, ct);
        var steps = await Steps(post, db, ct);
        var before = Standing.Of(demand, post.Edition, steps);
        if (demand.Kind == ApprovalKind.None || before.State != ApprovalState.NotAsked)
            return;
        Say(post, ApprovalStepKind.Asked, Reviewer.Member(by), null, steps, db);
        var after = Standing.Of(demand, post.Edition, steps);
        post.Stand(after.State, clock.GetUtcNow());
        await news.Tell(post, before, after, steps, by, db, ct);
    }

    /// <summary>Its author asks; what is asked for or approved already is not asked for again. The rule that forbids it, or null.</summary>
    internal async Task<string?> Ask(Post post, PersonId by, DirectinoContext db, CancellationToken ct)
    {
        var demand = await Demand(post.WorkspaceId, db, ct);
        var steps = await Steps(post, db, ct);
        var before = Standing.Of(demand, post.Edition, steps);
        if (demand.MayAsk(before.State) is { } rule)
            return rule == ApprovalRules.AskedAlready ? null : rule;
        Say(post, ApprovalStepKind.Asked, Reviewer.Member(by), null, steps, db);
        if (!await Follow(post, demand, demand.IsCleared(before.State), steps, db, ct))
            return PostRules.UnderWay;
        await news.Tell(post, before, Standing.Of(demand, post.Edition, steps), steps, by, db, ct);
        return null;
    }

    /// <summary>Notes where a post stands after its content was changed.</summary>
    /// <param name="edition">What it was before.</param>
    /// <param name="by">Who changed it, where that is known.</param>
    internal async Task Reckon(Post post, int edition, PersonId? by, DirectinoContext db, CancellationToken ct)
    {
        if (post.Approval == ApprovalState.NotAsked)
            return;
        var demand = await Demand(post.WorkspaceId, db, ct);
        var steps = await Steps(post, db, ct);
        var after = Standing.Of(demand, post.Edition, steps);
        if (after.State != post.Approval)
            post.Stand(after.State, clock.GetUtcNow());
        await news.Tell(post, Standing.Of(demand, edition, steps), after, steps, by, db, ct);
    }

    /// <summary>Adds what somebody says to <paramref name="steps"/> and to what is saved.</summary>
    internal void Say(Post post, ApprovalStepKind kind, Reviewer by, string? sentence, List<ApprovalStep> steps, DirectinoContext db)
    {
        var step = new ApprovalStep
        {
            WorkspaceId = post.WorkspaceId, PostId = post.Id, Number = steps.Count + 1, Kind = kind, Edition = post.Edition,
            PersonId = by.Person, ClientName = by.Name, LinkId = by.Link, Sentence = string.IsNullOrWhiteSpace(sentence) ? null : sentence.Trim(), At = clock.GetUtcNow(),
        };
        steps.Add(step);
        db.Add(step);
    }

    /// <summary>
    /// Notes where a post stands after something was said or the rule changed. One that may no longer go out is called back, one that now may is woken.
    /// False when it is being sent: that can't be called back.
    /// </summary>
    internal async Task<bool> Follow(Post post, ApprovalDemand demand, bool wasCleared, IReadOnlyList<ApprovalStep> steps, DirectinoContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var state = demand.Of(post.Edition, steps);
        var isCleared = demand.IsCleared(state);
        var isLost = wasCleared && !isCleared;
        var isNear = post.IsOnItsWay && post.Slot < now + Near;
        if (isLost && isNear && !await way.CallBack(post, db, ct))
            return false;
        post.Stand(state, now, isLost);
        if (isCleared && post.Reason == ApprovalRules.Missing)
            post.WaitFor(null, null, now);
        if (isCleared != wasCleared && isNear)
            await way.SetDue(post, db, ct);
        return true;
    }

    internal static async Task<List<ApprovalStep>> Steps(Post post, DirectinoContext db, CancellationToken ct) =>
        await db.Set<ApprovalStep>().AsNoTracking().Where(s => s.PostId == post.Id).OrderBy(s => s.Number).ToListAsync(ct);
}

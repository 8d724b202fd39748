using Directino.Accounts;
using Directino.Persistence;
using Directino.Planning.Remarks;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Approvals;

/// <summary>What people say about posts on their way to approval, and the rule by which they are asked. Each verb is one transaction.</summary>
public sealed class ApprovalBook(Database database, ApprovalWatch watch, ApprovalNews news, TimeProvider clock)
{
    private const int MostTries = 5;

    /// <summary>Asks for approval of a post that may go out as it is, its time aside.</summary>
    public Task<PlanOutcome> Ask(WorkspaceId workspace, PostId post, PersonId by, int? edition, CancellationToken ct) =>
        Say(workspace, post, ApprovalStepKind.Asked, Reviewer.Member(by), edition, null, ct);

    /// <param name="edition">The edition that was seen; refused when it is another by now. Null: whichever it is.</param>
    public Task<PlanOutcome> Approve(WorkspaceId workspace, PostId post, Reviewer by, int? edition, CancellationToken ct) =>
        Say(workspace, post, ApprovalStepKind.Approved, by, edition, null, ct);

    /// <summary>Says what is to be changed, in a sentence or by open remarks; also takes an approval back, as long as the post is not on its way.</summary>
    /// <param name="edition">The edition that was seen; refused when it is another by now. Null: whichever it is.</param>
    public Task<PlanOutcome> AskForChanges(WorkspaceId workspace, PostId post, Reviewer by, int? edition, string? sentence, CancellationToken ct) =>
        Say(workspace, post, ApprovalStepKind.ChangesAsked, by, edition, sentence, ct);

    /// <summary>
    /// Changes whose word is waited for. It holds for every post that is not out: what is scheduled asks at once, and waits where it has no approval.
    /// </summary>
    /// <param name="known">The version that was read; refused when it is another by now.</param>
    public async Task<ApprovalRuleOutcome> SetRule(
        WorkspaceId workspace, PersonId by, ApprovalKind kind, IReadOnlyCollection<PersonId> approvers, int? known, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (kind is ApprovalKind.OneOf or ApprovalKind.AllOf && approvers.Count == 0)
            return new ApprovalRuleOutcome.Refused(ApprovalRules.ApproversMissing);
        var roles = await db.Set<Membership>().Where(m => approvers.Contains(m.PersonId)).ToDictionaryAsync(m => m.PersonId, m => m.Role, ct);
        if (approvers.Any(a => !roles.TryGetValue(a, out var role) || !role.Allows(Permission.ApprovePosts)))
            return new ApprovalRuleOutcome.Refused(ApprovalRules.ApproverUnfit);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var rule = await db.Set<ApprovalRule>().FirstOrDefaultAsync(ct);
            if (known is { } version && version != (rule?.Version ?? 0))
                return new ApprovalRuleOutcome.Refused(PostRules.ChangedMeanwhile);
            var before = await watch.Demand(workspace, db, ct);
            if (rule is null)
                db.Add(rule = new ApprovalRule { WorkspaceId = workspace });
            rule.Set(kind, approvers);
            await db.SaveChangesAsync(ct);
            await Reckon(by, before, await watch.Demand(workspace, db, ct), db, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return new ApprovalRuleOutcome.Done(kind, rule.Version);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Somebody changed the rule, or a post, at the same moment.
            return new ApprovalRuleOutcome.Refused(PostRules.ChangedMeanwhile);
        }
    }

    private async Task Reckon(PersonId by, ApprovalDemand before, ApprovalDemand demand, DirectinoContext db, CancellationToken ct)
    {
        var posts = await db.Set<Post>().Where(p => p.State != PostState.Published && p.State != PostState.Unknown)
            .Where(p => p.State == PostState.Scheduled || p.State == PostState.Publishing || db.Set<ApprovalStep>().Any(s => s.PostId == p.Id)).ToListAsync(ct);
        var said = (await db.Set<ApprovalStep>().AsNoTracking()
            .Where(s => db.Set<Post>().Any(p => p.Id == s.PostId && p.State != PostState.Published && p.State != PostState.Unknown))
            .OrderBy(s => s.Number).ToListAsync(ct)).ToLookup(s => s.PostId);
        foreach (var post in posts)
        {
            List<ApprovalStep> steps = [.. said[post.Id]];
            var stood = Standing.Of(before, post.Edition, steps);
            if (post.IsOnItsWay && demand.Kind != ApprovalKind.None && demand.Of(post.Edition, steps) == ApprovalState.NotAsked)
                watch.Say(post, ApprovalStepKind.Asked, Reviewer.Member(by), null, steps, db);
            // One that is being sent at this moment went out under the rule before.
            if (await watch.Follow(post, demand, before.IsCleared(stood.State), steps, db, ct))
                await news.Tell(post, stood, Standing.Of(demand, post.Edition, steps), steps, by, db, ct);
        }
    }

    private async Task<PlanOutcome> Say(
        WorkspaceId workspace, PostId id, ApprovalStepKind kind, Reviewer by, int? edition, string? sentence, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TrySay(workspace, id, kind, by, edition, sentence, ct);
            }
            catch (DbUpdateException) when (tries < MostTries && !ct.IsCancellationRequested)
            {
                // Somebody else spoke, or saved the post, at the same moment: it is looked at again.
            }
        }
    }

    private async Task<PlanOutcome> TrySay(
        WorkspaceId workspace, PostId id, ApprovalStepKind kind, Reviewer by, int? edition, string? sentence, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<Post>().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } post)
            return new PlanOutcome.Conflict(PostRules.NotThere);
        if (edition is { } seen && seen != post.Edition)
            return new PlanOutcome.Conflict(ApprovalRules.OtherEdition);
        var demand = await watch.Demand(workspace, db, ct);
        var steps = await ApprovalWatch.Steps(post, db, ct);
        var before = Standing.Of(demand, post.Edition, steps);
        var state = before.State;
        var rule = kind switch
        {
            ApprovalStepKind.Asked => demand.MayAsk(state),
            ApprovalStepKind.Approved => demand.MayApprove(by, state),
            ApprovalStepKind.ChangesAsked => demand.MayAskForChanges(by, state, sentence, await RemarkBook.AnyOpen(id, by, db, ct)),
        };
        if (rule is not null)
            return new PlanOutcome.Conflict(rule);
        // What waits at its slot for a word may still get it.
        if (!post.IsEditable && !(post.IsOnItsWay && kind == ApprovalStepKind.Approved))
            return new PlanOutcome.Conflict(PostRules.UnderWay);
        if (kind == ApprovalStepKind.Asked && await Flaws(post, db, ct) is [_, ..] flaws)
            return new PlanOutcome.Refused(flaws);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        watch.Say(post, kind, by, sentence, steps, db);
        if (!await watch.Follow(post, demand, demand.IsCleared(state), steps, db, ct))
            return new PlanOutcome.Conflict(PostRules.UnderWay);
        await news.Tell(post, before, Standing.Of(demand, post.Edition, steps), steps, by.Person, db, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new PlanOutcome.Done(post);
    }

    /// <summary>Nobody is asked about what could not go out anyway. When it goes out may be decided later.</summary>
    private async Task<IReadOnlyList<Objection>> Flaws(Post post, DirectinoContext db, CancellationToken ct) =>
        [.. (await PlanFacts.Objections(post, post.Slot, clock.GetUtcNow(), db, ct)).Where(o => o.Field != PostField.Slot)];
}

/// <summary>What became of a change of the rule.</summary>
public abstract record ApprovalRuleOutcome
{
    private ApprovalRuleOutcome() { }

    public sealed record Done(ApprovalKind Kind, int Version) : ApprovalRuleOutcome;

    /// <summary>A rule of <see cref="ApprovalRules"/>, or that somebody changed it meanwhile (<see cref="PostRules"/>).</summary>
    public sealed record Refused(string Rule) : ApprovalRuleOutcome;
}

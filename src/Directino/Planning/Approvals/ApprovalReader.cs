using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Approvals;

/// <summary>Reads rules and the courses of approvals, for pages and endpoints.</summary>
public sealed class ApprovalReader(Database database, ApprovalWatch watch)
{
    /// <summary>The rule, and whom it may name.</summary>
    public async Task<ApprovalRuleView> Rule(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var rule = await db.Set<ApprovalRule>().AsNoTracking().FirstOrDefaultAsync(ct);
        var members = await db.Set<Membership>().AsNoTracking().ToListAsync(ct);
        var names = await Names(members.ConvertAll(m => m.PersonId), db, ct);
        var named = rule?.Approvers.Select(a => a.PersonId).ToHashSet() ?? [];
        return new ApprovalRuleView(
            rule?.Kind ?? ApprovalKind.None, rule?.Version ?? 0,
            [.. members.Where(m => m.Role.Allows(Permission.ApprovePosts)).Select(m => new ApproverView(m.PersonId, names.GetValueOrDefault(m.PersonId, ""), m.Role, named.Contains(m.PersonId)))
                .OrderBy(a => a.Name, StringComparer.CurrentCulture)]);
    }

    /// <summary>What the workspace demands now.</summary>
    public async Task<ApprovalDemand> Demand(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await watch.Demand(workspace, db, ct);
    }

    /// <summary>How a post's approval stands and all that was said; null when there is no such post here.</summary>
    public async Task<ApprovalView?> Find(WorkspaceId workspace, PostId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<Post>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } post)
            return null;
        var demand = await watch.Demand(workspace, db, ct);
        var steps = await ApprovalWatch.Steps(post, db, ct);
        var awaited = demand.Awaited(post.Edition, steps);
        var names = await Names([.. steps.Select(s => s.PersonId).OfType<PersonId>(), .. demand.Approvers], db, ct);
        return new ApprovalView(
            post.Id, post.Edition, demand, demand.Of(post.Edition, steps),
            [.. demand.Approvers.Where(awaited.Contains).Select(a => new PlanAuthor(a, names.GetValueOrDefault(a, ""))).OrderBy(a => a.Name, StringComparer.CurrentCulture)],
            [.. steps.Select(s => new ApprovalWord(s.Kind, s.PersonId is { } p ? names.GetValueOrDefault(p) : s.ClientName, s.PersonId is null, s.Sentence, s.At, s.Edition == post.Edition))]);
    }

    /// <summary>The posts that wait for the word of a member, those that go out first first.</summary>
    public async Task<IReadOnlyList<AwaitedPost>> WaitingFor(PersonId person, WorkspaceId workspace, int count, DirectinoContext db, CancellationToken ct)
    {
        var demand = await watch.Demand(workspace, db, ct);
        if (demand.MayDecide(Reviewer.Member(person)) is not null)
            return [];
        var waiting = db.Set<Post>().Where(p => p.WorkspaceId == workspace && p.Approval == ApprovalState.Waiting);
        if (demand.Kind == ApprovalKind.AllOf)
        {
            var steps = db.Set<ApprovalStep>();
            // Approved by them, and nobody wanted it changed since.
            waiting = waiting.Where(p => !steps.Any(s => s.PostId == p.Id && s.PersonId == person && s.Kind == ApprovalStepKind.Approved && s.Edition == p.Edition
                && !steps.Any(later => later.PostId == p.Id && later.Number > s.Number && later.Kind == ApprovalStepKind.ChangesAsked)));
        }

        return await waiting.OrderBy(p => p.At == null).ThenBy(p => p.At).ThenBy(p => p.Id).Take(count).Select(p => new AwaitedPost(p.Id, p.Caption, p.At)).ToListAsync(ct);
    }

    private static async Task<Dictionary<PersonId, string>> Names(IReadOnlyCollection<PersonId> people, DirectinoContext db, CancellationToken ct)
    {
        var ids = people.Select(p => p.Value).Distinct().ToList();
        return await db.Set<Person>().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => PersonId.Of(p.Id), p => p.DisplayName, ct);
    }
}

/// <summary>The rule of a workspace.</summary>
/// <param name="Kind">Whose word is waited for.</param>
/// <param name="Version">Counts its changes.</param>
/// <param name="Members">All who may be named.</param>
public sealed record ApprovalRuleView(ApprovalKind Kind, int Version, IReadOnlyList<ApproverView> Members);

/// <summary>A member who may be named.</summary>
public sealed record ApproverView(PersonId Person, string Name, Role Role, bool IsNamed);

/// <summary>The course of a post's approval.</summary>
/// <param name="Awaited">The members whose word is still waited for.</param>
/// <param name="Words">What was said, in order.</param>
public sealed record ApprovalView(
    PostId Post, int Edition, ApprovalDemand Demand, ApprovalState State, IReadOnlyList<PlanAuthor> Awaited, IReadOnlyList<ApprovalWord> Words)
{
    /// <summary>Whether a member's word is waited for.</summary>
    public bool Awaits(PersonId person) => Awaited.Any(a => a.Id == person);
}

/// <summary>One thing that was said.</summary>
/// <param name="By">Who; null when they have left the product.</param>
/// <param name="IsOfThisEdition">Whether the post is still what it was then.</param>
public sealed record ApprovalWord(ApprovalStepKind Kind, string? By, bool IsClient, string? Sentence, DateTimeOffset At, bool IsOfThisEdition);

/// <summary>A post that waits for somebody's word.</summary>
public sealed record AwaitedPost(PostId Id, string Caption, DateTimeOffset? At);

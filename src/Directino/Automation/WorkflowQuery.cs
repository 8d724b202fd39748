using Directino.Accounts;
using Directino.Inbox;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Automation;

/// <summary>Workflows with what became of them, counted from their runs and the ledger.</summary>
public static class WorkflowQuery
{
    public static async Task<IReadOnlyList<WorkflowSummary>> All(DirectinoContext db, AccountId? account, CancellationToken ct)
    {
        var rows = db.Set<Workflow>().AsNoTracking();
        if (account is { } one)
            rows = rows.Where(w => w.AccountId == one);
        return await Summaries(db, await rows.OrderBy(w => w.Id).Take(500).ToListAsync(ct), ct);
    }

    public static async Task<WorkflowSummary?> One(DirectinoContext db, WorkflowId id, CancellationToken ct) =>
        (await Summaries(db, await db.Set<Workflow>().AsNoTracking().Where(w => w.Id == id).ToListAsync(ct), ct)) is [var summary] ? summary : null;

    /// <summary>The names of workflows, to say who wrote an automated answer.</summary>
    public static async Task<Dictionary<Guid, string>> Names(DirectinoContext db, CancellationToken ct) =>
        await db.Set<Workflow>().ToDictionaryAsync(w => w.Id.Value, w => w.Name, ct);

    private static async Task<IReadOnlyList<WorkflowSummary>> Summaries(DirectinoContext db, List<Workflow> workflows, CancellationToken ct)
    {
        var ids = workflows.Select(w => w.Id).ToList();
        var accounts = workflows.Select(w => w.AccountId).Distinct().ToList();
        var handles = await db.Set<ConnectedAccount>().Where(a => accounts.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Username, ct);
        var runs = db.Set<WorkflowRun>().Where(r => ids.Contains(r.WorkflowId));
        var acts = db.Set<Act>();
        var conversations = db.Set<Conversation>();

        var matched = await runs.GroupBy(r => r.WorkflowId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var refused = await runs.Where(r => r.Rule != null).GroupBy(r => new { r.WorkflowId, r.Rule })
            .Select(g => new Counted(g.Key.WorkflowId, g.Key.Rule!, g.Count())).ToListAsync(ct);
        var publicly = await runs.Join(acts, r => r.PublicActId, a => a.Id, (r, a) => new { r.WorkflowId, a.State, a.Reason })
            .GroupBy(x => new { x.WorkflowId, x.State, x.Reason }).Select(g => new Step(g.Key.WorkflowId, g.Key.State, g.Key.Reason, g.Count())).ToListAsync(ct);
        var privately = await runs.Join(acts, r => r.PrivateActId, a => a.Id, (r, a) => new { r.WorkflowId, a.State, a.Reason })
            .GroupBy(x => new { x.WorkflowId, x.State, x.Reason }).Select(g => new Step(g.Key.WorkflowId, g.Key.State, g.Key.Reason, g.Count())).ToListAsync(ct);
        var answered = await runs.Join(conversations, r => r.ConversationId, c => c.Id, (r, c) => new { r.WorkflowId, r.At, c.LastInboundAt })
            .Where(x => x.LastInboundAt > x.At).GroupBy(x => x.WorkflowId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);

        return [.. workflows.Select(w => new WorkflowSummary(w, handles.GetValueOrDefault(w.AccountId, ""), new Funnel(
            matched.GetValueOrDefault(w.Id),
            Done(publicly, w.Id),
            Done(privately, w.Id),
            answered.GetValueOrDefault(w.Id),
            Refusals(w.Id, refused, publicly.Concat(privately)))))];
    }

    private static int Done(IEnumerable<Step> steps, WorkflowId id) =>
        steps.Where(s => s.Workflow == id && s.State == ActState.Done).Sum(s => s.Count);

    private static IReadOnlyList<RefusalCount> Refusals(WorkflowId id, IEnumerable<Counted> runs, IEnumerable<Step> steps) =>
        [.. runs.Where(r => r.Workflow == id).Select(r => (r.Rule, r.Count))
            .Concat(steps.Where(s => s.Workflow == id && s.State is (ActState.Refused or ActState.Failed))
                .Select(s => (Rule: s.Reason ?? "", s.Count)))
            .GroupBy(r => r.Rule).Select(g => new RefusalCount(g.Key, g.Sum(r => r.Count))).OrderByDescending(r => r.Count)];

    private sealed record Counted(WorkflowId Workflow, string Rule, int Count);

    private sealed record Step(WorkflowId Workflow, ActState State, string? Reason, int Count);
}

/// <summary>A workflow, whose it is, and what became of the comments it concerned.</summary>
public sealed record WorkflowSummary(Workflow Workflow, string AccountHandle, Funnel Funnel);

/// <summary>Comments that contained the words; public answers sent; private answers sent; people who then wrote; what was refused, by rule.</summary>
public sealed record Funnel(int Matched, int PublicReplies, int PrivateReplies, int AnsweredBack, IReadOnlyList<RefusalCount> Refused);

public sealed record RefusalCount(string Rule, int Count);

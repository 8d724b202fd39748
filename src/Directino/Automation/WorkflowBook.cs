using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Automation;

/// <summary>Makes, changes, switches and removes workflows. Saves.</summary>
public sealed class WorkflowBook(TimeProvider clock)
{
    /// <summary>Adds a workflow that is off. The draft must have no problems; null when the account is not in this workspace.</summary>
    public async Task<Workflow?> Add(DirectinoContext db, WorkflowDraft draft, PersonId by, CancellationToken ct)
    {
        if (await db.Set<ConnectedAccount>().FirstOrDefaultAsync(a => a.Id == draft.AccountId, ct) is not { } account)
            return null;
        var workflow = new Workflow
        {
            Id = WorkflowId.New(clock), WorkspaceId = account.WorkspaceId, AccountId = account.Id, CreatedAt = clock.GetUtcNow(), CreatedBy = by,
            Name = "", Keywords = "", PublicTexts = "", PrivateText = "", Disclosure = "",
        };
        Write(draft, workflow);
        db.Add(workflow);
        await db.SaveChangesAsync(ct);
        return workflow;
    }

    /// <summary>Null when there is no such workflow in this workspace.</summary>
    public static async Task<Workflow?> Change(DirectinoContext db, WorkflowId id, WorkflowDraft draft, CancellationToken ct)
    {
        if (await db.Set<Workflow>().FirstOrDefaultAsync(w => w.Id == id, ct) is not { } workflow)
            return null;
        Write(draft, workflow);
        await db.SaveChangesAsync(ct);
        return workflow;
    }

    /// <summary>On answers comments written from now; off answers none. False when there is no such workflow.</summary>
    public async Task<bool> Switch(DirectinoContext db, WorkflowId id, bool on, CancellationToken ct)
    {
        if (await db.Set<Workflow>().FirstOrDefaultAsync(w => w.Id == id, ct) is not { } workflow)
            return false;
        if (on != workflow.IsOn)
            workflow.OnSince = on ? clock.GetUtcNow() : null;
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Removes a workflow and its runs; what it sent stays in the inbox and in the ledger. False when there is none.</summary>
    public static async Task<bool> Remove(DirectinoContext db, WorkflowId id, CancellationToken ct)
    {
        if (await db.Set<Workflow>().FirstOrDefaultAsync(w => w.Id == id, ct) is not { } workflow)
            return false;
        db.RemoveRange(await db.Set<WorkflowRun>().Where(r => r.WorkflowId == id).ToListAsync(ct));
        db.Remove(workflow);
        await db.SaveChangesAsync(ct);
        return true;
    }

    private static void Write(WorkflowDraft draft, Workflow workflow)
    {
        if (draft.Problems() is { Count: > 0 } problems)
            throw new InvalidOperationException($"A workflow with a problem ({problems[0].Name}) is not kept.");
        workflow.Name = draft.Name.Trim();
        workflow.Keywords = string.Join('\n', WorkflowDraft.Said(draft.Keywords));
        workflow.MediaId = string.IsNullOrWhiteSpace(draft.MediaId) ? null : draft.MediaId.Trim();
        workflow.PublicTexts = string.Join('\n', WorkflowDraft.Said(draft.PublicTexts));
        workflow.PrivateText = draft.PrivateText.ReplaceLineEndings("\n").Trim();
        workflow.Disclosure = draft.Disclosure.ReplaceLineEndings(" ").Trim();
    }
}

using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Automation;

/// <summary>A workflow by the name its author gave it, for the ledger.</summary>
internal sealed class WorkflowNames : ICauseNames
{
    public CauseKind Kind => CauseKind.Workflow;

    public async Task<IReadOnlyDictionary<Guid, string>> Of(DirectinoContext db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        WorkflowId[] wanted = [.. ids.Select(WorkflowId.Of)];
        return await db.Set<Workflow>().Where(w => wanted.Contains(w.Id)).ToDictionaryAsync(w => w.Id.Value, w => w.Name, ct);
    }
}

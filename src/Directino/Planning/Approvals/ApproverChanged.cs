using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Approvals;

/// <summary>Where every named member is waited for and one leaves, or may no longer approve, the others' word is enough.</summary>
internal sealed class ApproverChanged(ApprovalWatch watch, ApprovalNews news) : IMemberChanged
{
    public async Task Changed(WorkspaceId workspace, PersonId person, DirectinoContext db, CancellationToken ct)
    {
        var demand = await watch.Demand(workspace, db, ct);
        if (demand.Kind != ApprovalKind.AllOf)
            return;
        foreach (var post in await db.Set<Post>().Where(p => p.WorkspaceId == workspace && (p.Approval == ApprovalState.Waiting || p.Approval == ApprovalState.Approved)
            && p.State != PostState.Published && p.State != PostState.Unknown).ToListAsync(ct))
        {
            var steps = await ApprovalWatch.Steps(post, db, ct);
            var (before, after) = (post.Approval, Standing.Of(demand, post.Edition, steps));
            if (after.State != before && await watch.Follow(post, demand, before == ApprovalState.Approved, steps, db, ct))
                await news.Tell(post, after with { State = before }, after, steps, null, db, ct);
        }
    }
}

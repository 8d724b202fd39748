using Directino.Inbox;

namespace Directino.Automation;

/// <summary>Which workflows a comment concerns, the one that answers first: most specific, then oldest.</summary>
public static class WorkflowChoice
{
    public static IReadOnlyList<Workflow> For(Comment comment, IEnumerable<Workflow> workflows) =>
        [.. workflows
            .Where(w => w.MediaId is null || w.MediaId == comment.MediaId)
            .Select(w => (Workflow: w, Word: Keywords.Found(comment.Text, w.KeywordList)))
            .Where(m => m.Word is not null)
            .OrderByDescending(m => m.Workflow.MediaId is not null)
            .ThenByDescending(m => m.Word!.Length)
            .ThenBy(m => m.Workflow.CreatedAt)
            .ThenBy(m => m.Workflow.Id.Value)
            .Select(m => m.Workflow)];
}

using Directino.Labels;
using Directino.Planning;
using Directino.Web.Access;
using Directino.Web.Layout;
using Directino.Web.Planning;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Labels;

/// <summary>What is done with labels on pages, said in words. One per circuit.</summary>
public sealed class LabelDesk(LabelBook book, Planner planner, PlanningText text, Toasts toasts, IStringLocalizer<PlanningWords> words)
{
    /// <summary>The rule that forbids it in words; null when it was done.</summary>
    public async Task<string?> Add(Visitor visitor, string? name, LabelColor color, CancellationToken ct) => Said(await book.Add(visitor.Workspace, name, color, ct));

    public async Task<string?> Change(Visitor visitor, Label label, string? name, LabelColor? color, CancellationToken ct) =>
        Said(await book.Change(visitor.Workspace, label.Id, name, color, ct));

    public async Task Remove(Visitor visitor, Label label, CancellationToken ct)
    {
        if (await book.Remove(visitor.Workspace, label.Id, ct) is not { } removed)
            return;
        toasts.Say(words["LabelRemoved", removed.Label.Name], async () =>
        {
            if (Said(await book.Restore(removed, CancellationToken.None)) is { } rule)
                toasts.Say(rule);
        });
    }

    /// <summary>Puts a label on a post, or takes it off.</summary>
    public async Task Turn(Visitor visitor, Post post, Label label, CancellationToken ct)
    {
        // Labels are sorted by, not written: what somebody else changes about the post meanwhile is not touched.
        if (await planner.SetLabels(visitor.Workspace, post.Id, PostSorting.Of(post).Turned(label.Id).Labels, null, ct) is PlanOutcome.Conflict conflict)
            toasts.Say(text.Rule(conflict.Rule));
    }

    private string? Said(LabelOutcome outcome) => outcome is LabelOutcome.Refused refused ? text.Rule(refused.Rule) : null;
}

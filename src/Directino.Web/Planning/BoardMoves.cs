using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Web.Access;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Planning;

/// <summary>Moves posts from column to column of the board where that means something, says so, and takes it back. One per circuit.</summary>
public sealed class BoardMoves(Planner planner, ApprovalBook approvals, PlanningText text, Times times, Toasts toasts, IStringLocalizer<PlanningWords> words)
{
    /// <summary>The columns a post may be moved to. Nothing is published, and nothing fails, by being moved.</summary>
    /// <param name="asks">Whether the workspace waits for somebody's word.</param>
    public static IReadOnlyList<BoardColumn> To(PlannedPost post, bool asks, bool mayWrite, bool maySchedule)
    {
        var to = new List<BoardColumn>();
        if (maySchedule && post.State is PostState.Scheduled or PostState.Failed or PostState.Missed)
            to.Add(BoardColumn.Draft);
        if (asks && mayWrite && post is { State: PostState.Draft, Approval: not (ApprovalState.Waiting or ApprovalState.Approved) })
            to.Add(BoardColumn.Waiting);
        // A post that waits for a word would wait in its column still.
        if (maySchedule && post.State is PostState.Draft or PostState.Failed or PostState.Missed && BoardColumns.Of(post) != BoardColumn.Waiting)
            to.Add(BoardColumn.Scheduled);
        return to;
    }

    public async Task Move(Visitor visitor, PlannedPost post, BoardColumn column, CancellationToken ct)
    {
        var outcome = await Do(visitor, post, column, ct);
        switch (outcome)
        {
            case PlanOutcome.Done done:
                toasts.Say(words["MovedTo", text.Title(post.Beginning), words[$"Column{BoardColumns.Of(post with { State = done.Post.State, Approval = done.Post.Approval, Reason = done.Post.Reason })}"]], Back(visitor, post, done.Post));
                break;
            case PlanOutcome.Refused { NextTime: { } next, Objections: [var full, ..] }:
                toasts.Say(
                    words["NotMoved", text.Objection(full, PostContent.Empty)], () => planner.Schedule(visitor.Workspace, post.Id, next, visitor.Person, post.Version, CancellationToken.None),
                    words["TakeTime", times.Say(next, post.TimeZone ?? "UTC")]);
                break;
            case PlanOutcome.Refused { Objections: [var first, ..] }:
                toasts.Say(words["NotMoved", text.Objection(first, PostContent.Empty)]);
                break;
            case PlanOutcome.Conflict conflict:
                toasts.Say(words["NotMoved", text.Rule(conflict.Rule)]);
                break;
        }
    }

    private Task<PlanOutcome> Do(Visitor visitor, PlannedPost post, BoardColumn column, CancellationToken ct) => column switch
    {
        BoardColumn.Draft => planner.Withdraw(visitor.Workspace, post.Id, post.Version, ct),
        BoardColumn.Waiting => approvals.Ask(visitor.Workspace, post.Id, visitor.Person, null, ct),
        BoardColumn.Scheduled when post.At is { } at => planner.Schedule(visitor.Workspace, post.Id, at, visitor.Person, post.Version, ct),
        BoardColumn.Scheduled => Task.FromResult<PlanOutcome>(new PlanOutcome.Refused([new Objection(PostField.Slot, PostRules.SlotMissing)])),
        BoardColumn.Published or BoardColumn.Trouble => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    private Func<Task>? Back(Visitor visitor, PlannedPost was, Post now) => (was.State, now.State) switch
    {
        (PostState.Draft, PostState.Scheduled) => () => planner.Withdraw(visitor.Workspace, was.Id, now.Version, CancellationToken.None),
        (PostState.Scheduled, PostState.Draft) => () => planner.Schedule(visitor.Workspace, was.Id, was.At!.Value, visitor.Person, now.Version, CancellationToken.None),
        _ => null,
    };
}

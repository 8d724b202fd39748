using Directino.Accounts;
using Directino.Inbox;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Directino.Automation;

/// <summary>
/// Answers a comment in the transaction that stores it: the run and the intents of both answers are there with the
/// comment, or none of them is.
/// </summary>
internal sealed class AnswerComment(Answers answers, IOptions<AutomationOptions> options, TimeProvider clock) : ICommentArrived
{
    public async Task Arrived(Comment comment, Follower? author, ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        if (comment.IsOurs || string.IsNullOrWhiteSpace(comment.Text))
            return;
        var on = await db.Set<Workflow>().Where(w => w.AccountId == account.Id && w.OnSince != null).ToListAsync(ct);
        var choice = WorkflowChoice.For(comment, on);
        if (choice.Count == 0 || await db.Set<WorkflowRun>().AnyAsync(r => r.CommentId == comment.Id, ct))
            return;

        // What keeps the first from answering keeps all from it, but for the moment it was switched on.
        foreach (var workflow in choice)
        {
            var rule = await WhyNot(workflow, comment, author, db, ct);
            var run = Run(workflow, comment, rule);
            db.Add(run);
            if (rule is not null)
                continue;
            await Answer(workflow, run, comment, author, account, db, ct);
            break;
        }
    }

    private async Task Answer(
        Workflow workflow, WorkflowRun run, Comment comment, Follower? author, ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        var text = Wording.Public(workflow.PublicTextList, workflow.Answered, author?.Name, author?.Username);
        workflow.Answered++;
        if (text is not null)
        {
            var cause = Cause.Workflow(workflow.Id.Value, $"public-reply {run.Id}");
            run.PublicActId = (await answers.Reply(db, account, comment, text, cause, $"workflow-reply:{run.Id}", ct))?.ActId;
        }

        if (Wording.Private(workflow, author) is { } message)
        {
            var cause = Cause.Workflow(workflow.Id.Value, $"private-reply {run.Id}");
            var sent = await answers.ReplyInPrivate(db, account, comment, message, cause, ct);
            run.PrivateActId = sent?.ActId;
            run.ConversationId = sent?.ConversationId;
        }
    }

    private async Task<string?> WhyNot(Workflow workflow, Comment comment, Follower? author, DirectinoContext db, CancellationToken ct)
    {
        // A webhook's time has no fractions of a second.
        if (comment.At + TimeSpan.FromSeconds(1) < workflow.OnSince)
            return AutomationRules.BeforeSwitch;
        if (clock.GetUtcNow() - comment.At > options.Value.AnswerUntil)
            return AutomationRules.TooLate;
        if (author?.OptedOutAt is not null)
            return InboxRules.OptedOut;
        if (comment.ParentId is not null && await HasSpoken(comment, db, ct))
            return AutomationRules.OwnThread;
        return author is not null && await HasAnswered(author, comment, db, ct) ? AutomationRules.PersonAnswered : null;
    }

    // Reading back stores many comments at once: what is not saved yet counts, too.
    private static async Task<bool> HasSpoken(Comment comment, DirectinoContext db, CancellationToken ct) =>
        db.Set<Comment>().Local.Any(c => c.ConversationId == comment.ConversationId && c.IsOurs && c.IsAutomated)
        || await db.Set<Comment>().AnyAsync(c => c.ConversationId == comment.ConversationId && c.IsOurs && c.IsAutomated, ct);

    private static async Task<bool> HasAnswered(Follower author, Comment comment, DirectinoContext db, CancellationToken ct) =>
        db.Set<WorkflowRun>().Local.Any(r => r.FollowerId == author.Id && r.MediaId == comment.MediaId && r.Outcome == RunOutcome.Answered)
        || await db.Set<WorkflowRun>().AnyAsync(
            r => r.AccountId == comment.AccountId && r.FollowerId == author.Id && r.MediaId == comment.MediaId && r.Outcome == RunOutcome.Answered, ct);

    private WorkflowRun Run(Workflow workflow, Comment comment, string? rule) => new()
    {
        Id = WorkflowRunId.New(clock),
        WorkspaceId = comment.WorkspaceId,
        WorkflowId = workflow.Id,
        CommentId = comment.Id,
        AccountId = comment.AccountId,
        FollowerId = comment.FollowerId,
        MediaId = comment.MediaId,
        At = clock.GetUtcNow(),
        Outcome = rule is null ? RunOutcome.Answered : RunOutcome.Refused,
        Rule = rule,
    };
}

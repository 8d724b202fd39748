using Directino.Accounts;
using Directino.Inbox;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Automation;

/// <summary>
/// Plays a draft over the comments of the last 30 days: who would have got what, and which rule would have refused whom.
/// Changes nothing and asks Instagram nothing.
/// </summary>
public sealed class Rehearsal(TimeProvider clock)
{
    private static readonly TimeSpan Span = TimeSpan.FromDays(30);
    private const int Most = 5000;

    /// <summary><paramref name="replaces"/>: the workflow the draft is a change of; it then takes its place among the others.</summary>
    public async Task<RehearsalReport> Play(DirectinoContext db, WorkflowDraft draft, WorkflowId? replaces, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - Span;
        var comments = await db.Set<Comment>().AsNoTracking()
            .Where(c => c.AccountId == draft.AccountId && c.At >= since && !c.IsOurs && c.Text != null)
            .OrderByDescending(c => c.At).Take(Most).ToListAsync(ct);
        comments.Reverse();
        var others = await db.Set<Workflow>().AsNoTracking().Where(w => w.AccountId == draft.AccountId && w.OnSince != null).ToListAsync(ct);
        var rehearsed = Of(draft, others.FirstOrDefault(w => w.Id == replaces));
        var all = others.Where(w => w.Id != replaces).Append(rehearsed).ToList();
        var matched = comments.Select(c => (Comment: c, Choice: WorkflowChoice.For(c, all))).Where(m => m.Choice.Contains(rehearsed)).ToList();
        var ids = matched.Where(m => m.Comment.FollowerId is not null).Select(m => m.Comment.FollowerId!.Value).Distinct().ToList();
        var people = await db.Set<Follower>().AsNoTracking().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, ct);

        var lines = new List<RehearsedComment>();
        var answered = new HashSet<(FollowerId?, string?)>();
        var threads = new HashSet<ConversationId>();
        foreach (var (comment, choice) in matched)
        {
            var person = comment.FollowerId is { } id ? people.GetValueOrDefault(id) : null;
            var rule = person?.OptedOutAt is { } optedOut && optedOut <= comment.At ? InboxRules.OptedOut
                : comment.ParentId is not null && threads.Contains(comment.ConversationId) ? AutomationRules.OwnThread
                : person is not null && answered.Contains((person.Id, comment.MediaId)) ? AutomationRules.PersonAnswered
                : choice[0] != rehearsed ? AutomationRules.OtherWorkflow
                : null;
            var turn = lines.Count(l => l.Rule is null);
            lines.Add(new RehearsedComment(
                comment.Id, comment.ConversationId, comment.At, person?.Username ?? person?.Name, comment.Text!, rule,
                rule is null ? Wording.Public(rehearsed.PublicTextList, turn, person?.Name, person?.Username) : null,
                rule is null && person is not null ? Wording.Private(rehearsed, person) : null));
            if (rule is not (null or AutomationRules.OtherWorkflow))
                continue;
            answered.Add((person?.Id, comment.MediaId));
            threads.Add(comment.ConversationId);
        }

        lines.Reverse();
        return new RehearsalReport(
            comments.Count, lines.Count, lines.Count(l => l.Rule is null),
            [.. lines.Where(l => l.Rule is not null).GroupBy(l => l.Rule!).Select(g => new RefusalCount(g.Key, g.Count())).OrderByDescending(r => r.Count)],
            lines);
    }

    private Workflow Of(WorkflowDraft draft, Workflow? before) => new()
    {
        Id = before?.Id ?? WorkflowId.New(clock),
        WorkspaceId = before?.WorkspaceId ?? WorkspaceId.New(clock),
        AccountId = draft.AccountId,
        Name = draft.Name,
        Keywords = string.Join('\n', WorkflowDraft.Said(draft.Keywords)),
        MediaId = string.IsNullOrWhiteSpace(draft.MediaId) ? null : draft.MediaId,
        PublicTexts = string.Join('\n', WorkflowDraft.Said(draft.PublicTexts)),
        PrivateText = draft.PrivateText,
        Disclosure = draft.Disclosure,
        CreatedAt = before?.CreatedAt ?? clock.GetUtcNow(),
        CreatedBy = before?.CreatedBy ?? PersonId.New(clock),
    };
}

/// <summary>How a draft would have done. <paramref name="Lines"/>: newest first.</summary>
/// <param name="Comments">Comments of other people in the last 30 days.</param>
/// <param name="Matched">Those that contain the words.</param>
/// <param name="Answered">Those that would have been answered.</param>
/// <param name="Refused">Those that would not, by rule.</param>
public sealed record RehearsalReport(
    int Comments, int Matched, int Answered, IReadOnlyList<RefusalCount> Refused, IReadOnlyList<RehearsedComment> Lines);

/// <summary>One comment as the draft would have met it.</summary>
public sealed record RehearsedComment(
    CommentId Comment, ConversationId Conversation, DateTimeOffset At, string? Author, string Text, string? Rule, string? PublicReply, string? PrivateReply);

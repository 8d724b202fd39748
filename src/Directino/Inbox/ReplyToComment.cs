using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Comments;
using Directino.Instagram.Errors;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Inbox;

/// <summary>What is asked of Instagram: this text as an answer to this comment.</summary>
internal sealed record ReplyRequest(string Comment, string Text);

/// <summary>The public answer to a comment.</summary>
internal sealed class ReplyToComment(InstagramClient instagram, Database database) : IActKind
{
    public const string KindName = "reply-to-comment";

    /// <summary>Clocks differ, and Instagram's times have no fractions of a second.</summary>
    internal static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(60);

    public string Name => KindName;

    public async Task<ActResult> Send(Act act, InstagramAccess access, CancellationToken ct)
    {
        var request = LedgerJson.Read<ReplyRequest>(act);
        return new ActResult(await instagram.Comments.Reply(access, request.Comment, request.Text, ct));
    }

    public ActVerdict? Judge(Act act, InstagramException error, DateTimeOffset now) =>
        error is ObjectGoneException ? new ActVerdict.Fail(InboxRules.CommentGone) : null;

    public async Task<ActSighting> LookUp(Act act, InstagramAccess access, CancellationToken ct)
    {
        var request = LedgerJson.Read<ReplyRequest>(act);
        await using var db = database.Open(act.WorkspaceId);
        var row = await db.Set<Comment>().AsNoTracking().FirstOrDefaultAsync(c => c.ActId == act.Id, ct);
        if (row?.InstagramId is { } arrived)
            return new ActSighting.Found(new ActResult(arrived));

        var since = (act.SendingSince ?? act.CreatedAt) - ClockTolerance;
        try
        {
            // Replies stand under the top-level comment, also those to a reply.
            var root = row?.ParentId ?? request.Comment;
            string? after = null;
            do
            {
                var page = await instagram.Comments.Replies(access, root, after: after, cancellation: ct);
                foreach (var reply in page.Items.Where(r => IsOurs(r, access) && r.Text == request.Text && (r.Timestamp is null || r.Timestamp >= since)))
                {
                    if (!await db.Set<Comment>().AnyAsync(c => c.AccountId == act.AccountId && c.InstagramId == reply.Id && c.ActId != null && c.ActId != act.Id, ct))
                        return new ActSighting.Found(new ActResult(reply.Id));
                }

                after = page.After;
            }
            while (after is not null);
        }
        catch (ObjectGoneException)
        {
            // With the comment all its answers went.
            return new ActSighting.Absent();
        }

        return new ActSighting.Absent();
    }

    public async Task<Refusal?> Check(Act act, ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        var request = LedgerJson.Read<ReplyRequest>(act);
        if (request.Text.Length > Comment.LongestText)
            return new Refusal(InboxRules.TextTooLong);
        var comment = await db.Set<Comment>().AsNoTracking()
            .FirstOrDefaultAsync(c => c.AccountId == act.AccountId && c.InstagramId == request.Comment, ct);
        if (comment is null)
            return new Refusal(InboxRules.CommentGone);
        if (act.Cause.IsAutomatic && await OptOuts.Holds(db, comment.FollowerId, ct))
            return new Refusal(InboxRules.OptedOut);
        return WhyNot(comment);
    }

    public async Task Settle(Act act, ActResult? result, DirectinoContext db, CancellationToken ct)
    {
        if (await db.Set<Comment>().FirstOrDefaultAsync(c => c.ActId == act.Id, ct) is not { } row)
            return;
        row.State = Delivery.Of(act);
        row.Reason = act.Reason;
        if (act.Reason == InboxRules.CommentGone && act.State == ActState.Failed)
            await MarkGone(act, db, ct);
        if (act.State != ActState.Done)
            return;
        await TakeId(row, act.InstagramId, db, ct);
        var conversation = await db.Set<Conversation>().FirstAsync(c => c.Id == row.ConversationId, ct);
        conversation.Outbound(act.EndedAt ?? row.At, row.Text, row.IsAutomated);
    }

    /// <summary>What can be said without asking Instagram; also shown beside the button.</summary>
    public static Refusal? WhyNot(Comment comment) =>
        comment.IsOurs && comment.ParentId is null ? new Refusal(InboxRules.OwnComment)
        : comment.GoneAt is not null ? new Refusal(InboxRules.CommentGone)
        : comment.IsHidden ? new Refusal(InboxRules.CommentHidden)
        : comment.IsLive ? new Refusal(InboxRules.CommentLive)
        : null;

    private static bool IsOurs(InstagramComment reply, InstagramAccess access) => reply.FromId is null || reply.FromId == access.AccountId;

    private static async Task MarkGone(Act act, DirectinoContext db, CancellationToken ct)
    {
        var target = LedgerJson.Read<ReplyRequest>(act).Comment;
        if (await db.Set<Comment>().FirstOrDefaultAsync(c => c.AccountId == act.AccountId && c.InstagramId == target, ct) is { } gone)
            gone.GoneAt ??= act.EndedAt;
    }

    /// <summary>Its webhook may have come first and may have been taken for a comment of its own, or for another answer with the same words.</summary>
    private static async Task TakeId(Comment row, string? id, DirectinoContext db, CancellationToken ct)
    {
        if (id is null || row.InstagramId == id)
            return;
        var other = await db.Set<Comment>().FirstOrDefaultAsync(c => c.AccountId == row.AccountId && c.InstagramId == id && c.Id != row.Id, ct);
        if (other is { ActId: null })
            db.Remove(other);
        else if (other is not null)
            (other.InstagramId, other.State) = (row.InstagramId, row.InstagramId is null ? DeliveryState.Unknown : other.State);
        row.InstagramId = id;
    }
}

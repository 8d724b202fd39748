using Directino.Accounts;
using Directino.Instagram.Comments;
using Directino.Instagram.Webhooks;
using Directino.Intake;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Inbox;

/// <summary>
/// Stores comments, from webhooks and from reading back. Idempotent by Instagram's comment id. The account's own comments
/// are answers of ours wherever they were written, and never set anything off.
/// </summary>
internal sealed class CommentIntake(InboxBook book, IEnumerable<ICommentArrived> listeners, TimeProvider clock)
{
    public async Task Take(WebhookComment inbound, IntakeEvent received, ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        var seen = new SeenComment(
            inbound.Id!, inbound.ParentId, inbound.OriginalMediaId ?? inbound.MediaId, inbound.FromId, inbound.FromUsername, inbound.Text,
            received.OccurredAt > DateTimeOffset.UnixEpoch ? received.OccurredAt : received.ReceivedAt,
            TimeIsExact: false, IsOurs: inbound.IsOwn(account.InstagramId),
            IsLive: inbound.Field == "live_comments", IsHidden: false, IsNews: true);
        await Store(seen, account, db, ct);
    }

    public Task TakeBack(InstagramComment read, string mediaId, bool isNews, ConnectedAccount account, DirectinoContext db, CancellationToken ct) =>
        Store(
            new SeenComment(
                read.Id, read.ParentId, read.MediaId ?? mediaId, read.FromId, read.Username, read.Text, read.Timestamp ?? clock.GetUtcNow(),
                TimeIsExact: read.Timestamp is not null,
                IsOurs: read.FromId is { } from ? from == account.InstagramId : read.Username == account.Username,
                IsLive: false, IsHidden: read.Hidden == true, isNews),
            account, db, ct);

    private async Task Store(SeenComment seen, ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        var known = db.Set<Comment>().Local.FirstOrDefault(c => c.AccountId == account.Id && c.InstagramId == seen.Id)
            ?? await db.Set<Comment>().FirstOrDefaultAsync(c => c.AccountId == account.Id && c.InstagramId == seen.Id, ct);
        if (known is not null)
        {
            Complete(known, seen);
            return;
        }

        var post = seen.MediaId is { } media ? await book.Post(db, account, media, ct) : null;
        if (seen.IsOurs)
        {
            await StoreOurs(seen, post, account, db, ct);
            return;
        }

        var author = seen.FromId is { } id ? await book.Person(db, account, id, seen.Username, ct) : null;
        var conversation = await book.Comments(db, account, seen.ParentId ?? seen.Id, seen.ParentId is null ? author : null, post, ct);
        // The person of the line is who began it; an answer may arrive first.
        conversation.FollowerId ??= author?.Id;
        var comment = Row(seen, conversation, account, author, DeliveryState.Received);
        db.Add(comment);
        conversation.Inbound(comment.At, comment.Text, seen.IsNews);
        foreach (var listener in listeners)
            await listener.Arrived(comment, author, account, db, ct);
    }

    private async Task StoreOurs(SeenComment seen, CommentedPost? post, ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        // A comment of the account's own under its own post begins nothing that needs an answer.
        var conversation = await book.Comments(db, account, seen.ParentId ?? seen.Id, null, post, ct);
        var sent = await InFlight(seen, conversation, db, ct);
        if (sent is not null)
        {
            sent.InstagramId = seen.Id;
            sent.State = DeliveryState.Sent;
            Complete(sent, seen);
            return;
        }

        var comment = Row(seen, conversation, account, null, DeliveryState.Sent);
        db.Add(comment);
        conversation.Outbound(comment.At, comment.Text, automated: false);
    }

    /// <summary>The answer of ours whose act is at Instagram right now, or was when its answer got lost: this is it arriving on the other way.</summary>
    private static async Task<Comment?> InFlight(SeenComment seen, Conversation conversation, DirectinoContext db, CancellationToken ct)
    {
        var sent = db.Set<Comment>();
        return await sent
            .Where(c => c.ConversationId == conversation.Id && c.IsOurs && c.InstagramId == null && c.Text == seen.Text)
            .Where(c => db.Set<Act>().Any(a => a.Id == c.ActId && (a.State == ActState.Sending || a.State == ActState.Unknown)))
            .OrderBy(c => c.At).FirstOrDefaultAsync(ct);
    }

    private Comment Row(SeenComment seen, Conversation conversation, ConnectedAccount account, Follower? author, DeliveryState state) => new()
    {
        Id = CommentId.New(clock),
        WorkspaceId = account.WorkspaceId,
        AccountId = account.Id,
        ConversationId = conversation.Id,
        InstagramId = seen.Id,
        ParentId = seen.ParentId,
        MediaId = seen.MediaId,
        IsOurs = seen.IsOurs,
        IsLive = seen.IsLive,
        IsHidden = seen.IsHidden,
        FollowerId = author?.Id,
        Text = seen.Text,
        At = seen.At,
        TimeIsExact = seen.TimeIsExact,
        State = state,
    };

    private static void Complete(Comment known, SeenComment seen)
    {
        known.Text ??= seen.Text;
        known.IsHidden |= seen.IsHidden;
        known.GoneAt = null;
        if (!seen.TimeIsExact || known.TimeIsExact)
            return;
        known.At = seen.At;
        known.TimeIsExact = true;
    }

    private sealed record SeenComment(
        string Id, string? ParentId, string? MediaId, string? FromId, string? Username, string? Text, DateTimeOffset At,
        bool TimeIsExact, bool IsOurs, bool IsLive, bool IsHidden, bool IsNews);
}

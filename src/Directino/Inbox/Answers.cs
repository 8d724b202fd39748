using Directino.Accounts;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Inbox;

/// <summary>
/// Writes answers: the row people see and the intent that sends it, in the caller's context; the caller saves.
/// Whether it may be sent is decided at the gate, whoever asked for it.
/// </summary>
public sealed class Answers(LedgerBook ledger, InboxBook book, TimeProvider clock)
{
    /// <summary>Answers a comment in public. <paramref name="onceKey"/> makes a repeated wish the same wish: null is then returned.</summary>
    public async Task<Comment?> Reply(
        DirectinoContext db, ConnectedAccount account, Comment comment, string text, Cause cause, string? onceKey = null, CancellationToken ct = default)
    {
        if (comment.InstagramId is not { } target)
            throw new InvalidOperationException("A comment that is still being sent cannot be answered.");
        var id = CommentId.New(clock);
        var act = await ledger.Intend(
            db, account, ReplyToComment.KindName, Capability.Comments, cause, comment.ConversationId.Value, new ReplyRequest(target, text),
            onceKey ?? $"{ReplyToComment.KindName}:{id}", await InstagramIdOf(db, comment.FollowerId, ct), ct: ct);
        if (act is null)
            return null;
        var row = new Comment
        {
            Id = id,
            WorkspaceId = account.WorkspaceId,
            AccountId = account.Id,
            ConversationId = comment.ConversationId,
            ParentId = comment.RootId,
            MediaId = comment.MediaId,
            IsOurs = true,
            Text = text,
            At = clock.GetUtcNow(),
            State = DeliveryState.Sending,
            ActId = act.Id,
            IsAutomated = cause.IsAutomatic,
            AuthorKind = cause.Kind,
            AuthorId = cause.Id,
        };
        db.Add(row);
        if (await Thread(db, comment.ConversationId, ct) is { } conversation)
            conversation.Show(row.At, text, ours: true);
        return row;
    }

    /// <summary>Sends the one private message this comment allows. Null when it was already wished for.</summary>
    public async Task<Message?> ReplyInPrivate(
        DirectinoContext db, ConnectedAccount account, Comment comment, string text, Cause cause, CancellationToken ct)
    {
        if (comment.InstagramId is not { } target || await Author(db, comment, ct) is not { } person)
            return null;
        var conversation = await book.Messages(db, account, person, ct);
        var act = await ledger.Intend(
            db, account, PrivateReply.KindName, Capability.Comments, cause, conversation.Id.Value,
            new PrivateReplyRequest(target, person.InstagramId, text), PrivateReply.OnceKey(comment.Id), person.InstagramId, ct: ct);
        return act is null ? null : Row(db, account, conversation, text, cause, act, MessageId.New(clock), comment.Id);
    }

    /// <summary>Writes to a person. <paramref name="onceKey"/> as in <see cref="Reply"/>.</summary>
    public async Task<Message?> Send(
        DirectinoContext db, ConnectedAccount account, Conversation conversation, string text, Cause cause, string? onceKey = null, CancellationToken ct = default)
    {
        var id = MessageId.New(clock);
        var act = await ledger.Intend(
            db, account, SendMessage.KindName, Capability.Messages, cause, conversation.Id.Value, new SendRequest(conversation.Key, text),
            onceKey ?? $"{SendMessage.KindName}:{id}", conversation.Key, ct: ct);
        return act is null ? null : Row(db, account, conversation, text, cause, act, id, null);
    }

    private Message Row(
        DirectinoContext db, ConnectedAccount account, Conversation conversation, string text, Cause cause, Act act, MessageId id, CommentId? comment)
    {
        var row = new Message
        {
            Id = id,
            WorkspaceId = account.WorkspaceId,
            AccountId = account.Id,
            ConversationId = conversation.Id,
            IsOurs = true,
            State = DeliveryState.Sending,
            Text = text,
            CommentId = comment,
            At = clock.GetUtcNow(),
            ActId = act.Id,
            IsAutomated = cause.IsAutomatic,
            AuthorKind = cause.Kind,
            AuthorId = cause.Id,
        };
        db.Add(row);
        conversation.Show(row.At, text, ours: true);
        return row;
    }

    private static async Task<Conversation?> Thread(DirectinoContext db, ConversationId id, CancellationToken ct) =>
        db.Set<Conversation>().Local.FirstOrDefault(c => c.Id == id) ?? await db.Set<Conversation>().FirstOrDefaultAsync(c => c.Id == id, ct);

    private static async Task<Follower?> Author(DirectinoContext db, Comment comment, CancellationToken ct) =>
        comment.FollowerId is not { } id ? null
        : db.Set<Follower>().Local.FirstOrDefault(f => f.Id == id) ?? await db.Set<Follower>().FirstOrDefaultAsync(f => f.Id == id, ct);

    private static async Task<string?> InstagramIdOf(DirectinoContext db, FollowerId? person, CancellationToken ct) =>
        person is not { } id ? null
        : db.Set<Follower>().Local.FirstOrDefault(f => f.Id == id)?.InstagramId
            ?? await db.Set<Follower>().Where(f => f.Id == id).Select(f => f.InstagramId).FirstOrDefaultAsync(ct);
}

using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Comments;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Directino.Inbox;

/// <summary>The steps of <see cref="SyncInbox"/>; each is a call or a few.</summary>
internal sealed class SyncSteps(
    InstagramClient instagram, CommentIntake comments, MessageArrival arrival, InboxBook book, IOptions<InboxOptions> options, TimeProvider clock)
{
    /// <summary>Instagram gives details of this many of a conversation's newest messages.</summary>
    private const int Readable = 20;

    /// <summary>Pages of 50 comments read of one post in a round.</summary>
    private const int MostPages = 4;

    /// <summary>Which of the newest posts have other comments than when they were last read.</summary>
    public async Task FindPosts(InboxSync sync, ConnectedAccount account, InstagramAccess token, DirectinoContext db, CancellationToken ct)
    {
        var media = await instagram.Media.List(token, options.Value.PostsToSearch, cancellation: ct);
        var ids = media.Items.Select(m => m.Id).ToList();
        var known = await db.Set<CommentedPost>().Where(p => p.AccountId == account.Id && ids.Contains(p.MediaId)).ToDictionaryAsync(p => p.MediaId, ct);
        var now = clock.GetUtcNow();
        var changed = new List<CommentedPostId>();
        foreach (var item in media.Items)
        {
            if (!known.TryGetValue(item.Id, out var post))
            {
                post = new CommentedPost { Id = CommentedPostId.New(clock), WorkspaceId = account.WorkspaceId, AccountId = account.Id, MediaId = item.Id };
                db.Add(post);
            }

            ReadPost.Note(post, item, now);
            if (post.CommentsCounted == item.CommentsCount || (post.CommentsCounted is null && item.CommentsCount == 0))
                continue;
            post.CommentsCounted = item.CommentsCount;
            changed.Add(post.Id);
        }

        sync.Posts = string.Join('\n', changed);
    }

    public async Task FindConversations(InboxSync sync, ConnectedAccount account, InstagramAccess token, CancellationToken ct)
    {
        // A little earlier than the last round began: clocks differ.
        var since = sync.CompleteUntil - TimeSpan.FromMinutes(5);
        var found = new List<string>();
        string? after = null;
        do
        {
            var page = await instagram.Messages.Conversations(token, after, ct);
            found.AddRange(page.Items.Where(c => since is null || c.UpdatedTime is null || c.UpdatedTime >= since).Select(c => c.Id));
            after = page.Items.Count == 0 || page.Items[^1].UpdatedTime < since ? null : page.After;
        }
        while (after is not null && found.Count < options.Value.ConversationsToRead);
        sync.Conversations = string.Join('\n', found.Take(options.Value.ConversationsToRead));
    }

    public async Task ReadComments(
        CommentedPostId id, InboxSync sync, ConnectedAccount account, InstagramAccess token, DirectinoContext db, CancellationToken ct)
    {
        if (await db.Set<CommentedPost>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } post)
            return;
        var read = new List<InstagramComment>();
        string? after = null;
        for (var page = 0; page < MostPages; page++)
        {
            var rows = await instagram.Comments.List(token, post.MediaId, after: after, cancellation: ct);
            read.AddRange(rows.Items);
            after = rows.After;
            if (after is null)
                break;
        }

        // The oldest first, as they would have arrived.
        foreach (var comment in read.SelectMany(c => c.Replies.Prepend(c)).OrderBy(c => c.Timestamp))
            await comments.TakeBack(comment, post.MediaId, IsNews(sync, account, comment.Timestamp), account, db, ct);
    }

    /// <summary>Which of a conversation's newest messages are not here yet.</summary>
    public async Task FindMessages(
        string conversation, InboxSync sync, ConnectedAccount account, InstagramAccess token, DirectinoContext db, CancellationToken ct)
    {
        var newest = (await instagram.Messages.Messages(token, conversation, ct)).Take(Readable).Select(m => m.Id).ToList();
        var known = await db.Set<Message>().Where(m => m.AccountId == account.Id && m.Mid != null && newest.Contains(m.Mid)
            && m.State != DeliveryState.Awaited).Select(m => m.Mid!).ToListAsync(ct);
        sync.Messages = string.Join('\n', newest.Except(known).Reverse());
    }

    public async Task ReadMessage(
        string mid, InboxSync sync, ConnectedAccount account, InstagramAccess token, DirectinoContext db, CancellationToken ct)
    {
        var detail = await instagram.Messages.Message(token, mid, ct);
        var ours = detail.From?.Id == account.InstagramId || (detail.From?.Username is { } from && from == account.Username);
        var other = !ours ? detail.From : detail.To is [var to, ..] ? to : null;
        if (other is null || other.Id == account.InstagramId)
            return;
        var person = await book.Person(db, account, other.Id, other.Username, ct);
        var conversation = await book.Messages(db, account, person, ct);
        var seen = SeenMessage.OfDetail(detail, clock.GetUtcNow(), ours, IsNews(sync, account, detail.CreatedTime));
        await arrival.Arrived(seen, person, conversation, account, db, ct);
    }

    /// <summary>What was written before the account was connected is history: shown, but nobody waits for an answer to it.</summary>
    private static bool IsNews(InboxSync sync, ConnectedAccount account, DateTimeOffset? at) =>
        at is { } written && written > (sync.CompleteUntil ?? account.ConnectedAt) - TimeSpan.FromMinutes(5);
}

using Directino.Accounts;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Inbox;

/// <summary>Finds, or adds in the caller's context, the people, posts and conversations that messages and comments belong to.</summary>
public sealed class InboxBook(DueBook due, TimeProvider clock)
{
    public async Task<Follower> Person(DirectinoContext db, ConnectedAccount account, string instagramId, string? username, CancellationToken ct)
    {
        var person = db.Set<Follower>().Local.FirstOrDefault(f => f.AccountId == account.Id && f.InstagramId == instagramId)
            ?? await db.Set<Follower>().FirstOrDefaultAsync(f => f.AccountId == account.Id && f.InstagramId == instagramId, ct);
        if (person is null)
        {
            person = new Follower
            {
                Id = FollowerId.New(clock),
                WorkspaceId = account.WorkspaceId,
                AccountId = account.Id,
                InstagramId = instagramId,
                FirstSeenAt = clock.GetUtcNow(),
            };
            db.Add(person);
        }

        if (!string.IsNullOrEmpty(username) && person.Username != username)
            person.Username = username;
        return person;
    }

    public Task<Conversation> Messages(DirectinoContext db, ConnectedAccount account, Follower person, CancellationToken ct) =>
        Conversation(db, account, ConversationKind.Messages, person.InstagramId, person.Id, null, ct);

    public Task<Conversation> Comments(
        DirectinoContext db, ConnectedAccount account, string rootCommentId, Follower? person, CommentedPost? post, CancellationToken ct) =>
        Conversation(db, account, ConversationKind.Comments, rootCommentId, person?.Id, post?.Id, ct);

    /// <summary>The post; what it says is read when it is seen for the first time.</summary>
    public async Task<CommentedPost> Post(DirectinoContext db, ConnectedAccount account, string mediaId, CancellationToken ct)
    {
        var post = db.Set<CommentedPost>().Local.FirstOrDefault(p => p.AccountId == account.Id && p.MediaId == mediaId)
            ?? await db.Set<CommentedPost>().FirstOrDefaultAsync(p => p.AccountId == account.Id && p.MediaId == mediaId, ct);
        if (post is not null)
            return post;
        post = new CommentedPost
        {
            Id = CommentedPostId.New(clock), WorkspaceId = account.WorkspaceId, AccountId = account.Id, MediaId = mediaId,
        };
        db.Add(post);
        await due.Set(db, account.WorkspaceId, ReadPost.KindName, post.Id.Value, clock.GetUtcNow(), account.Id, ct);
        return post;
    }

    private async Task<Conversation> Conversation(
        DirectinoContext db, ConnectedAccount account, ConversationKind kind, string key, FollowerId? person, CommentedPostId? post, CancellationToken ct)
    {
        var known = db.Set<Conversation>().Local.FirstOrDefault(c => c.AccountId == account.Id && c.Kind == kind && c.Key == key)
            ?? await db.Set<Conversation>().FirstOrDefaultAsync(c => c.AccountId == account.Id && c.Kind == kind && c.Key == key, ct);
        if (known is null)
        {
            known = new Conversation
            {
                Id = ConversationId.New(clock), WorkspaceId = account.WorkspaceId, AccountId = account.Id, Kind = kind, Key = key,
                // Nothing is in it yet; the first message or comment moves it.
                LastAt = DateTimeOffset.UnixEpoch,
            };
            db.Add(known);
        }

        known.FollowerId ??= person;
        known.PostId ??= post;
        return known;
    }
}

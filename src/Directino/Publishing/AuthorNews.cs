using Directino.Notifications;
using Directino.Persistence;
using Directino.Planning;
using Directino.Planning.ByHand;

namespace Directino.Publishing;

/// <summary>What becomes of a post that does not go out, or may not: it is noted, and who scheduled it is told. In the caller's context; the caller saves.</summary>
internal sealed class AuthorNews(NotificationBook notifications, TimeProvider clock)
{
    /// <inheritdoc cref="Post.Fail"/>
    public Task Fail(Post post, string reason, string? detail, DirectinoContext db, CancellationToken ct, int? item = null)
    {
        post.Fail(reason, detail, clock.GetUtcNow(), item);
        return Tell(post, NotificationKind.PostFailed, reason, db, ct);
    }

    /// <inheritdoc cref="Post.Miss"/>
    public Task Miss(Post post, DirectinoContext db, CancellationToken ct)
    {
        post.Miss(post.Reason, clock.GetUtcNow());
        return Tell(post, NotificationKind.PostFailed, PostRules.TooLate, db, ct);
    }

    /// <summary>What a rehearsal found in its way.</summary>
    public Task Trouble(Post post, string rule, DirectinoContext db, CancellationToken ct) => Tell(post, NotificationKind.PostInTrouble, rule, db, ct);

    /// <summary>It is time to post it by hand, or still is.</summary>
    public Task ByHand(Post post, NotificationKind kind, DirectinoContext db, CancellationToken ct) =>
        notifications.Tell(post.WorkspaceId, post.Hands, new News(kind, post.Id.Value), db, ct);

    /// <summary>Nobody said in time that it was posted by hand.</summary>
    public Task NotConfirmed(Post post, DirectinoContext db, CancellationToken ct)
    {
        post.Miss(HandRules.NotConfirmed, clock.GetUtcNow());
        return notifications.Tell(post.WorkspaceId, post.Hands, new News(NotificationKind.PostFailed, post.Id.Value, Detail: HandRules.NotConfirmed), db, ct);
    }

    private Task Tell(Post post, NotificationKind kind, string rule, DirectinoContext db, CancellationToken ct) =>
        notifications.Tell(post.WorkspaceId, [post.ScheduledBy ?? post.CreatedBy], new News(kind, post.Id.Value, Detail: rule), db, ct);
}

using Directino.Ledger;
using Directino.Notifications;
using Directino.Persistence;
using Directino.Planning;
using Directino.Planning.ByHand;
using Microsoft.EntityFrameworkCore;

namespace Directino.Publishing;

/// <summary>
/// A post that is posted by hand waits for the hand: at its slot its author is told, after <see cref="UntilReminder"/> reminded once, and
/// <see cref="UntilMissed"/> after they were told it is missed. Nothing is asked of Instagram.
/// </summary>
internal sealed class AwaitHand(AuthorNews news, DueBook due, TimeProvider clock) : IDueHandler
{
    public static readonly TimeSpan UntilReminder = TimeSpan.FromHours(4);
    public static readonly TimeSpan UntilMissed = TimeSpan.FromHours(24);

    public string Kind => PostWork.AwaitHand;

    /// <summary>Its slot is here; in the caller's context, the caller saves.</summary>
    public async Task Notify(Post post, DirectinoContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        post.Notify(now);
        await HandStep.Note(post, HandStepKind.Notified, null, now, db, ct);
        await news.ByHand(post, NotificationKind.PostByHand, db, ct);
        await due.Set(db, post.WorkspaceId, PostWork.AwaitHand, post.Id.Value, now + UntilReminder, null, ct);
    }

    public async Task<DateTimeOffset?> Handle(DueItem item, DirectinoContext db, CancellationToken ct)
    {
        var id = PostId.Of(item.SubjectId);
        if (await db.Set<Post>().FirstOrDefaultAsync(p => p.Id == id, ct) is not { State: PostState.Notified } post)
            return null;
        var now = clock.GetUtcNow();
        // Since they were told, not since the slot: after a downtime they have their day all the same.
        var told = await db.Set<HandStep>().Where(s => s.PostId == id && s.Kind == HandStepKind.Notified).MaxAsync(s => s.At, ct);
        if (now >= told + UntilMissed)
        {
            await HandStep.Note(post, HandStepKind.NotConfirmed, null, now, db, ct);
            await news.NotConfirmed(post, db, ct);
            return null;
        }

        if (!await db.Set<HandStep>().AnyAsync(s => s.PostId == id && s.Kind == HandStepKind.Reminded && s.At >= told, ct))
        {
            await HandStep.Note(post, HandStepKind.Reminded, null, now, db, ct);
            await news.ByHand(post, NotificationKind.ByHandReminder, db, ct);
        }

        return told + UntilMissed;
    }
}

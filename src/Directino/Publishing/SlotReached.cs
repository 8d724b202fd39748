using Directino.Ledger;
using Directino.Persistence;
using Directino.Planning;
using Directino.Planning.Approvals;
using Microsoft.EntityFrameworkCore;

namespace Directino.Publishing;

/// <summary>
/// At the slot the post says that it is on its way; from then on this watches that it does not stay so: a post whose grace is over and
/// that is certainly not out is missed, whatever it waited for. One that is posted by hand is handed to its author.
/// </summary>
internal sealed class SlotReached(PublishingRules rules, AwaitHand hand, AuthorNews news, TimeProvider clock) : IDueHandler
{
    public string Kind => PostWork.Slot;

    public async Task<DateTimeOffset?> Handle(DueItem item, DirectinoContext db, CancellationToken ct)
    {
        var id = PostId.Of(item.SubjectId);
        if (await db.Set<Post>().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } post || !post.IsOnItsWay)
            return null;
        var now = clock.GetUtcNow();
        // However late: nobody is surprised by what they post themselves.
        if (post.IsByHand && !await rules.IsUnapproved(post, db, ct))
        {
            await hand.Notify(post, db, ct);
            return null;
        }

        if (!await rules.IsTooLate(post, db, ct))
        {
            // What nobody approved is not on its way: it can still be changed.
            if (await rules.IsUnapproved(post, db, ct))
                post.WaitFor(ApprovalRules.Missing, null, now);
            else
                post.Begin(now);
            return now + TimeSpan.FromMinutes(1);
        }

        // What is being sent or looked for ends by its own answer.
        var acts = await db.Set<Act>().Where(a => a.SubjectId == post.Id.Value && a.EndedAt == null).ToListAsync(ct);
        if (acts.Exists(a => a.Kind == PostWork.Publish && a.State != ActState.Intended))
            return now + TimeSpan.FromMinutes(1);
        foreach (var act in acts.Where(a => a.State == ActState.Intended))
            act.End(ActState.Refused, now, reason: PostRules.TooLate);
        await news.Miss(post, db, ct);
        return null;
    }
}

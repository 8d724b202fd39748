using Directino.Accounts;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Planning;
using Directino.Planning.Approvals;
using Microsoft.EntityFrameworkCore;

namespace Directino.Publishing;

/// <summary>Shortly before its slot a post is prepared; after a downtime it is decided here whether it still goes out.</summary>
internal sealed class PreparePost(Attempts attempts, PublishingRules rules, AuthorNews news, TimeProvider clock) : IDueHandler
{
    public string Kind => PostWork.Prepare;

    public async Task<DateTimeOffset?> Handle(DueItem item, DirectinoContext db, CancellationToken ct)
    {
        var id = PostId.Of(item.SubjectId);
        if (await db.Set<Post>().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } post || !post.IsOnItsWay || post.IsByHand)
            return null;
        var now = clock.GetUtcNow();
        if (await rules.IsTooLate(post, db, ct))
        {
            await news.Miss(post, db, ct);
            return null;
        }

        if (await rules.IsUnapproved(post, db, ct))
        {
            post.WaitFor(ApprovalRules.Missing, null, now);
            return now + TimeSpan.FromMinutes(1);
        }

        if (await rules.PausedUntil(post.AccountId!.Value, db, ct) is { } pause)
        {
            post.WaitFor(pause.Reason, null, now);
            return Earlier(pause.Until, now + TimeSpan.FromMinutes(5));
        }

        var account = await db.Set<ConnectedAccount>().SingleAsync(a => a.Id == post.AccountId, ct);
        return await attempts.Begin(post, account, db, ct) ? null : now + TimeSpan.FromSeconds(5);
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}

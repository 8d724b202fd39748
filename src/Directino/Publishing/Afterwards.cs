using Directino.Accounts;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Planning;
using Microsoft.EntityFrameworkCore;

namespace Directino.Publishing;

/// <summary>What its author asked to be done as soon as a post is out: comments off, or a first comment.</summary>
internal sealed class Afterwards(LedgerBook ledger)
{
    /// <summary>Intends it in the transaction in which the post becomes published; the caller saves.</summary>
    public async Task Intend(Post post, DirectinoContext db, CancellationToken ct)
    {
        if (post is not { InstagramId: { } media, AccountId: { } accountId, Options: { FirstComment: not null } or { CommentsOff: true } })
            return;
        var account = await db.Set<ConnectedAccount>().SingleAsync(a => a.Id == accountId, ct);
        var cause = Cause.Schedule(post.Id.Value);
        if (post.Options.CommentsOff)
        {
            await ledger.Intend(
                db, account, PostWork.CloseComments, Capability.Comments, cause, post.Id.Value, new CloseCommentsRequest(media), $"{PostWork.CloseComments}:{media}", ct: ct);
        }

        if (post.Options.FirstComment is { } text)
        {
            await ledger.Intend(
                db, account, PostWork.FirstComment, Capability.Comments, cause, post.Id.Value, new FirstCommentRequest(media, text), $"{PostWork.FirstComment}:{media}", ct: ct);
        }
    }
}

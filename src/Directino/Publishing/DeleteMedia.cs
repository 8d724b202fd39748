using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Planning;
using Microsoft.EntityFrameworkCore;

namespace Directino.Publishing;

/// <summary>What is asked of Instagram: that this post is there no longer.</summary>
internal sealed record DeleteMediaRequest(string Media);

/// <summary>
/// Deletes a post, reel, story or whole carousel at Instagram (API reference, publishing section 9.4). What is gone already, by the app or by
/// a call whose answer was lost, is as good as deleted; every doubt is settled by a look.
/// </summary>
internal sealed class DeleteMedia(InstagramClient instagram, TimeProvider clock) : IActKind
{
    public string Name => PostWork.Delete;

    public async Task<ActResult> Send(Act act, InstagramAccess access, CancellationToken ct)
    {
        var media = LedgerJson.Read<DeleteMediaRequest>(act).Media;
        await instagram.Media.Delete(access, media, ct);
        return new ActResult(media);
    }

    public ActVerdict? Judge(Act act, InstagramException error, DateTimeOffset now) => error switch
    {
        ObjectGoneException => new ActVerdict.LookFirst(PublishingReasons.Of(error)),
        InvalidRequestException or MediaRefusedException => new ActVerdict.Fail(PublishingReasons.NotDeletable),
        _ => null,
    };

    public async Task<ActSighting> LookUp(Act act, InstagramAccess access, CancellationToken ct)
    {
        var media = LedgerJson.Read<DeleteMediaRequest>(act).Media;
        try
        {
            await instagram.Media.Get(access, media, ct);
            return new ActSighting.Absent();
        }
        catch (ObjectGoneException)
        {
            return new ActSighting.Found(new ActResult(media));
        }
    }

    public async Task Settle(Act act, ActResult? result, DirectinoContext db, CancellationToken ct)
    {
        var id = PostId.Of(act.SubjectId);
        if (act.State == ActState.Done && await db.Set<Post>().FirstOrDefaultAsync(p => p.Id == id, ct) is { } post)
            post.TakeDown(clock.GetUtcNow());
    }
}

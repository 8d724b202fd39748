using Directino.Insights;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Planning;
using Microsoft.EntityFrameworkCore;

namespace Directino.Publishing;

/// <summary>What was posted by hand takes the id of the media that was seen at the very same address. Looks only at what was read from Instagram anyway.</summary>
internal sealed class FindByHand(TimeProvider clock) : IDueHandler
{
    /// <summary>After so long it is not looked for any more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    public string Kind => PostWork.FindByHand;

    public async Task<DateTimeOffset?> Handle(DueItem item, DirectinoContext db, CancellationToken ct)
    {
        var id = PostId.Of(item.SubjectId);
        var now = clock.GetUtcNow();
        if (await db.Set<Post>().FirstOrDefaultAsync(p => p.Id == id, ct) is not
            { State: PostState.Published, IsByHand: true, InstagramId: null, Permalink: { } permalink, AccountId: { } account, PublishedAt: { } at } post)
            return null;
        var seen = await db.Set<InsightPost>().Where(i => i.AccountId == account && i.Permalink == permalink).Select(i => i.MediaId).Take(2).ToListAsync(ct);
        if (seen is [var media] && !await db.Set<Post>().AnyAsync(p => p.AccountId == account && p.InstagramId == media, ct))
        {
            post.Recognise(media, now);
            return null;
        }

        return seen.Count == 0 && now < at + Patience ? now + TimeSpan.FromHours(3) : null;
    }
}

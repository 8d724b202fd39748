using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Instagram.Publishing;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Inbox;

/// <summary>Reads caption and picture of a post the first time somebody comments on it.</summary>
internal sealed class ReadPost(InstagramClient instagram, AccountAccess access, Gate gate, TimeProvider clock) : IDueHandler
{
    public const string KindName = "commented-post";

    public string Kind => KindName;

    public async Task<DateTimeOffset?> Handle(DueItem item, DirectinoContext db, CancellationToken ct)
    {
        var id = CommentedPostId.Of(item.SubjectId);
        var now = clock.GetUtcNow();
        if (await db.Set<CommentedPost>().FirstOrDefaultAsync(p => p.Id == id, ct) is not { ReadAt: null } post
            || await db.Set<ConnectedAccount>().FirstOrDefaultAsync(a => a.Id == post.AccountId, ct) is not { } account)
            return null;
        if (gate.MayRead(account, Capability.Comments) is { } refusal)
            return refusal.Rule is GateRules.Budget or GateRules.NeedsLogin ? now + TimeSpan.FromMinutes(15) : null;
        if (await access.For(account, ct) is not { } token)
            return null;
        try
        {
            Note(post, await instagram.Media.Get(token, post.MediaId, ct), now);
        }
        catch (InstagramException error) when (error is ObjectGoneException or InvalidRequestException or PermissionMissingException)
        {
            // An ad's copy, or deleted: the comment is shown without its post.
            post.ReadAt = now;
        }

        return null;
    }

    public static void Note(CommentedPost post, InstagramMedia media, DateTimeOffset now)
    {
        post.Caption = media.Caption;
        post.PictureUrl = media.ThumbnailUrl ?? media.MediaUrl;
        post.Permalink = media.Permalink;
        post.PublishedAt = media.Timestamp;
        post.ReadAt = now;
    }
}

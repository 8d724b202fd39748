using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Planning;
using Microsoft.EntityFrameworkCore;

namespace Directino.Publishing;

/// <summary>Asks for the address of a post that was just published. It is out either way; this only tells where.</summary>
internal sealed class ReadPermalink(InstagramClient instagram, AccountAccess access, Gate gate, TimeProvider clock) : IDueHandler
{
    public const string DueKind = "read-permalink";
    private const int MostTries = 12;

    public string Kind => DueKind;

    public async Task<DateTimeOffset?> Handle(DueItem item, DirectinoContext db, CancellationToken ct)
    {
        var id = PostId.Of(item.SubjectId);
        if (await db.Set<Post>().FirstOrDefaultAsync(p => p.Id == id, ct) is not { InstagramId: { } media, Permalink: null, AccountId: { } accountId } post)
            return null;
        var account = await db.Set<ConnectedAccount>().SingleAsync(a => a.Id == accountId, ct);
        var now = clock.GetUtcNow();
        if (account.State == AccountState.Disconnected)
            return null;
        if (gate.MayRead(account, Capability.Publish) is not null || await access.For(account, ct) is not { } token)
            return now + TimeSpan.FromMinutes(5);
        try
        {
            if ((await instagram.Media.Get(token, media, ct)).Permalink is { } permalink)
            {
                post.Link(permalink, now);
                return null;
            }
        }
        catch (ObjectGoneException) when (now - post.PublishedAt > TimeSpan.FromMinutes(10))
        {
            return null; // Deleted in the app meanwhile.
        }
        catch (LoginNeededException)
        {
            account.NeedLogin();
        }
        catch (InstagramException)
        {
            // The post is out; its address can wait.
        }

        var age = now - (post.PublishedAt ?? now);
        return age > TimeSpan.FromDays(1) ? null : now + TimeSpan.FromSeconds(Math.Clamp(age.TotalSeconds, 2, 3600 / MostTries));
    }
}

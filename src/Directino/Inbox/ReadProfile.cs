using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Inbox;

/// <summary>
/// Reads name and picture of a person who wrote a message: writing is their consent (API reference, messaging section 6).
/// Somebody who only commented is never asked for.
/// </summary>
internal sealed class ReadProfile(InstagramClient instagram, AccountAccess access, Gate gate, TimeProvider clock) : IDueHandler
{
    public const string KindName = "follower-profile";

    /// <summary>Picture addresses expire after a few days.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(7);

    public string Kind => KindName;

    public async Task<DateTimeOffset?> Handle(DueItem item, DirectinoContext db, CancellationToken ct)
    {
        var id = FollowerId.Of(item.SubjectId);
        var now = clock.GetUtcNow();
        if (await db.Set<Follower>().FirstOrDefaultAsync(f => f.Id == id, ct) is not { } person
            || await db.Set<ConnectedAccount>().FirstOrDefaultAsync(a => a.Id == person.AccountId, ct) is not { } account)
            return null;
        if (gate.MayRead(account, Capability.Messages) is { } refusal)
            return refusal.Rule is GateRules.Budget or GateRules.NeedsLogin ? now + TimeSpan.FromMinutes(15) : null;
        if (await access.For(account, ct) is not { } token)
            return null;
        try
        {
            var profile = await instagram.Messages.Profile(token, person.InstagramId, ct);
            person.Name = profile.Name ?? person.Name;
            person.Username = profile.Username ?? person.Username;
            person.PictureUrl = profile.ProfilePic;
            person.FollowersCount = profile.FollowerCount;
            person.FollowsAccount = profile.IsUserFollowBusiness;
            person.ProfileReadAt = now;
        }
        catch (InstagramException error) when (error is PersonUnavailableException or ObjectGoneException or InvalidRequestException or PermissionMissingException)
        {
            // No consent, blocked, or gone: not asked again before the next message in a week's time.
            person.ProfileReadAt = now;
        }

        return null;
    }
}

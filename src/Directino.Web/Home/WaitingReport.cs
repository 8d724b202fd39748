using Directino.Accounts;
using Directino.Inbox;
using Directino.Persistence;
using Directino.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Directino.Web.Home;

/// <summary>
/// Who waits for an answer. What somebody wrote before their account was connected here came in with its history: nobody can tell
/// whether it still waits, but where theirs is the last word of these days, it is said.
/// </summary>
internal static class WaitingReport
{
    private const int Few = 5;

    /// <summary>As long as Instagram lets a comment be answered in private.</summary>
    private static readonly TimeSpan Days = TimeSpan.FromDays(7);

    public static async Task<Waiting> Read(Visitor visitor, DirectinoContext db, DateTimeOffset now, CancellationToken ct)
    {
        if (!visitor.May(Permission.SeeInbox))
            return new Waiting([], 0, false);
        var waiting = db.Set<Conversation>().AsNoTracking().Where(c => c.WaitingSince != null);
        if (await waiting.CountAsync(ct) is > 0 and var count)
            return new Waiting([.. (await People(db, waiting.OrderBy(c => c.WaitingSince), ct)).OrderBy(p => p.Since)], count, false);
        var since = now - Days;
        var before = from conversation in db.Set<Conversation>().AsNoTracking()
                     join account in db.Set<ConnectedAccount>() on conversation.AccountId equals account.Id
                     where !conversation.LastIsOurs && conversation.LastAt >= since && conversation.LastAt < account.ConnectedAt
                     select conversation;
        return new Waiting([.. (await People(db, before.OrderByDescending(c => c.LastAt), ct)).OrderByDescending(p => p.Since)], await before.CountAsync(ct), true);
    }

    private static Task<List<WaitingPerson>> People(DirectinoContext db, IQueryable<Conversation> conversations, CancellationToken ct) =>
        (from conversation in conversations.Take(Few)
         join follower in db.Set<Follower>() on conversation.FollowerId equals (FollowerId?)follower.Id into followers
         from follower in followers.DefaultIfEmpty()
         select new WaitingPerson(
             conversation.Id, follower == null ? null : follower.Name ?? follower.Username, follower == null ? null : follower.PictureUrl,
             conversation.LastText, conversation.WaitingSince ?? conversation.LastAt)).ToListAsync(ct);
}

/// <param name="IsBefore">They wrote before the account was connected here.</param>
public sealed record Waiting(IReadOnlyList<WaitingPerson> People, int Count, bool IsBefore);

public sealed record WaitingPerson(ConversationId Id, string? Name, string? Picture, string? LastText, DateTimeOffset Since);

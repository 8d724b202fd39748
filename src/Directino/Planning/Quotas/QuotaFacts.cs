using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Quotas;

/// <summary>What the plan takes of an account's quota: what is to come out, what is out, and what may be. The time of a draft is no promise, and what is posted by hand does not count.</summary>
internal static class QuotaFacts
{
    public static IQueryable<Post> Counting(this IQueryable<Post> posts) => posts.Where(p =>
        p.At != null && !p.IsByHand && (p.State == PostState.Scheduled || p.State == PostState.Publishing || p.State == PostState.Published || p.State == PostState.Unknown));

    /// <summary>Why one more post of its account has no room at a time; null when it has.</summary>
    public static async Task<QuotaFull?> Full(Post post, DateTimeOffset at, QuotaReading reading, DirectinoContext db, CancellationToken ct)
    {
        var (quota, elsewhere, read) = reading;
        var others = await Others(post, at - quota.Window, db).ToListAsync(ct);
        // Of other programs' posts only the number is known. To say no, they count as long as is certain; to promise a time, as long as is possible.
        if (quota.Fits([.. others, .. Enumerable.Repeat(at - quota.Window + TimeSpan.FromTicks(1), elsewhere)], at))
            return null;
        var zone = await db.Set<ConnectedAccount>().Where(a => a.Id == post.AccountId).Select(a => a.TimeZone).FirstAsync(ct);
        return new QuotaFull(quota, quota.Next([.. others, .. Enumerable.Repeat(read, elsewhere)], at), zone);
    }

    /// <summary>Whether the posts before it leave none for this one. Those after it are not its fault.</summary>
    public static async Task<bool> IsUsedUp(Post post, DateTimeOffset slot, QuotaReading reading, DirectinoContext db, CancellationToken ct) =>
        await Others(post, slot - reading.Quota.Window, db).CountAsync(at => at <= slot, ct) + reading.Elsewhere >= reading.Quota.Total;

    private static IQueryable<DateTimeOffset> Others(Post post, DateTimeOffset after, DirectinoContext db) => db.Set<Post>()
        .Where(p => p.WorkspaceId == post.WorkspaceId && p.AccountId == post.AccountId && p.Id != post.Id && p.At > after).Counting().Select(p => p.At!.Value);
}

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
    public static async Task<QuotaFull?> Full(Post post, DateTimeOffset at, QuotaReading reading, DirectinoContext db, CancellationToken ct) =>
        (await Outlook(QuotaPlace.Of(post), at, reading, db, ct)).Full;

    /// <summary>What is taken by then, and whether one more has room.</summary>
    public static async Task<QuotaOutlook> Outlook(QuotaPlace place, DateTimeOffset at, QuotaReading reading, DirectinoContext db, CancellationToken ct)
    {
        var (quota, elsewhere, _) = reading;
        var others = await Others(place, at - quota.Window, db).ToListAsync(ct);
        return new QuotaOutlook(quota.Within(others, at) + elsewhere, quota, await Full(place, others, at, reading, db, ct));
    }

    private static async Task<QuotaFull?> Full(QuotaPlace place, List<DateTimeOffset> others, DateTimeOffset at, QuotaReading reading, DirectinoContext db, CancellationToken ct)
    {
        var (quota, elsewhere, read) = reading;
        // Of other programs' posts only the number is known. To say no, they count as long as is certain; to promise a time, as long as is possible.
        if (quota.Fits([.. others, .. Enumerable.Repeat(at - quota.Window + TimeSpan.FromTicks(1), elsewhere)], at))
            return null;
        var zone = await db.Set<ConnectedAccount>().Where(a => a.Id == place.Account).Select(a => a.TimeZone).FirstAsync(ct);
        return new QuotaFull(quota, quota.Next([.. others, .. Enumerable.Repeat(read, elsewhere)], at), zone);
    }

    /// <summary>Whether the posts before it leave none for this one. Those after it are not its fault.</summary>
    public static async Task<bool> IsUsedUp(Post post, DateTimeOffset slot, QuotaReading reading, DirectinoContext db, CancellationToken ct) =>
        await Others(QuotaPlace.Of(post), slot - reading.Quota.Window, db).CountAsync(at => at <= slot, ct) + reading.Elsewhere >= reading.Quota.Total;

    private static IQueryable<DateTimeOffset> Others(QuotaPlace place, DateTimeOffset after, DirectinoContext db) => db.Set<Post>()
        .Where(p => p.WorkspaceId == place.Workspace && p.AccountId == place.Account && (place.Post == null || p.Id != place.Post) && p.At > after).Counting().Select(p => p.At!.Value);
}

/// <summary>A post among those of its account, saved or not.</summary>
internal readonly record struct QuotaPlace(WorkspaceId Workspace, AccountId? Account, PostId? Post)
{
    public static QuotaPlace Of(Post post) => new(post.WorkspaceId, post.AccountId, post.Id);
}

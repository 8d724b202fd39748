using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Feeds;

/// <summary>The private calendars of members: made, renewed, revoked, read.</summary>
public sealed class FeedBook(Database database, TimeProvider clock)
{
    /// <summary>How many a member may have.</summary>
    public const int Most = 10;

    private const int MostPosts = 3_000;
    private const int Beginning = 200;
    private static readonly TimeSpan Back = TimeSpan.FromDays(90);
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(400);

    /// <summary>A member's own, the oldest first.</summary>
    public async Task<IReadOnlyList<FeedView>> All(WorkspaceId workspace, PersonId person, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await (
            from feed in db.Set<PlanFeed>().AsNoTracking()
            where feed.PersonId == person
            join account in db.Set<ConnectedAccount>() on feed.AccountId equals (AccountId?)account.Id into accounts
            from account in accounts.DefaultIfEmpty()
            orderby feed.Id
            select new FeedView(feed.Id, feed.AccountId, account == null ? null : account.Username, feed.CreatedAt, feed.ReadAt)).ToListAsync(ct);
    }

    /// <summary>A new address; its secret is told now and never again. Null when there are too many or there is no such account.</summary>
    public async Task<NewFeed?> Make(WorkspaceId workspace, PersonId person, AccountId? account, string language, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<PlanFeed>().CountAsync(f => f.PersonId == person, ct) >= Most || (account is { } id && !await db.Set<ConnectedAccount>().AnyAsync(a => a.Id == id, ct)))
            return null;
        var secret = Secret.New();
        var feed = new PlanFeed
        {
            Id = FeedId.New(clock), WorkspaceId = workspace, PersonId = person, AccountId = account, Language = language,
            SecretHash = Secret.Hash(secret), CreatedAt = clock.GetUtcNow(),
        };
        db.Add(feed);
        await db.SaveChangesAsync(ct);
        return new NewFeed(feed.Id, secret);
    }

    /// <summary>Another address for it: the old one opens nothing any more. Null when it is not there.</summary>
    public async Task<NewFeed?> Renew(WorkspaceId workspace, PersonId person, FeedId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<PlanFeed>().FirstOrDefaultAsync(f => f.Id == id && f.PersonId == person, ct) is not { } feed)
            return null;
        var secret = Secret.New();
        (feed.SecretHash, feed.CreatedAt, feed.ReadAt) = (Secret.Hash(secret), clock.GetUtcNow(), null);
        await db.SaveChangesAsync(ct);
        return new NewFeed(id, secret);
    }

    /// <summary>False when it is not there.</summary>
    public async Task<bool> Revoke(WorkspaceId workspace, PersonId person, FeedId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await db.Set<PlanFeed>().Where(f => f.Id == id && f.PersonId == person).ExecuteDeleteAsync(ct) > 0;
    }

    /// <summary>What an address opens: posts of the last 90 and the next 400 days, in order. Null when it opens nothing.</summary>
    public async Task<FeedContent?> Open(string secret, CancellationToken ct)
    {
        var hash = Secret.Hash(secret);
        // An address says nothing of its workspace: who asks is known by it alone.
        await using var everywhere = database.OpenEverywhere();
        if (await everywhere.Set<PlanFeed>().AsNoTracking().FirstOrDefaultAsync(f => f.SecretHash == hash, ct) is not { } feed)
            return null;
        var now = clock.GetUtcNow();
        await using var db = database.Open(feed.WorkspaceId);
        var role = await db.Set<Membership>().Where(m => m.PersonId == feed.PersonId).Select(m => (Role?)m.Role).FirstOrDefaultAsync(ct);
        if (role?.Allows(Permission.SeePlan) != true)
            return null;
        if (feed.ReadAt is not { } read || now - read > TimeSpan.FromHours(1))
            await db.Set<PlanFeed>().Where(f => f.Id == feed.Id).ExecuteUpdateAsync(s => s.SetProperty(f => f.ReadAt, now), ct);
        var (first, last) = (now - Back, now + Ahead);
        var posts = await (
            from post in new PlanFilter(feed.AccountId).Apply(db.Set<Post>().Where(p => p.WorkspaceId == feed.WorkspaceId && p.At >= first && p.At < last))
            join account in db.Set<ConnectedAccount>() on post.AccountId equals (AccountId?)account.Id into accounts
            from account in accounts.DefaultIfEmpty()
            orderby post.At, post.Id
            select new FeedPost(
                post.Id, post.At!.Value, post.State, post.Kind, post.Caption.Length > Beginning ? post.Caption.Substring(0, Beginning) : post.Caption,
                account == null ? null : account.Username, post.Version, post.UpdatedAt)).Take(MostPosts).ToListAsync(ct);
        var name = await db.Set<Workspace>().Where(w => w.Id == feed.WorkspaceId).Select(w => w.Name).FirstAsync(ct);
        return new FeedContent(name, feed.AccountId is null ? null : posts.Select(p => p.Username).FirstOrDefault(), feed.Language, posts);
    }
}

/// <summary>A private calendar as its member sees it.</summary>
/// <param name="Username">Of its account; null for all accounts.</param>
public sealed record FeedView(FeedId Id, AccountId? Account, string? Username, DateTimeOffset CreatedAt, DateTimeOffset? ReadAt);

/// <param name="Secret">What stands in its address.</param>
public sealed record NewFeed(FeedId Id, string Secret);

/// <summary>What a private calendar shows.</summary>
public sealed record FeedContent(string Workspace, string? Username, string Language, IReadOnlyList<FeedPost> Posts);

/// <param name="Beginning">The first words of its caption.</param>
/// <param name="Version">Counts its changes.</param>
public sealed record FeedPost(
    PostId Id, DateTimeOffset At, PostState State, PostKind Kind, string Beginning, string? Username, int Version, DateTimeOffset UpdatedAt);

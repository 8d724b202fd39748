using Directino.Accounts;
using Directino.Media;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning;

/// <summary>Reads plans for pages and endpoints: one query each, however many posts there are.</summary>
public sealed class PlanReader(Database database)
{
    private const int Beginning = 140;

    /// <summary>Everything between two instants, in order. Drafts with a proposed time are among them.</summary>
    public async Task<IReadOnlyList<PlannedPost>> Between(
        WorkspaceId workspace, DateTimeOffset from, DateTimeOffset until, AccountId? account, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var posts = db.Set<Post>().Where(p => p.At >= from && p.At < until);
        if (account is not null)
            posts = posts.Where(p => p.AccountId == account);
        return await Project(posts.OrderBy(p => p.At).ThenBy(p => p.Id), db).ToListAsync(ct);
    }

    /// <summary>Drafts that have no time yet, newest first.</summary>
    public async Task<IReadOnlyList<PlannedPost>> WithoutTime(WorkspaceId workspace, AccountId? account, int count, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var posts = db.Set<Post>().Where(p => p.At == null);
        if (account is not null)
            posts = posts.Where(p => p.AccountId == account || p.AccountId == null);
        return await Project(posts.OrderByDescending(p => p.Id).Take(count), db).ToListAsync(ct);
    }

    /// <summary>All posts, newest first, before a key.</summary>
    public async Task<IReadOnlyList<PlannedPost>> List(
        WorkspaceId workspace, PostState? state, AccountId? account, PostId? before, int count, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        IQueryable<Post> posts = db.Set<Post>();
        if (state is not null)
            posts = posts.Where(p => p.State == state);
        if (account is not null)
            posts = posts.Where(p => p.AccountId == account);
        if (before is { } key)
            posts = posts.Where(p => p.Id < key);
        return await Project(posts.OrderByDescending(p => p.Id).Take(Math.Clamp(count, 1, 100)), db).ToListAsync(ct);
    }

    public async Task<PostView?> Find(WorkspaceId workspace, PostId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<Post>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } post)
            return null;
        var account = post.AccountId is { } a ? await db.Set<ConnectedAccount>().AsNoTracking().FirstOrDefaultAsync(x => x.Id == a, ct) : null;
        return new PostView(post, account, await Media(post.Content, db, ct));
    }

    /// <summary>The accounts of the workspace that posts can be planned for.</summary>
    public async Task<IReadOnlyList<ConnectedAccount>> Accounts(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await db.Set<ConnectedAccount>().AsNoTracking().Where(a => a.State != AccountState.Disconnected)
            .OrderBy(a => a.Username).ToListAsync(ct);
    }

    /// <summary>The items of a post and its cover, as far as they are there.</summary>
    internal static async Task<IReadOnlyList<MediaItem>> Media(PostContent content, DirectinoContext db, CancellationToken ct)
    {
        var ids = content.Items.Select(i => i.Media).ToList();
        if (content.Options.Cover is { } cover)
            ids.Add(cover);
        return ids.Count == 0 ? [] : await db.Set<MediaItem>().AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync(ct);
    }

    private static IQueryable<PlannedPost> Project(IQueryable<Post> posts, DirectinoContext db) =>
        from post in posts
        join account in db.Set<ConnectedAccount>() on post.AccountId equals (AccountId?)account.Id into accounts
        from account in accounts.DefaultIfEmpty()
        join picture in db.Set<MediaItem>() on post.Items.Where(i => i.Position == 0).Select(i => (MediaItemId?)i.MediaId).FirstOrDefault() equals (MediaItemId?)picture.Id into pictures
        from picture in pictures.DefaultIfEmpty()
        select new PlannedPost(
            post.Id, post.Version, post.State, post.At, post.Reason,
            post.Caption.Length > Beginning ? post.Caption.Substring(0, Beginning) : post.Caption,
            post.AccountId, account == null ? null : account.Username, account == null ? null : account.TimeZone,
            post.Kind, post.Items.Count, picture == null ? null : picture.Id, picture == null ? null : picture.Key, post.Permalink);
}

/// <summary>A post as calendars and lists show it.</summary>
/// <param name="Beginning">The first words of its caption.</param>
public sealed record PlannedPost(
    PostId Id, int Version, PostState State, DateTimeOffset? At, string? Reason, string Beginning,
    AccountId? AccountId, string? Username, string? TimeZone, PostKind Kind, int Items, MediaItemId? PictureId, string? PictureKey, string? Permalink)
{
    /// <summary>Whether it may be moved to another day.</summary>
    public bool IsMovable => State is PostState.Draft or PostState.Scheduled or PostState.Failed or PostState.Missed;
}

/// <summary>A post with what it refers to.</summary>
/// <param name="Media">Its items and its cover, in no order.</param>
public sealed record PostView(Post Post, ConnectedAccount? Account, IReadOnlyList<MediaItem> Media);

using Directino.Accounts;
using Directino.Labels;
using Directino.Media;
using Directino.Persistence;
using Directino.Planning.Approvals;
using Directino.Planning.Campaigns;
using Directino.Planning.Evergreen;
using Directino.Planning.Groups;
using Directino.Planning.Series;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning;

/// <summary>Reads plans for pages and endpoints: one query each, however many posts there are.</summary>
public sealed class PlanReader(Database database)
{
    private const int Beginning = 140;

    /// <summary>Everything between two instants, in order. Drafts with a proposed time are among them.</summary>
    public async Task<IReadOnlyList<PlannedPost>> Between(
        WorkspaceId workspace, DateTimeOffset from, DateTimeOffset until, PlanFilter? filter, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var posts = (filter ?? new()).Apply(Of(workspace, db).Where(p => p.At >= from && p.At < until));
        return await Read(posts.OrderBy(p => p.At).ThenBy(p => p.Id), db, ct);
    }

    /// <summary>What stands between two instants, day by day. Of a full month few posts are shown: of the others only their day is read.</summary>
    /// <param name="zone">Whose days they are, where a post has no account yet; all others stand on the day of their account.</param>
    /// <param name="most">How many posts of a day are read, its first ones. Drafts with a proposed time are among them.</param>
    public async Task<IReadOnlyDictionary<DateOnly, PlannedDay>> Days(
        WorkspaceId workspace, DateTimeOffset from, DateTimeOffset until, string zone, Func<DateOnly, int> most, PlanFilter? filter, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var posts = (filter ?? new()).Apply(Of(workspace, db).Where(p => p.At >= from && p.At < until)).OrderBy(p => p.At).ThenBy(p => p.Id);
        var places = await posts.Select(p => new { p.Id, At = p.At!.Value, p.AccountId }).ToListAsync(ct);
        var zones = await db.Set<ConnectedAccount>().ToDictionaryAsync(a => a.Id, a => LocalTime.Zone(a.TimeZone), ct);
        var own = LocalTime.Zone(zone);
        var days = places.ToLookup(p => DateOnly.FromDateTime(LocalTime.Of(p.At, p.AccountId is { } a && zones.TryGetValue(a, out var known) ? known : own)), p => p.Id);
        var shown = days.SelectMany(day => day.Take(most(day.Key))).ToList();
        var read = shown.Count == places.Count ? posts : Of(workspace, db).Where(p => shown.Contains(p.Id)).OrderBy(p => p.At).ThenBy(p => p.Id);
        var lines = (await Read(read, db, ct)).ToDictionary(p => p.Id);
        return days.ToDictionary(day => day.Key, day => new PlannedDay([.. day.Where(lines.ContainsKey).Select(id => lines[id])], day.Count()));
    }

    /// <summary>What stands in time from an instant on, in order, after a key.</summary>
    public async Task<IReadOnlyList<PlannedPost>> From(
        WorkspaceId workspace, DateTimeOffset from, PlanKey? after, PlanFilter? filter, int count, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var posts = (filter ?? new()).Apply(Of(workspace, db).Where(p => p.At >= from));
        if (after is { } key)
            posts = posts.Where(p => p.At > key.At || (p.At == key.At && p.Id > key.Id));
        return await Read(posts.OrderBy(p => p.At).ThenBy(p => p.Id).Take(Math.Clamp(count, 1, 100)), db, ct);
    }

    /// <summary>Drafts that have no time yet, newest first; with an account, also those that have none.</summary>
    public async Task<IReadOnlyList<PlannedPost>> WithoutTime(WorkspaceId workspace, PlanFilter? filter, int count, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var posts = (filter ?? new()).ApplyBesideAccount(Of(workspace, db).Where(p => p.At == null));
        if (filter?.Account is { } account)
            posts = posts.Where(p => p.AccountId == account || p.AccountId == null);
        return await Read(posts.OrderByDescending(p => p.Id).Take(count), db, ct);
    }

    /// <summary>All posts, newest first, before a key.</summary>
    public async Task<IReadOnlyList<PlannedPost>> List(
        WorkspaceId workspace, PlanFilter? filter, PostId? before, int count, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var posts = (filter ?? new()).Apply(Of(workspace, db));
        if (before is { } key)
            posts = posts.Where(p => p.Id < key);
        return await Read(posts.OrderByDescending(p => p.Id).Take(Math.Clamp(count, 1, 100)), db, ct);
    }

    /// <summary>The first of what stands in a column of the board; with an account, also drafts that have none.</summary>
    public async Task<IReadOnlyList<PlannedPost>> Column(WorkspaceId workspace, BoardColumn column, PlanFilter? filter, int count, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var posts = (filter ?? new()).ApplyBesideAccount(Of(workspace, db)).In(column);
        if (filter?.Account is { } account)
            posts = posts.Where(p => p.AccountId == account || (p.AccountId == null && p.State == PostState.Draft));
        return await Read(posts.Ordered(column).Take(count), db, ct);
    }

    /// <summary>The members of the workspace, who write its posts.</summary>
    public async Task<IReadOnlyList<PlanAuthor>> Authors(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var members = await db.Set<Membership>().Select(m => m.PersonId).ToListAsync(ct);
        var ids = members.ConvertAll(m => m.Value);
        return await db.Set<Person>().Where(p => ids.Contains(p.Id)).OrderBy(p => p.DisplayName)
            .Select(p => new PlanAuthor(PersonId.Of(p.Id), p.DisplayName)).ToListAsync(ct);
    }

    public async Task<PostView?> Find(WorkspaceId workspace, PostId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<Post>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } post)
            return null;
        var account = post.AccountId is { } a ? await db.Set<ConnectedAccount>().AsNoTracking().FirstOrDefaultAsync(x => x.Id == a, ct) : null;
        return new PostView(post, account, await Media(post.Content, db, ct));
    }

    /// <summary>The account and the items that a post names which is not saved, as far as they are there.</summary>
    public async Task<(ConnectedAccount? Account, IReadOnlyList<MediaItem> Media)> Named(WorkspaceId workspace, PostContent content, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var account = content.Account is { } a ? await db.Set<ConnectedAccount>().AsNoTracking().FirstOrDefaultAsync(x => x.Id == a, ct) : null;
        return (account, await Media(content, db, ct));
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

    /// <summary>The border of the workspace once more, in a form that indexes serve: the one of the context also knows contexts that see everything.</summary>
    private static IQueryable<Post> Of(WorkspaceId workspace, DirectinoContext db) => db.Set<Post>().Where(p => p.WorkspaceId == workspace);

    /// <summary>The posts, and their labels by a query of their own: joined, every label would repeat its post.</summary>
    private static async Task<IReadOnlyList<PlannedPost>> Read(IQueryable<Post> posts, DirectinoContext db, CancellationToken ct)
    {
        var lines = await Project(posts, db).ToListAsync(ct);
        var labels = (await posts.SelectMany(p => p.Labels, (p, l) => new { p.Id, l.LabelId }).ToListAsync(ct)).ToLookup(l => l.Id, l => l.LabelId);
        return labels.Count == 0 ? lines : [.. lines.Select(p => labels.Contains(p.Id) ? p with { Labels = [.. labels[p.Id]] } : p)];
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
            post.Kind, post.Items.Count, picture == null ? null : picture.Id, picture == null ? null : picture.ThumbnailKey, post.Permalink, post.Approval, post.GroupId, post.DeletedAt != null)
        {
            Campaign = post.CampaignId,
            IsTogether = post.GroupId != null && db.Set<Post>().Any(p => p.GroupId == post.GroupId && p.Id != post.Id),
            IsOfSeries = db.Set<SeriesDay>().Any(d => d.PostId == post.Id),
            IsByHand = post.IsByHand,
            IsEvergreen = db.Set<EvergreenUse>().Any(u => u.PostId == post.Id),
        };
}

/// <summary>A post as calendars and lists show it.</summary>
/// <param name="Beginning">The first words of its caption.</param>
/// <param name="GroupId">By which the posts of several accounts that were written as one belong together.</param>
public sealed record PlannedPost(
    PostId Id, int Version, PostState State, DateTimeOffset? At, string? Reason, string Beginning,
    AccountId? AccountId, string? Username, string? TimeZone, PostKind Kind, int Items, MediaItemId? PictureId, string? PictureKey, string? Permalink,
    ApprovalState Approval = ApprovalState.NotAsked, PostGroupId? GroupId = null, bool IsDeleted = false)
{
    public IReadOnlyList<LabelId> Labels { get; init; } = [];

    /// <summary>The campaign it is part of.</summary>
    public CampaignId? Campaign { get; init; }

    /// <summary>Whether there are posts of other accounts that were written as one with it.</summary>
    public bool IsTogether { get; init; }

    /// <summary>Whether it is a day of a series.</summary>
    public bool IsOfSeries { get; init; }

    /// <summary>Whether it came from its account's pool into a free slot.</summary>
    public bool IsEvergreen { get; init; }

    /// <summary>Whether it may be moved to another day.</summary>
    public bool IsMovable => State is PostState.Draft or PostState.Scheduled or PostState.Failed or PostState.Missed or PostState.Notified;

    /// <summary>Whether its author posts it by hand.</summary>
    public bool IsByHand { get; init; }
}

/// <summary>The first posts of a day, in order, and how many it has.</summary>
public sealed record PlannedDay(IReadOnlyList<PlannedPost> Posts, int Count);

/// <summary>A post with what it refers to.</summary>
/// <param name="Media">Its items and its cover, in no order.</param>
public sealed record PostView(Post Post, ConnectedAccount? Account, IReadOnlyList<MediaItem> Media);

using Directino.Accounts;
using Directino.Media;
using Directino.Persistence;
using Directino.Planning.Remarks;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Approvals;

/// <summary>Links for clients: made and withdrawn by members; what a client sees by one and says about it.</summary>
public sealed class ClientLinks(Database database, ApprovalBook book, ApprovalWatch watch, RemarkBook remarks, TimeProvider clock)
{
    private const int MostListed = 200;

    /// <summary>Asks at once about those of the posts that nobody has been asked about; one that could not go out refuses the link.</summary>
    /// <param name="workspace">Whose posts.</param>
    /// <param name="by">Who makes the link.</param>
    /// <param name="name">Whom it is for, in the maker's words.</param>
    /// <param name="posts">All it shows, at most <see cref="ClientLink.MostPosts"/>.</param>
    /// <param name="days">How many days it lives: 1 to <see cref="ClientLink.MostDays"/>.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<ClientLinkOutcome> Make(WorkspaceId workspace, PersonId by, string? name, IReadOnlyCollection<PostId> posts, int days, CancellationToken ct)
    {
        if (Flaw(name, posts, days) is { } flaw)
            return new ClientLinkOutcome.Refused(flaw);
        await using var db = database.Open(workspace);
        if ((await watch.Demand(workspace, db, ct)).Kind != ApprovalKind.Client)
            return new ClientLinkOutcome.Refused(ClientLinkRules.NotAsked);
        var states = await db.Set<Post>().Where(p => posts.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Approval, ct);
        foreach (var post in posts.Distinct())
        {
            if (!states.TryGetValue(post, out var state))
                return new ClientLinkOutcome.Refused(PostRules.NotThere, post);
            if (state == ApprovalState.NotAsked && await Refusal(workspace, post, by, ct) is { } rule)
                return new ClientLinkOutcome.Refused(rule, post);
        }

        var (now, secret) = (clock.GetUtcNow(), Secret.New());
        var link = new ClientLink
        {
            Id = ClientLinkId.New(clock), WorkspaceId = workspace, Name = name!.Trim(), SecretHash = Secret.Hash(secret), CreatedBy = by, CreatedAt = now, ExpiresAt = now.AddDays(days),
        };
        link.Show(states.Keys);
        db.Add(link);
        await db.SaveChangesAsync(ct);
        return new ClientLinkOutcome.Made(link, secret);
    }

    /// <summary>Newest first; those that have ended, too.</summary>
    public async Task<IReadOnlyList<ClientLinkView>> All(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var links = await db.Set<ClientLink>().AsNoTracking().OrderByDescending(l => l.CreatedAt).Take(MostListed).ToListAsync(ct);
        var shown = links.SelectMany(l => l.Posts).Select(p => p.PostId).Distinct().ToList();
        var waiting = (await db.Set<Post>().Where(p => shown.Contains(p.Id) && p.Approval == ApprovalState.Waiting && p.State != PostState.Published && p.State != PostState.Unknown)
            .Select(p => p.Id).ToListAsync(ct)).ToHashSet();
        return [.. links.Select(l => new ClientLinkView(l, l.IsOpen(clock.GetUtcNow()), l.Posts.Count(p => waiting.Contains(p.PostId))))];
    }

    /// <summary>Ends a link at once. False when there is none here.</summary>
    public async Task<bool> Withdraw(WorkspaceId workspace, ClientLinkId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<ClientLink>().FirstOrDefaultAsync(l => l.Id == id, ct) is not { } link)
            return false;
        link.Withdraw(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>What a client sees: the posts in the order they go out. Null when the link leads nowhere any more.</summary>
    public async Task<ClientView?> Read(string? secret, CancellationToken ct)
    {
        if (await Find(secret, ct) is not { } link)
            return null;
        await using var db = database.Open(link.WorkspaceId);
        var ids = link.Posts.Select(p => p.PostId).ToList();
        var posts = await db.Set<Post>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(ct);
        var accounts = await db.Set<ConnectedAccount>().AsNoTracking().ToDictionaryAsync(a => a.Id, ct);
        var wanted = posts.SelectMany(p => p.Items).Select(i => i.MediaId).ToList();
        var media = await db.Set<MediaItem>().AsNoTracking().Where(m => wanted.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
        var said = (await db.Set<ApprovalStep>().AsNoTracking().Where(s => ids.Contains(s.PostId)).OrderBy(s => s.Number).ToListAsync(ct)).ToLookup(s => s.PostId);
        var demand = await watch.Demand(link.WorkspaceId, db, ct);
        var remarked = await RemarkBook.Read(posts, link.Id, db, ct);
        return new ClientView(
            link, await db.Set<Workspace>().Select(w => w.Name).SingleAsync(ct),
            [.. posts.OrderBy(p => p.At is null).ThenBy(p => p.At).ThenBy(p => p.Id.Value).Select(p => new ClientPost(
                p, p.AccountId is { } a ? accounts.GetValueOrDefault(a) : null, [.. p.Items.OrderBy(i => i.Position).Select(i => media.GetValueOrDefault(i.MediaId)).OfType<MediaItem>()],
                demand.Of(p.Edition, said[p.Id]), said[p.Id].LastOrDefault(s => s.LinkId == link.Id), remarked[p.Id]))],
            said.SelectMany(s => s).Where(s => s.LinkId == link.Id).Select(s => (s.At, s.ClientName))
                .Concat(remarked.Values.SelectMany(t => t).SelectMany(t => t.Answers.Where(a => a.IsClient).Append(t.Said)).Select(w => (w.At, (string?)w.By))).OrderBy(s => s.At).LastOrDefault().Item2);
    }

    /// <summary>A client approves, or with a sentence asks for changes, as the post was when they saw it.</summary>
    /// <param name="secret">What the link carries.</param>
    /// <param name="post">One of the link's posts.</param>
    /// <param name="edition">The edition they saw.</param>
    /// <param name="name">Who says it.</param>
    /// <param name="sentence">What is to be changed; null approves.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<PlanOutcome> Decide(string? secret, PostId post, int edition, string? name, string? sentence, CancellationToken ct)
    {
        if (await Find(secret, ct) is not { } link || !link.Posts.Any(p => p.PostId == post))
            return new PlanOutcome.Conflict(ClientLinkRules.Dead);
        if (NameFlaw(name) is { } flaw)
            return new PlanOutcome.Conflict(flaw);
        var client = Reviewer.Client(name!.Trim(), link.Id);
        return sentence is null
            ? await book.Approve(link.WorkspaceId, post, client, edition, ct)
            : await book.AskForChanges(link.WorkspaceId, post, client, edition, sentence, ct);
    }

    /// <summary>A client remarks something about one of the link's posts.</summary>
    public async Task<RemarkOutcome> Leave(string? secret, PostId post, string? name, RemarkPlace place, string? text, CancellationToken ct)
    {
        if (await Find(secret, ct) is not { } link || !link.Posts.Any(p => p.PostId == post))
            return new RemarkOutcome.Refused(ClientLinkRules.Dead);
        return NameFlaw(name) is { } flaw ? new RemarkOutcome.Refused(flaw) : await remarks.Leave(link.WorkspaceId, post, Reviewer.Client(name!.Trim(), link.Id), place, text, ct);
    }

    /// <summary>A client goes on with what was begun by this link.</summary>
    public async Task<RemarkOutcome> Answer(string? secret, RemarkId remark, string? name, string? text, CancellationToken ct)
    {
        if (await Find(secret, ct) is not { } link)
            return new RemarkOutcome.Refused(ClientLinkRules.Dead);
        return NameFlaw(name) is { } flaw ? new RemarkOutcome.Refused(flaw) : await remarks.Answer(link.WorkspaceId, remark, Reviewer.Client(name!.Trim(), link.Id), text, ct);
    }

    /// <summary>The workspace of a picture or video that a link shows; null when it shows no such thing.</summary>
    public async Task<WorkspaceId?> OfMedia(string? secret, MediaItemId media, CancellationToken ct)
    {
        if (await Find(secret, ct) is not { } link)
            return null;
        await using var db = database.Open(link.WorkspaceId);
        var ids = link.Posts.Select(p => p.PostId).ToList();
        return await db.Set<Post>().AnyAsync(p => ids.Contains(p.Id) && (p.CoverId == media || p.Items.Any(i => i.MediaId == media)), ct) ? link.WorkspaceId : null;
    }

    private static string? NameFlaw(string? name) =>
        string.IsNullOrWhiteSpace(name) ? ClientLinkRules.NameMissing : name.Trim().Length > ClientLink.LongestName ? ClientLinkRules.NameTooLong : null;

    private async Task<ClientLink?> Find(string? secret, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(secret))
            return null;
        var hash = Secret.Hash(secret);
        await using var db = database.OpenEverywhere();
        return await db.Set<ClientLink>().AsNoTracking().FirstOrDefaultAsync(l => l.SecretHash == hash, ct) is { } link && link.IsOpen(clock.GetUtcNow()) ? link : null;
    }

    /// <summary>Why a post can't be asked about; null when it was, or somebody else was a moment faster.</summary>
    private async Task<string?> Refusal(WorkspaceId workspace, PostId post, PersonId by, CancellationToken ct) => await book.Ask(workspace, post, by, null, ct) switch
    {
        PlanOutcome.Refused refused => refused.Objections[0].Rule,
        PlanOutcome.Conflict { Rule: not ApprovalRules.AskedAlready } conflict => conflict.Rule,
        _ => null,
    };

    private static string? Flaw(string? name, IReadOnlyCollection<PostId> posts, int days) =>
        string.IsNullOrWhiteSpace(name) ? ClientLinkRules.ForMissing
        : name.Trim().Length > ClientLink.LongestName ? ClientLinkRules.NameTooLong
        : posts.Count == 0 ? ClientLinkRules.PostsMissing
        : posts.Count > ClientLink.MostPosts ? ClientLinkRules.TooManyPosts
        : days is < 1 or > ClientLink.MostDays ? ClientLinkRules.DaysOutside
        : null;
}

/// <summary>A link as members see it.</summary>
/// <param name="Waiting">How many of its posts wait for the client.</param>
public sealed record ClientLinkView(ClientLink Link, bool IsOpen, int Waiting);

/// <summary>What a client sees by a link.</summary>
/// <param name="Name">The name under which somebody spoke by this link last.</param>
public sealed record ClientView(ClientLink Link, string Workspace, IReadOnlyList<ClientPost> Posts, string? Name);

/// <summary>A post as a client sees it.</summary>
/// <param name="Media">Its items, in order.</param>
/// <param name="Said">What was said by this link last; what members say to each other is not for clients.</param>
/// <param name="Remarks">Those that were left by this link, with their answers.</param>
public sealed record ClientPost(
    Post Post, ConnectedAccount? Account, IReadOnlyList<MediaItem> Media, ApprovalState State, ApprovalStep? Said, IReadOnlyList<RemarkThread> Remarks)
{
    public bool IsOut => Post.State is PostState.Published or PostState.Publishing or PostState.Unknown or PostState.Notified;
}

using Directino.Accounts;
using Directino.Notifications;
using Directino.Persistence;
using Directino.Planning.Approvals;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Remarks;

/// <summary>What people remark about posts: left, answered, marked as done, read.</summary>
public sealed class RemarkBook(Database database, NotificationBook notifications, TimeProvider clock)
{
    /// <summary>How many a post may have, answers among them.</summary>
    public const int MostOfPost = 300;

    public async Task<RemarkOutcome> Leave(WorkspaceId workspace, PostId id, Reviewer by, RemarkPlace place, string? text, CancellationToken ct)
    {
        var tidy = place with { Quote = place.Quote?.Trim() };
        await using var db = database.Open(workspace);
        if (await db.Set<Post>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } post)
            return new RemarkOutcome.Refused(PostRules.NotThere);
        return await Flaw(post, text, db, ct) is { } flaw ? new RemarkOutcome.Refused(flaw)
            : tidy.Flaw(post) is { } wrong ? new RemarkOutcome.Refused(wrong)
            : await Add(post, null, by, tidy, text!, db, ct);
    }

    /// <summary>A client answers what was begun by their own link only.</summary>
    public async Task<RemarkOutcome> Answer(WorkspaceId workspace, RemarkId id, Reviewer by, string? text, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<Remark>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.AnswerTo == null, ct) is not { } remark || (by.Person is null && remark.LinkId != by.Link))
            return new RemarkOutcome.Refused(RemarkRules.NotThere);
        var post = await db.Set<Post>().AsNoTracking().SingleAsync(p => p.Id == remark.PostId, ct);
        return await Flaw(post, text, db, ct) is { } flaw ? new RemarkOutcome.Refused(flaw) : await Add(post, remark, by, RemarkPlace.Whole, text!, db, ct);
    }

    /// <summary>False when there is no such remark here.</summary>
    public async Task<bool> Mark(WorkspaceId workspace, RemarkId id, PersonId by, bool done, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<Remark>().FirstOrDefaultAsync(r => r.Id == id && r.AnswerTo == null, ct) is not { } remark)
            return false;
        remark.Mark(done, by, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>All of a post, in order; null when there is no such post here.</summary>
    public async Task<IReadOnlyList<RemarkThread>?> Of(WorkspaceId workspace, PostId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await db.Set<Post>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) is { } post ? (await Read([post], null, db, ct))[id] : null;
    }

    /// <summary>Of each post, those of one link with their answers; with null, all.</summary>
    internal static async Task<IReadOnlyDictionary<PostId, IReadOnlyList<RemarkThread>>> Read(IReadOnlyCollection<Post> posts, ClientLinkId? link, DirectinoContext db, CancellationToken ct)
    {
        var ids = posts.Select(p => p.Id).ToList();
        var said = await db.Set<Remark>().AsNoTracking().Where(r => ids.Contains(r.PostId)).OrderBy(r => r.At).ThenBy(r => r.Id).ToListAsync(ct);
        Guid[] people = [.. said.Select(r => r.PersonId).OfType<PersonId>().Select(p => p.Value).Distinct()];
        var names = await db.Set<Person>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => PersonId.Of(p.Id), p => p.DisplayName, ct);
        ClientLinkId[] by = [.. said.Select(r => r.LinkId).OfType<ClientLinkId>().Distinct()];
        var links = await db.Set<ClientLink>().Where(l => by.Contains(l.Id)).Select(l => new { l.Id, l.Name }).ToDictionaryAsync(l => l.Id, l => l.Name, ct);
        var answers = said.Where(r => r.AnswerTo is not null).ToLookup(r => r.AnswerTo!.Value);
        RemarkWord Word(Remark r) => new(r.Id, r.Text, r.PersonId is { } p ? names.GetValueOrDefault(p) : r.ClientName, r.PersonId is null, r.LinkId is { } l ? links.GetValueOrDefault(l) : null, r.At);
        return posts.ToDictionary(p => p.Id, p => (IReadOnlyList<RemarkThread>)
        [
            .. said.Where(r => r.PostId == p.Id && r.AnswerTo is null && (link is null || r.LinkId == link)).Select(r => RemarkThread.Of(r, p, Word(r), [.. answers[r.Id].Select(Word)])),
        ]);
    }

    /// <summary>Whether something they remarked is still open.</summary>
    public async Task<bool> HasOpen(WorkspaceId workspace, PostId id, Reviewer by, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await AnyOpen(id, by, db, ct);
    }

    internal static Task<bool> AnyOpen(PostId id, Reviewer by, DirectinoContext db, CancellationToken ct) =>
        db.Set<Remark>().AnyAsync(r => r.PostId == id && r.AnswerTo == null && r.DoneAt == null && r.PersonId == by.Person && r.LinkId == by.Link, ct);

    private static async Task<string?> Flaw(Post post, string? text, DirectinoContext db, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(text) ? RemarkRules.TextMissing
        : text.Trim().Length > Remark.LongestText ? RemarkRules.TextTooLong
        : post.State is PostState.Published or PostState.Publishing or PostState.Unknown ? RemarkRules.PostOut
        : await db.Set<Remark>().CountAsync(r => r.PostId == post.Id, ct) >= MostOfPost ? RemarkRules.TooMany
        : null;

    private async Task<RemarkOutcome> Add(Post post, Remark? answered, Reviewer by, RemarkPlace place, string text, DirectinoContext db, CancellationToken ct)
    {
        var remark = new Remark
        {
            Id = RemarkId.New(clock), WorkspaceId = post.WorkspaceId, PostId = post.Id, AnswerTo = answered?.Id, MediaId = place.Media, X = place.X, Y = place.Y, Quote = place.Quote,
            Text = text.Trim(), PersonId = by.Person, LinkId = by.Link, ClientName = by.Name, At = clock.GetUtcNow(),
        };
        db.Add(remark);
        await notifications.Tell(
            post.WorkspaceId, await Concerned(post, answered, by, db, ct), new News(NotificationKind.Remarked, post.Id.Value, by.Person, by.Name, remark.Text), db, ct);
        await db.SaveChangesAsync(ct);
        return new RemarkOutcome.Done(remark);
    }

    /// <summary>Whose post it is, who spoke before in the same exchange, and who made the link that a client speaks by.</summary>
    private static async Task<IReadOnlyCollection<PersonId>> Concerned(Post post, Remark? answered, Reviewer by, DirectinoContext db, CancellationToken ct)
    {
        HashSet<PersonId> people = [post.CreatedBy];
        if (answered is { Id: var thread })
            people.UnionWith((await db.Set<Remark>().Where(r => r.Id == thread || r.AnswerTo == thread).Select(r => r.PersonId).ToListAsync(ct)).OfType<PersonId>());
        if (by.Link is { } link)
            people.UnionWith(await db.Set<ClientLink>().Where(l => l.Id == link).Select(l => l.CreatedBy).ToListAsync(ct));
        return people;
    }
}

/// <summary>What became of a remark or an answer.</summary>
public abstract record RemarkOutcome
{
    private RemarkOutcome() { }

    public sealed record Done(Remark Remark) : RemarkOutcome;

    /// <summary>A rule of <see cref="RemarkRules"/>, or that the post or the link is gone.</summary>
    public sealed record Refused(string Rule) : RemarkOutcome;
}

using System.Security.Cryptography;
using System.Text;
using Directino.Accounts;
using Directino.Labels;
using Directino.Media;
using Directino.Media.Library;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Ideas;

/// <summary>The ideas of a workspace.</summary>
public sealed class IdeaBook(Database database, Planner planner, TimeProvider clock)
{
    public const int Most = 2_000;

    /// <summary>Newest first, before a key.</summary>
    public async Task<IReadOnlyList<IdeaLine>> List(WorkspaceId workspace, IdeaFilter filter, IdeaId? before, int count, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var ideas = db.Set<Idea>().AsNoTracking().Where(i => i.WorkspaceId == workspace && (i.ArchivedAt != null) == filter.Archived);
        foreach (var term in SearchText.Terms(filter.Text).Select(t => $" {t}"))
            ideas = ideas.Where(i => i.Words.Contains(term));
        if (filter.Unused)
            ideas = ideas.Where(i => i.PostId == null);
        if (filter.Account is { } account)
            ideas = ideas.Where(i => i.AccountId == account || i.AccountId == null);
        if (before is { } key)
            ideas = ideas.Where(i => i.Id < key);
        var page = await ideas.OrderByDescending(i => i.Id).Take(Math.Clamp(count, 1, 100)).ToListAsync(ct);
        return await Lines(page, db, ct);
    }

    public async Task<IdeaLine?> Find(WorkspaceId workspace, IdeaId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await db.Set<Idea>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct) is { } idea ? (await Lines([idea], db, ct))[0] : null;
    }

    public async Task<IdeaOutcome> Add(WorkspaceId workspace, PersonId by, NewIdea wanted, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var tidy = wanted.Tidy();
        if (tidy.Flaw is { } flaw)
            return new IdeaOutcome.Refused(flaw);
        if (await Missing(tidy, db, ct) is { } missing)
            return new IdeaOutcome.Refused(missing);
        if (await db.Set<Idea>().CountAsync(i => i.ArchivedAt == null, ct) >= Most)
            return new IdeaOutcome.Refused(IdeaRules.TooMany);
        var idea = new Idea { Id = IdeaId.New(clock), WorkspaceId = workspace, Title = "", Text = "", Links = [], Media = [], Labels = [], By = by, CreatedAt = clock.GetUtcNow() };
        idea.Write(tidy);
        db.Add(idea);
        await db.SaveChangesAsync(ct);
        return new IdeaOutcome.Done(idea);
    }

    /// <param name="known">The version that was read; null takes what is there.</param>
    public Task<IdeaOutcome> Change(WorkspaceId workspace, IdeaId id, NewIdea wanted, int? known, CancellationToken ct) =>
        Change(workspace, id, known, async (idea, db) =>
        {
            var tidy = wanted.Tidy();
            if ((tidy.Flaw ?? await Missing(tidy, db, ct)) is { } flaw)
                return flaw;
            idea.Write(tidy);
            return null;
        }, ct);

    /// <summary>Out of sight, or back. It can still be found.</summary>
    public Task<IdeaOutcome> Archive(WorkspaceId workspace, IdeaId id, bool archived, CancellationToken ct) =>
        Change(workspace, id, null, (idea, _) =>
        {
            idea.ArchivedAt = archived ? idea.ArchivedAt ?? clock.GetUtcNow() : null;
            return Task.FromResult<string?>(null);
        }, ct);

    /// <summary>What is returned can be given to <see cref="Restore"/>; null when it is not there.</summary>
    public async Task<Idea?> Remove(WorkspaceId workspace, IdeaId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<Idea>().FirstOrDefaultAsync(i => i.Id == id, ct) is not { } idea)
            return null;
        db.Remove(idea);
        await db.SaveChangesAsync(ct);
        return idea;
    }

    public async Task Restore(Idea removed, CancellationToken ct)
    {
        await using var db = database.Open(removed.WorkspaceId);
        if (await db.Set<Idea>().AnyAsync(i => i.Id == removed.Id, ct))
            return;
        if (removed.PostId is { } post && !await db.Set<Post>().AnyAsync(p => p.Id == post, ct))
            removed.PostId = null;
        db.Add(removed);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>A post of it: a draft, or scheduled when a time is named and nothing is missing. It keeps its link to it, and is one post as long as that is there.</summary>
    public async Task<PlanOutcome> Become(WorkspaceId workspace, IdeaId id, PersonId by, DateTimeOffset? at, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<Idea>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct) is not { } idea)
            return new PlanOutcome.Conflict(PostRules.NotThere);
        if (idea.PostId is not null)
            return new PlanOutcome.Conflict(IdeaRules.IsPost);
        var labels = await db.Set<Label>().Where(l => idea.Labels.Contains(l.Id)).Select(l => l.Id).ToListAsync(ct);
        var there = (await PlanReader.Media(idea.Content, db, ct)).Where(m => m.RemovedAt == null).Select(m => m.Id).ToHashSet();
        var content = idea.Content with { Items = [.. idea.Content.Items.Where(i => there.Contains(i.Media))] };
        var wanted = new NewPost(content, at, new PostSorting(labels, null), KeyOf(id), at is not null)
        {
            Beside = (post, beside) =>
            {
                beside.Attach(idea);
                (idea.PostId, idea.Version) = (post.Id, idea.Version + 1);
            },
        };
        try
        {
            var outcome = await planner.Add(workspace, by, wanted, ct);
            return outcome is PlanOutcome.Conflict { Rule: PostRules.AlreadyImported } ? new PlanOutcome.Conflict(IdeaRules.IsPost) : outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new PlanOutcome.Conflict(PostRules.ChangedMeanwhile);
        }
    }

    private async Task<IReadOnlyList<IdeaLine>> Lines(IReadOnlyList<Idea> ideas, DirectinoContext db, CancellationToken ct)
    {
        var pictures = ideas.SelectMany(i => i.Media).Distinct().ToList();
        var media = await db.Set<MediaItem>().AsNoTracking().Where(m => pictures.Contains(m.Id) && m.RemovedAt == null).ToDictionaryAsync(m => m.Id, ct);
        var people = ideas.Select(i => i.By.Value).Distinct().ToList();
        var names = await db.Set<Person>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => PersonId.Of(p.Id), p => p.DisplayName, ct);
        var meant = ideas.Select(i => i.AccountId).Distinct().ToList();
        var accounts = await db.Set<ConnectedAccount>().AsNoTracking().Where(a => meant.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        return [.. ideas.Select(i => Line(i, names.GetValueOrDefault(i.By), i.AccountId is { } id ? accounts.GetValueOrDefault(id) : null, [.. i.Media.Where(media.ContainsKey).Select(m => media[m])]))];
    }

    private IdeaLine Line(Idea idea, string? author, ConnectedAccount? account, IReadOnlyList<MediaItem> pictures)
    {
        var now = clock.GetUtcNow();
        var isWhole = idea.PostId is null && idea.ArchivedAt is null && PostCheck.Objections(idea.Content, account, pictures, now, now).Count == 0;
        return new IdeaLine(idea, author, pictures, account?.TimeZone, isWhole);
    }

    private static async Task<string?> Missing(NewIdea wanted, DirectinoContext db, CancellationToken ct)
    {
        if (await db.Set<Label>().CountAsync(l => wanted.Labels.Contains(l.Id), ct) != wanted.Labels.Count)
            return LabelRules.Missing;
        return await PlanFacts.Missing(PostContent.Empty with { Account = wanted.Account, Items = [.. wanted.Media.Select(m => new ItemContent(m))] }, db, ct);
    }

    private async Task<IdeaOutcome> Change(WorkspaceId workspace, IdeaId id, int? known, Func<Idea, DirectinoContext, Task<string?>> change, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<Idea>().FirstOrDefaultAsync(i => i.Id == id, ct) is not { } idea)
            return new IdeaOutcome.Refused(PostRules.NotThere);
        if (known is { } version && version != idea.Version)
            return new IdeaOutcome.Refused(PostRules.ChangedMeanwhile);
        if (await change(idea, db) is { } rule)
            return new IdeaOutcome.Refused(rule);
        idea.Version++;
        try
        {
            await db.SaveChangesAsync(ct);
            return new IdeaOutcome.Done(idea);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new IdeaOutcome.Refused(PostRules.ChangedMeanwhile);
        }
    }

    private static string KeyOf(IdeaId id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"idea {id.Value:N}")))[..40];
}

/// <summary>What is looked for among ideas.</summary>
/// <param name="Text">Beginnings of words.</param>
/// <param name="Account">Those meant for it, and those meant for none.</param>
/// <param name="Unused">Only what is no post yet.</param>
public sealed record IdeaFilter(string? Text = null, bool Archived = false, AccountId? Account = null, bool Unused = false);

/// <summary>An idea as lists have it.</summary>
/// <param name="Author">The name of the member who had it; null when they are gone.</param>
/// <param name="TimeZone">Of the account it is meant for.</param>
/// <param name="IsWhole">Nothing but a time is missing for it to go out.</param>
public sealed record IdeaLine(Idea Idea, string? Author, IReadOnlyList<MediaItem> Pictures, string? TimeZone, bool IsWhole);

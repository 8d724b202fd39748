using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Snippets;

/// <summary>The words a workspace saved for its captions.</summary>
public sealed class SnippetBook(Database database, TimeProvider clock)
{
    public const int Most = 200;

    /// <summary>All of them, by name.</summary>
    public async Task<IReadOnlyList<Snippet>> All(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await db.Set<Snippet>().AsNoTracking().OrderBy(s => s.Key).ToListAsync(ct);
    }

    public async Task<Snippet?> Find(WorkspaceId workspace, SnippetId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await db.Set<Snippet>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, ct);
    }

    public async Task<SnippetOutcome> Add(WorkspaceId workspace, NewSnippet wanted, CancellationToken ct)
    {
        var tidy = wanted.Tidy();
        await using var db = database.Open(workspace);
        if (tidy.Flaw() is { } flaw)
            return flaw;
        if (await IsTaken(db, tidy.Name, null, ct))
            return new SnippetOutcome.Refused(SnippetRules.NameTaken);
        if (await db.Set<Snippet>().CountAsync(ct) >= Most)
            return new SnippetOutcome.Refused(SnippetRules.TooMany);
        return await Save(db, db.Add(tidy.As(SnippetId.New(clock), workspace)).Entity, ct);
    }

    /// <param name="known">The version that was read; null takes what is there.</param>
    public async Task<SnippetOutcome> Change(WorkspaceId workspace, SnippetId id, NewSnippet wanted, int? known, CancellationToken ct)
    {
        var tidy = wanted.Tidy();
        await using var db = database.Open(workspace);
        if (await db.Set<Snippet>().FirstOrDefaultAsync(s => s.Id == id, ct) is not { } snippet)
            return new SnippetOutcome.Refused(SnippetRules.Missing);
        if (known is { } version && version != snippet.Version)
            return new SnippetOutcome.Refused(SnippetRules.ChangedMeanwhile);
        if (tidy.Flaw() is { } flaw)
            return flaw;
        if (await IsTaken(db, tidy.Name, id, ct))
            return new SnippetOutcome.Refused(SnippetRules.NameTaken);
        (snippet.Kind, snippet.Name, snippet.Key, snippet.Text, snippet.Language) = (tidy.Kind, tidy.Name, Snippet.KeyOf(tidy.Name), tidy.Text, tidy.Language);
        snippet.Version++;
        return await Save(db, snippet, ct);
    }

    /// <summary>What is returned can be given to <see cref="Restore"/>; null when there is no such snippet. Captions it was put into keep their words.</summary>
    public async Task<Snippet?> Remove(WorkspaceId workspace, SnippetId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<Snippet>().FirstOrDefaultAsync(s => s.Id == id, ct) is not { } snippet)
            return null;
        db.Remove(snippet);
        await db.SaveChangesAsync(ct);
        return snippet;
    }

    public async Task<SnippetOutcome> Restore(Snippet removed, CancellationToken ct)
    {
        await using var db = database.Open(removed.WorkspaceId);
        if (await IsTaken(db, removed.Name, null, ct))
            return new SnippetOutcome.Refused(SnippetRules.NameTaken);
        return await Save(db, db.Add(removed).Entity, ct);
    }

    private static Task<bool> IsTaken(DirectinoContext db, string name, SnippetId? except, CancellationToken ct)
    {
        var key = Snippet.KeyOf(name);
        return db.Set<Snippet>().AnyAsync(s => s.Key == key && s.Id != except, ct);
    }

    private async Task<SnippetOutcome> Save(DirectinoContext db, Snippet snippet, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return new SnippetOutcome.Done(snippet);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new SnippetOutcome.Refused(SnippetRules.ChangedMeanwhile);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Somebody took the name at the same moment: the index says so, and here is whether it was that.
            await using var fresh = database.Open(snippet.WorkspaceId);
            if (await IsTaken(fresh, snippet.Name, snippet.Id, ct))
                return new SnippetOutcome.Refused(SnippetRules.NameTaken);
            throw;
        }
    }
}

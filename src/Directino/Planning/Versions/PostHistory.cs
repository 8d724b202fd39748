using Directino.Accounts;
using Directino.Media;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Versions;

/// <summary>The versions of a post: read, compared, brought back.</summary>
public sealed class PostHistory(Database database, Planner planner)
{
    /// <summary>Newest first; none when there is no such post here.</summary>
    public async Task<IReadOnlyList<VersionLine>> All(WorkspaceId workspace, PostId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var lines = await db.Set<PostVersion>().Where(v => v.PostId == id).OrderByDescending(v => v.Number)
            .Select(v => new VersionLine(v.Number, v.At, v.PersonId, null, v.Changes, v.RestoredFrom)).ToListAsync(ct);
        var people = lines.Select(l => l.Person.Value).Distinct().ToList();
        var names = await db.Set<Person>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => PersonId.Of(p.Id), p => p.DisplayName, ct);
        return [.. lines.Select(l => l with { Name = names.GetValueOrDefault(l.Person) })];
    }

    /// <summary>A version with what it shows, as far as the library still has it; null when there is none.</summary>
    public async Task<VersionView?> Find(WorkspaceId workspace, PostId id, int number, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await db.Set<PostVersion>().AsNoTracking().FirstOrDefaultAsync(v => v.PostId == id && v.Number == number, ct) is { } version
            ? new VersionView(version, [.. (await PlanReader.Media(version.Content, db, ct)).Where(m => m.RemovedAt == null)])
            : null;
    }

    /// <summary>Writes what a version said, as any edit is written: it makes a new version, withdraws an approval, and is refused for the same reasons. The time of the post stays.</summary>
    public async Task<PlanOutcome> Restore(WorkspaceId workspace, PostId id, int number, PersonId by, int? known, CancellationToken ct) =>
        await Find(workspace, id, number, ct) is { Version: var version }
            ? await planner.Write(workspace, id, version.Content, by, known, number, ct)
            : new PlanOutcome.Conflict(PostRules.NotThere);
}

/// <summary>A version as lists show it.</summary>
/// <param name="Name">Of the member who saved it; null when they are gone.</param>
public sealed record VersionLine(int Number, DateTimeOffset At, PersonId Person, string? Name, PostChanges Changes, int? RestoredFrom);

/// <summary>A version with its pictures.</summary>
public sealed record VersionView(PostVersion Version, IReadOnlyList<MediaItem> Media);

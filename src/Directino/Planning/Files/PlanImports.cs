using Directino.Accounts;
using Directino.Labels;
using Directino.Media;
using Directino.Persistence;
using Directino.Planning.Campaigns;
using Directino.Planning.Neighbours;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Files;

/// <summary>Brings posts in from files: reads, shows what is wrong with each row, takes corrections, makes posts of the good ones. A row becomes a post once, however often its file is sent.</summary>
public sealed class PlanImports(Database database, Planner planner, TimeProvider clock)
{
    /// <summary>How far back one is told that the same was said already.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(90);

    /// <summary>Begins with a file, in place of the one there was before.</summary>
    public async Task<PlanFileReading> Begin(WorkspaceId workspace, PersonId person, string fileName, byte[] file, CancellationToken ct)
    {
        var reading = PlanFile.Read(file);
        if (reading is PlanFileReading.Rows rows)
        {
            var name = Path.GetFileName(fileName.Replace('\\', '/')).Trim();
            var import = new PlanImport
            {
                WorkspaceId = workspace, PersonId = person, FileName = name.Length > 200 ? name[..200] : name, Unused = [.. rows.Unused], CreatedAt = clock.GetUtcNow(),
            };
            await Keep(import, rows.All, ct);
        }

        return reading;
    }

    /// <summary>The file a member is bringing in, checked against the plan as it is now; null when there is none.</summary>
    public async Task<ImportView?> Find(WorkspaceId workspace, PersonId person, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<PlanImport>().AsNoTracking().FirstOrDefaultAsync(i => i.PersonId == person, ct) is not { } import)
            return null;
        var rows = await db.Set<PlanImportRow>().AsNoTracking().Where(r => r.PersonId == person).OrderBy(r => r.Line).ToListAsync(ct);
        return new ImportView(import, await Check(workspace, [.. rows.Select(r => r.Row)], db, ct));
    }

    /// <summary>Checks rows against the plan as it is now; nothing is kept.</summary>
    public async Task<IReadOnlyList<CheckedRow>> Check(WorkspaceId workspace, IReadOnlyList<PlanRow> rows, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await Check(workspace, rows, db, ct);
    }

    /// <summary>Another text in one cell. False when the row is not there any more.</summary>
    public Task<bool> Correct(WorkspaceId workspace, PersonId person, int line, PlanColumn column, string? text, CancellationToken ct) =>
        Change(workspace, person, line, row => row.With(column, text), ct);

    /// <summary>Says of every ambiguous date which of its two days is meant.</summary>
    public async Task SettleDates(WorkspaceId workspace, PersonId person, bool dayFirst, CancellationToken ct)
    {
        if (await Find(workspace, person, ct) is not { } view)
            return;
        foreach (var row in view.Rows)
        {
            if (row.Problems.FirstOrDefault(p => p.Rule == PlanFileRules.DateAmbiguous)?.Moment is { DayFirst: { } one, MonthFirst: { } other })
                await Correct(workspace, person, row.Row.Line, PlanColumn.Date, RowTime.Write(dayFirst ? one : other), ct);
        }
    }

    /// <summary>A checked row becomes a post.</summary>
    public Task<PlanOutcome> Make(WorkspaceId workspace, PersonId person, CheckedRow row, ImportAs wanted, CancellationToken ct) =>
        planner.Add(workspace, person, new NewPost(row.Content, row.At, new PostSorting([.. row.Labels], row.Campaign), row.Key, wanted == ImportAs.Scheduled), ct);

    /// <summary>A checked row becomes a post, and leaves its file.</summary>
    public async Task<PlanOutcome> Take(WorkspaceId workspace, PersonId person, CheckedRow row, ImportAs wanted, CancellationToken ct)
    {
        var outcome = await Make(workspace, person, row, wanted, ct);
        if (outcome is PlanOutcome.Done)
            await Drop(workspace, person, row.Row.Line, ct);
        return outcome;
    }

    /// <summary>Takes a row out of the file.</summary>
    public async Task Drop(WorkspaceId workspace, PersonId person, int line, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        await db.Set<PlanImportRow>().Where(r => r.PersonId == person && r.Line == line).ExecuteDeleteAsync(ct);
    }

    /// <summary>Puts the file away.</summary>
    public async Task Drop(WorkspaceId workspace, PersonId person, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        await db.Set<PlanImport>().Where(i => i.PersonId == person).ExecuteDeleteAsync(ct);
    }

    /// <summary>Takes back that rows were taken, dropped or put away.</summary>
    public async Task PutBack(ImportView was, IEnumerable<PlanRow> rows, CancellationToken ct)
    {
        var (workspace, person) = (was.Import.WorkspaceId, was.Import.PersonId);
        await using var db = database.Open(workspace);
        var there = await db.Set<PlanImportRow>().Where(r => r.PersonId == person).Select(r => r.Line).ToListAsync(ct);
        if (!await db.Set<PlanImport>().AnyAsync(i => i.PersonId == person, ct))
            db.Add(was.Import);
        db.AddRange(rows.Where(r => !there.Contains(r.Line)).Select(r => Row(was.Import, r)));
        await db.SaveChangesAsync(ct);
    }

    private async Task Keep(PlanImport import, IReadOnlyList<PlanRow> rows, CancellationToken ct)
    {
        await using var db = database.Open(import.WorkspaceId);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Set<PlanImport>().Where(i => i.PersonId == import.PersonId).ExecuteDeleteAsync(ct);
        db.Add(import);
        db.AddRange(rows.Select(r => Row(import, r)));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static PlanImportRow Row(PlanImport import, PlanRow row) =>
        new() { WorkspaceId = import.WorkspaceId, PersonId = import.PersonId, Line = row.Line, Cells = new(row.Cells) };

    private async Task<bool> Change(WorkspaceId workspace, PersonId person, int line, Func<PlanRow, PlanRow> change, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<PlanImportRow>().FirstOrDefaultAsync(r => r.PersonId == person && r.Line == line, ct) is not { } row)
            return false;
        row.Cells = new(change(row.Row).Cells);
        await db.SaveChangesAsync(ct);
        return true;
    }

    private async Task<IReadOnlyList<CheckedRow>> Check(WorkspaceId workspace, IReadOnlyList<PlanRow> rows, DirectinoContext db, CancellationToken ct)
    {
        var read = RowCheck.Read(rows, await World(workspace, rows, db, ct));
        return RowCheck.Crowd(RowCheck.Compare(read, await Neighbours(workspace, read, db, ct)), await Near(workspace, read, db, ct), clock.GetUtcNow());
    }

    /// <summary>The posts of the accounts of a file in the time that it is about.</summary>
    private async Task<IReadOnlyList<PostNeighbour>> Near(WorkspaceId workspace, IReadOnlyList<CheckedRow> rows, DirectinoContext db, CancellationToken ct)
    {
        var accounts = rows.Select(r => r.Content.Account).OfType<AccountId>().Distinct().ToList();
        var times = rows.Select(r => r.At ?? clock.GetUtcNow()).ToList();
        return accounts.Count == 0 ? [] : await NeighbourReader.Read(workspace, accounts, times.Min(), times.Max(), db, ct);
    }

    private async Task<RowWorld> World(WorkspaceId workspace, IReadOnlyList<PlanRow> rows, DirectinoContext db, CancellationToken ct)
    {
        var names = rows.SelectMany(r => r.Several(PlanColumn.Media, ';')).ToHashSet();
        var ids = names.Select(n => MediaItemId.TryParse(n, null, out var id) ? id : (MediaItemId?)null).OfType<MediaItemId>().ToList();
        ids.AddRange(rows.Select(r => RowMore.Read(r[PlanColumn.More])?.Options.Cover).OfType<MediaItemId>());
        return new RowWorld(
            await db.Set<ConnectedAccount>().AsNoTracking().Where(a => a.State != AccountState.Disconnected).OrderBy(a => a.Username).ToListAsync(ct),
            await db.Set<Label>().AsNoTracking().ToListAsync(ct),
            await db.Set<Campaign>().AsNoTracking().ToListAsync(ct),
            names.Count + ids.Count == 0 ? [] : await db.Called(names).Union(db.Set<MediaItem>().AsNoTracking().Where(m => m.RemovedAt == null && ids.Contains(m.Id))).ToListAsync(ct),
            await db.Set<Workspace>().Where(w => w.Id == workspace).Select(w => w.TimeZone).FirstAsync(ct),
            clock.GetUtcNow());
    }

    /// <summary>The posts that rows may be, stand beside or repeat.</summary>
    private async Task<IReadOnlyList<RowNeighbour>> Neighbours(WorkspaceId workspace, IReadOnlyList<CheckedRow> rows, DirectinoContext db, CancellationToken ct)
    {
        var keys = rows.Select(r => (string?)r.Key).Distinct().ToList();
        var times = rows.Select(r => r.At).OfType<DateTimeOffset>().Distinct().Select(t => (DateTimeOffset?)t).ToList();
        var captions = rows.Select(r => r.Content.Caption).Where(c => !string.IsNullOrEmpty(c)).Distinct().ToList();
        var since = clock.GetUtcNow() - Memory;
        var posts = db.Set<Post>().Where(p => p.WorkspaceId == workspace);
        var ids = await posts.Where(p => keys.Contains(p.ImportKey)).Select(p => p.Id)
            .Union(posts.Where(p => times.Contains(p.At) || times.Contains(p.Slot)).Select(p => p.Id))
            .Union(posts.Where(p => p.At >= since && captions.Contains(p.Caption)).Select(p => p.Id)).ToListAsync(ct);
        return await posts.Where(p => ids.Contains(p.Id)).Select(p => new RowNeighbour(
            p.Id, p.AccountId, p.Slot ?? p.At, p.Caption, p.ImportKey, p.Items.OrderBy(i => i.Position).Select(i => i.MediaId).ToList())).ToListAsync(ct);
    }
}

/// <summary>A file on its way in.</summary>
public sealed record ImportView(PlanImport Import, IReadOnlyList<CheckedRow> Rows);
